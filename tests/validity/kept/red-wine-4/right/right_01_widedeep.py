# RIGHT: a linear branch and a deep branch side by side ("wide and deep"), summed in a functional model, AdamW with cosine decay
EPOCHS, BATCH = 40, 32
steps = EPOCHS * int(np.ceil(len(x_train) / BATCH))

scaler = layers.Normalization(name="standardise")
scaler.adapt(x_train.to_numpy())

wine = keras.Input((x_train.shape[1],), name="wine")
z = scaler(wine)

wide = layers.Dense(1, kernel_initializer="zeros", name="wide",
                    bias_initializer=keras.initializers.Constant(float(np.median(y_train))))(z)

deep = z
for number, units in enumerate((48, 24), start=1):
    deep = layers.Dense(units, activation="gelu", name=f"hidden_{number}")(deep)
    deep = layers.Dropout(0.2, name=f"drop_{number}")(deep)
deep = layers.Dense(1, use_bias=False, name="deep",
                    kernel_initializer=keras.initializers.RandomNormal(stddev=0.02))(deep)

model = keras.Model(wine, layers.Add(name="score")([wide, deep]), name="wide_and_deep")
model.compile(
    optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(4e-3, steps), weight_decay=1e-3),
    loss="mae",
)
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
