# WRONG: (lacks: 3, two convolutions on every way) joins a branch of two convolutions with a second branch that has only one, so one way passes a single convolution.
inp = keras.Input((14, 14, 1))
a = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")(inp)
a = layers.RandomRotation(0.045, fill_mode="constant")(a)
a = layers.RandomZoom(0.12, fill_mode="constant")(a)

deep = layers.Conv2D(16, 3, padding="same", use_bias=False)(a)
deep = layers.BatchNormalization(momentum=0.95)(deep)
deep = layers.ReLU()(deep)
deep = layers.MaxPooling2D()(deep)
deep = layers.Conv2D(32, 3, padding="same", activation="relu")(deep)
deep = layers.MaxPooling2D()(deep)
deep = layers.Flatten()(deep)

wide = layers.Conv2D(16, 5, padding="same", activation="relu")(a)
wide = layers.MaxPooling2D(4)(wide)
wide = layers.Flatten()(wide)

both = layers.Concatenate()([deep, wide])
both = layers.Dropout(0.3)(both)
out = layers.Dense(10, activation="softmax")(both)
model = keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=170,
                    validation_data=(x_valid, y_valid), verbose=0)
