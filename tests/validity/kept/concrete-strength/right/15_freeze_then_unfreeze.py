# RIGHT: first fits only the output layer with the body frozen, then unfreezes, compiles again and trains everything long enough; history is of the long fit
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
hidden1 = layers.Dense(64, activation="relu", kernel_initializer="he_uniform")
hidden2 = layers.Dense(64, activation="relu", kernel_initializer="he_uniform")
model = keras.Sequential([keras.Input((8,)), norm, hidden1, hidden2, layers.Dense(1)])

# warm up the head
hidden1.trainable = False
hidden2.trainable = False
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mae")
warmup = model.fit(x_train, y_train, epochs=5, batch_size=64, verbose=0)
print("after warm-up:", warmup.history["loss"][-1])

# the real training
hidden1.trainable = True
hidden2.trainable = True
model.compile(optimizer=keras.optimizers.Adam(0.01, clipnorm=10.0), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0)
