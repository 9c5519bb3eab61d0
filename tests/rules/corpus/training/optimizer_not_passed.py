# %% the string in place of the object
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)  # ← training/optimizer-not-passed
model.compile(loss="mse", optimizer="sgd")

# %% old spelling
model = Sequential([layers.Dense(1, input_dim=4)])
adam = optimizers.Adam(lr=0.5, decay=1e-6)  # ← training/optimizer-not-passed
model.compile("Adam", "mse")


# %% in a function
def build():
    model = Sequential([Input((4,)), layers.Dense(1)])
    opt = keras.optimizers.RMSprop(1e-4)  # ← training/optimizer-not-passed
    model.compile(loss="mse", optimizer="rmsprop")
    return model


model = build()

# %% passed
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)
model.compile(loss="mse", optimizer=sgd)

# %% another kind
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)  # ← training/optimizer-not-passed
model.compile(loss="mse", optimizer="adam")

# %% nothing was passed
model = Sequential([Input((4,)), layers.Dense(1)])
opt = tf.keras.optimizers.Adam(learning_rate=1e-8)  # ← training/optimizer-not-passed
model.compile(loss="mse")

# %% another kind: several things were tried
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)
rms = optimizers.RMSprop(learning_rate=1e-8)
model.compile(loss="mse", optimizer="adam")

# %% another kind, in a training loop
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)
model.compile(loss="mse", optimizer="adam")
sgd.apply_gradients(zip(slopes, model.trainable_variables))

# %% nothing was chosen, so nothing is lost
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD()
model.compile(loss="mse", optimizer="sgd")

# %% given to somebody else
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=1e-8)
train(model, sgd)
model.compile(loss="mse", optimizer="sgd")

# %% what was chosen is the default
model = Sequential([Input((4,)), layers.Dense(1)])
sgd = optimizers.SGD(learning_rate=0.01)
model.compile(loss="mse", optimizer="sgd")


# %% a function gives it to whoever calls
def slow():
    return optimizers.SGD(learning_rate=1e-8)


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")

# %% kept in a dictionary of things to try
model = Sequential([Input((4,)), layers.Dense(1)])
tried = {"slow": optimizers.SGD(learning_rate=1e-8)}
for name, optimizer in tried.items():
    try_out(name, optimizer)
model.compile(loss="mse", optimizer="sgd")

# %% one model gets the object, the other the string
sgd = optimizers.SGD(learning_rate=1e-8)
first = Sequential([Input((4,)), layers.Dense(1)])
first.compile(loss="mse", optimizer=sgd)
second = Sequential([Input((4,)), layers.Dense(1)])
second.compile(loss="mse", optimizer="sgd")

# %% a second compile before anything was trained
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.compile(optimizers.Adam(3e-4, clipnorm=1.0), "mse")
model.compile("rmsprop", "mse", metrics=["mae"])  # ← training/optimizer-not-passed
model.fit(x, y)

# %% a second compile after a training
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizers.Adam(3e-4, clipnorm=1.0), "mse")
model.fit(x, y)
model.compile("rmsprop", "mse")
model.fit(x, y)

# %% another one of its kind
model = Sequential([Input((4,)), layers.Dense(1)])
adam = optimizers.Adam(optimizers.schedules.ExponentialDecay(0.01, 100, 0.9))  # ← training/optimizer-not-passed
model.compile(optimizer=optimizers.Adam(), loss="mse")

# %% another one is made in its place
net = Sequential([Input((4,)), layers.Dense(1)])
descent = optimizers.SGD(learning_rate=0.05, momentum=0.9)  # ← training/optimizer-not-passed
net.compile(optimizer=optimizers.Adam(), loss="mse")

# %% one of two was only tried
net = Sequential([Input((4,)), layers.Dense(1)])
descent = optimizers.SGD(learning_rate=0.05, momentum=0.9)
adam = optimizers.Adam(1e-4)
net.compile(optimizer=adam, loss="mse")
