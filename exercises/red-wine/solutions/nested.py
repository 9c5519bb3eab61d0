"""A model for preparation and a model for the body, one inside the other, the way back to scores by Rescaling."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
prepare = keras.Sequential([keras.Input((11,)), normalization, layers.Identity()], name="prepare")
features = keras.Input((11,))
x = layers.Dense(64, activation="relu")(features)
x = layers.Dropout(0.2)(x)
x = layers.Dense(64, activation="relu")(x)
x = layers.Dropout(0.2)(x)
body = keras.Model(features, layers.Dense(1)(x), name="body")
model = keras.Sequential(
    [
        keras.Input((11,)),
        prepare,
        body,
        layers.Rescaling(scale=float(y_train.std()), offset=float(y_train.mean())),
    ]
)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
