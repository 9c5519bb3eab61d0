"""Takes mean and contrast out of every patch with keras.ops and operators on symbolic tensors, no batch norm, cosine per step."""

from keras import ops

epochs, batch = 14, 32
steps = epochs * (len(x_train) // batch)

inp = keras.Input((30, 30, 1), name="patch")
m = ops.mean(inp, axis=(1, 2, 3), keepdims=True)
s = ops.sqrt(ops.mean((inp - m) ** 2, axis=(1, 2, 3), keepdims=True))
x = (inp - m) / (s + 1e-3)
for width, kernel, stride in ((16, 5, 2), (32, 3, 1), (32, 3, 2)):
    x = layers.Conv2D(width, kernel, strides=stride, activation="relu")(x)
x = layers.GlobalAveragePooling2D()(x)
x = layers.Dense(32, activation="relu")(x)
out = layers.Dense(5)(x)
model = keras.Model(inp, out)

model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(3e-3, steps, alpha=0.01)),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, epochs=epochs, batch_size=batch,
                    validation_data=(x_valid, y_valid), verbose=2)
