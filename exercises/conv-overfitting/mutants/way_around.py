"""Two convolutions, and a way around both.

Caught by: two-convolutions
"""

picture = keras.Input((14, 14, 1))
x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(picture)
around = layers.Flatten()(layers.AveragePooling2D(2)(x))
for channels in (16, 32):
    x = layers.Conv2D(channels, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)
x = layers.Concatenate()([layers.Dropout(0.3)(layers.Flatten()(x)), around])
model = keras.Model(picture, layers.Dense(10, activation="softmax")(x))
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=10, verbose=0)
