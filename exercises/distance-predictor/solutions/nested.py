"""A model for preparation and a model for the body, one inside the other; the way back to kilometres by Rescaling."""

scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
prepare = keras.Sequential([keras.Input((4,)), scale], name="prepare")
places = keras.Input((4,))
x = keras.ops.relu(layers.Dense(100)(places))
x = keras.ops.relu(layers.Dense(100)(x))
body = keras.Model(places, layers.Dense(1)(x), name="body")
way_back = layers.Rescaling(scale=float(y_train.std()), offset=float(y_train.mean()))
model = keras.Sequential([keras.Input((4,)), prepare, body, way_back])
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=128, epochs=40, verbose=0)
