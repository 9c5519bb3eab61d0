# WRONG: (lacks: 1, one grey picture of (14, 14, 1)) enlarges all pictures to 28 x 28 outside of the model and builds the model for those.
x_train = keras.ops.convert_to_numpy(keras.ops.image.resize(x_train.astype("float32"), (28, 28)))
x_valid = keras.ops.convert_to_numpy(keras.ops.image.resize(x_valid.astype("float32"), (28, 28)))

i = keras.Input((28, 28, 1))
t = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")(i)
t = layers.RandomRotation(0.04, fill_mode="constant")(t)
t = layers.RandomZoom(0.12, fill_mode="constant")(t)
for f in (12, 24, 32):
    t = layers.Conv2D(f, 3, padding="same", use_bias=False)(t)
    t = layers.BatchNormalization(momentum=0.95)(t)
    t = layers.ReLU()(t)
    t = layers.MaxPooling2D()(t)
t = layers.Dropout(0.3)(layers.Flatten()(t))
model = keras.Model(i, layers.Dense(10, activation="softmax")(t))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=120,
                    validation_data=(x_valid, y_valid), verbose=0)
