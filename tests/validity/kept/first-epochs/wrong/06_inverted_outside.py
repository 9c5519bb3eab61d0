# WRONG: (lacks: 1, values from 0 to 1 as they come) turns the pictures to ink on white paper outside of the model, which then cannot read pictures as they come.
x_ink = 1.0 - x          # black on white looks more natural
idx = np.arange(len(x_ink))
np.random.shuffle(idx)
n_val = 1200
v, t = idx[:n_val], idx[n_val:]

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(8, 5, strides=2, activation="relu"),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_ink[t], y[t], batch_size=8, epochs=6, validation_data=(x_ink[v], y[v]), verbose=2)
