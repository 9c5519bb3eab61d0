"""Functional, logits, batch norm with a momentum of 0.8 behind the activation."""

inputs = keras.Input((28, 28, 1), name="picture")
x = layers.Flatten()(inputs)
x = layers.Dense(48, activation="relu")(x)
x = layers.BatchNormalization(momentum=0.8)(x)
outputs = layers.Dense(10)(x)
model = keras.Model(inputs, outputs)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=4, verbose=0)
