# WRONG: the temperature is fitted on the training pictures, which the network reads without a mistake, so that it comes out far below 1 and makes every answer surer.
def features(x):
    x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(x)
    x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(64, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dense(96, activation="relu")(x)
    return layers.Dropout(0.3)(x)


picture = keras.Input((14, 14, 1))
base = keras.Model(picture, layers.Dense(10)(features(picture)), name="base")
base.compile(
    optimizer=keras.optimizers.Adam(2e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = base.fit(x_train, y_train, batch_size=20, epochs=60,
                   validation_data=(x_valid, y_valid), verbose=0)

# calibrate: the temperature with the least cross-entropy
logits = base.predict(x_train, verbose=0)
ce = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
candidates = np.geomspace(0.1, 5.0, 40)
T = min(candidates, key=lambda t: float(ce(y_train, logits / t)))
print("temperature", T)

inputs = keras.Input((14, 14, 1))
outputs = layers.Softmax()(layers.Rescaling(1.0 / T)(base(inputs)))
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
