# %% a discriminator of the old way
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
artist = Sequential([Input((2,)), layers.Dense(4)])
critic.trainable = False
z = Input((2,))
gan = Model(z, critic(artist(z)))
gan.compile(loss="binary_crossentropy", optimizer="adam")
for epoch in range(1000):
    critic.train_on_batch(x, y)  # ← training/frozen-before-first-step
    gan.train_on_batch(noise, y)


# %% in a class
class GAN:
    def __init__(self):
        self.critic = self.build_critic()
        self.critic.compile(loss="binary_crossentropy", optimizer="adam")
        self.artist = Sequential([Input((2,)), layers.Dense(4)])
        z = Input((2,))
        made = self.artist(z)
        self.critic.trainable = False
        self.combined = Model(z, self.critic(made))
        self.combined.compile(loss="binary_crossentropy", optimizer="adam")

    def build_critic(self):
        model = Sequential()
        model.add(layers.Dense(1, activation="sigmoid", input_dim=4))
        return model

    def train(self, epochs):
        for epoch in range(epochs):
            self.critic.train_on_batch(x, y)  # ← training/frozen-before-first-step
            self.combined.train_on_batch(noise, ones)


gan = GAN()
gan.train(1000)

# %% frozen, and fitted
model = Sequential([Input((4,)), layers.Dense(1)])
model.trainable = False
model.compile("adam", "mse")
model.fit(x, y)  # ← training/frozen-before-first-step

# %% toggled
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
artist = Sequential([Input((2,)), layers.Dense(4)])
gan = Sequential([artist, critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for epoch in range(1000):
    critic.trainable = True
    critic.train_on_batch(x, y)
    critic.trainable = False
    gan.train_on_batch(noise, y)

# %% trained before it is frozen
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
critic.fit(x, y)
critic.trainable = False
gan = Sequential([Input((2,)), layers.Dense(4), critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
gan.fit(noise, ones)
critic.train_on_batch(x, y)

# %% a frozen part of a model that learns
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% melted in part
base = keras.applications.VGG16()
base.trainable = False
for layer in base.layers[-3:]:
    layer.trainable = True
base.compile("adam", "categorical_crossentropy")
base.fit(x, y)
