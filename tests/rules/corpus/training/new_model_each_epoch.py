# %% made in the loop
for epoch in range(5):
    model = build()
    model.fit(x, y, epochs=1)  # ← training/new-model-each-epoch

# %% under another name
for current_epoch in range(5):
    net = Sequential([Input((8,)), layers.Dense(1)])
    net.compile("adam", "mse")
    net.fit(x, y)  # ← training/new-model-each-epoch

# %% made before
model = build()
for epoch in range(5):
    model.fit(x, y, epochs=1)

# %% several models
for units in range(5):
    model = build(units)
    model.fit(x, y, epochs=10)

# %% several lengths of training are compared
for epochs in (5, 10, 20):
    model = build()
    model.fit(x, y, epochs=epochs)

# %% it goes on with its weights
for epoch in range(5):
    model = build()
    model.load_weights("last.weights.h5")
    model.fit(x, y, epochs=1)

# %% a new optimizer for each batch
def step(x, y):
    rule = keras.optimizers.Adam()  # ← training/new-model-each-epoch
    with tf.GradientTape() as tape:
        loss = error(y, model(x))
    rule.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))


for x, y in batches:
    step(x, y)

# %% one optimizer for one training
def train(batches):
    rule = keras.optimizers.Adam()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = error(y, model(x))
        rule.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))


for batches in (a, b):
    train(batches)
