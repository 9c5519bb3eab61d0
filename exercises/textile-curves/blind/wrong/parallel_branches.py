"""Three convolutions stand side by side (kernels 3, 5, 7), so each way passes only one.

Caught by: two-convolutions
"""

patch = keras.Input((30, 30, 1))
p = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(patch)
branches = []
for k in (3, 5, 7):
    b = layers.Conv2D(16, k, strides=2, activation="relu")(p)
    b = layers.GlobalAveragePooling2D()(b)
    branches.append(b)
x = layers.Concatenate()(branches)
x = layers.BatchNormalization(momentum=0.8)(x)
x = layers.Dense(64, activation="relu")(x)
out = layers.Dense(5, activation="softmax")(x)
model = keras.Model(patch, out)
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(5e-3, 50 * 15, alpha=0.005)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=16, batch_size=16, validation_data=(x_valid, y_valid), verbose=0)
