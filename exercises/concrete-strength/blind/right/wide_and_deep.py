"""Functional wide-and-deep net whose scaled inputs also skip to the output, AdamW with a cosine decay as the learning rate."""

EPOCHS = 60
BATCH = 16
steps = int(np.ceil(len(x_train) / BATCH))

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())

inp = keras.Input(shape=(8,), name="mixture")
z = norm(inp)
h = layers.Dense(96, activation="gelu", name="deep_1")(z)
h = layers.Dense(48, activation="gelu", name="deep_2")(h)
both = layers.Concatenate()([z, h])
out = layers.Dense(1, name="MPa", bias_initializer=keras.initializers.Constant(float(y_train.mean())))(both)
model = keras.Model(inp, out, name="wide_and_deep")

lr = keras.optimizers.schedules.CosineDecay(0.008, decay_steps=steps * EPOCHS, alpha=0.02)
model.compile(optimizer=keras.optimizers.AdamW(lr, weight_decay=0.004), loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
