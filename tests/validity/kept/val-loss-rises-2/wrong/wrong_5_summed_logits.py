# WRONG: an ensemble of good members whose logits are added instead of averaged, so that it reads well but is several times as sure as each of them.
def make_member(width):
    return keras.Sequential([
        keras.Input((14, 14, 1)),
        layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
        layers.Conv2D(width, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(2 * width, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.4),
        layers.Dense(10),
    ])


members, history = [], []
for width in (24, 32, 32, 40):
    net = make_member(width)
    net.compile(
        optimizer=keras.optimizers.Adam(2e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    h = net.fit(x_train, y_train, batch_size=20, epochs=40,
                validation_data=(x_valid, y_valid), verbose=0)
    members.append(net)
    history.append(h)

inputs = keras.Input((14, 14, 1))
votes = layers.Add()([net(inputs) for net in members])
model = keras.Model(inputs, layers.Softmax()(votes), name="ensemble")
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
