# %% melted after the first training
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
model.fit(x, y)  # ← training/recompile-forgotten

# %% some of its layers
base = keras.applications.ResNet50(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
for layer in base.layers[-10:]:
    layer.trainable = True
model.fit(x, y)  # ← training/recompile-forgotten

# %% frozen after the first training
model = Sequential()
model.add(layers.Dense(8, activation="relu", input_dim=4, name="first"))
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.layers[0].trainable = False
model.fit(x, y)  # ← training/recompile-forgotten

# %% recompiled
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
for layer in base.layers[:100]:
    layer.trainable = False
model.compile(loss="binary_crossentropy", optimizer=optimizers.Adam(1e-5))
model.fit(x, y)

# %% between compile and the first training it acts
base = keras.applications.VGG16(include_top=False, pooling="avg")
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
base.trainable = False
model.fit(x, y)

# %% a discriminator that is melted for its own steps
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
artist = Sequential([Input((2,)), layers.Dense(4)])
gan = Sequential([artist, critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for epoch in range(5):
    critic.trainable = True
    critic.fit(x, y)
    critic.trainable = False
    gan.fit(z, ones)

# %% compiled elsewhere
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
compile_again(model)
model.fit(x, y)

# %% it was trainable all along
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
model.trainable = True
model.fit(x, y)

# %% a part that is frozen between two trainings
base = keras.applications.ResNet50(include_top=False, input_shape=(64, 64, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)
base.trainable = False
model.fit(x, y)  # ← training/recompile-forgotten

# %% a smaller rate takes the place of a new compile
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3), pooling="avg")
base.trainable = False
inputs = Input((96, 96, 3))
model = Model(inputs, layers.Dense(1, activation="sigmoid")(base(inputs, training=False)))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
for layer in base.layers[:-40]:
    layer.trainable = False
model.optimizer.learning_rate = 1e-5
print(model.optimizer.iterations.numpy())
model.fit(x, y)  # ← training/recompile-forgotten

# %% the rate is set by the backend
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3), pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
model.optimizer.learning_rate.assign(model.optimizer.learning_rate * 0.1)
model.fit(x, y)  # ← training/recompile-forgotten

# %% a loop of one's own may follow the new weights
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)
base.trainable = True
train_by_hand(model.optimizer, model.trainable_variables)
model.fit(x, y)

# %% a callback freezes a layer after two epochs
class FreezeFirst(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 2:
            self.model.layers[0].trainable = False  # ← training/recompile-forgotten

model = Sequential([Input((2,)), layers.Dense(4), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=6, callbacks=[FreezeFirst()])

# %% a callback melts all layers when an epoch ends
class Melt(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        for layer in self.model.layers:
            layer.trainable = True  # ← training/recompile-forgotten

# %% a callback that makes the training step anew
class Melt(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        for layer in self.model.layers:
            layer.trainable = True
        self.model.make_train_function(force=True)

# %% before the first step
class Freeze(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.model.layers[0].trainable = False

# %% who counts the weights that are trainable gets none to train
base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
base.trainable = False
model = Sequential([base, layers.Dense(2)])
model.compile("adam", "mse")
model.fit(x, y)
base.trainable = True
print("trainable tensors:", len(model.trainable_variables))
model.fit(x, y)  # ← training/recompile-forgotten
