# RIGHT: the straight line is computed inside the model, a network on the standardised degrees learns what the road adds to it
from keras import ops

lat1, lon1, lat2, lon2 = (list(x_train.columns).index(c) for c in ("lat1", "lon1", "lat2", "lon2"))


@keras.saving.register_keras_serializable(package="city")
class Compass(layers.Layer):
    """Kilometres to the north and to the east, and as the crow flies."""

    def __init__(self, order=(0, 1, 2, 3), **kwargs):
        super().__init__(**kwargs)
        self.order = tuple(order)

    def call(self, d):
        la1, lo1, la2, lo2 = self.order
        north = 111.2 * (d[:, la1:la1 + 1] - d[:, la2:la2 + 1])
        east = 111.2 * float(np.cos(np.radians(55.75))) * (d[:, lo1:lo1 + 1] - d[:, lo2:lo2 + 1])
        crow = ops.sqrt(ops.square(north) + ops.square(east) + 1e-6)
        return ops.concatenate([ops.abs(north), ops.abs(east), north * east, crow], axis=-1)

    def get_config(self):
        return {**super().get_config(), "order": self.order}


compass = Compass((lat1, lon1, lat2, lon2))
rows = x_train.to_numpy("float32")
scale_degrees, scale_ways = layers.Normalization(), layers.Normalization()
scale_degrees.adapt(rows)
scale_ways.adapt(ops.convert_to_numpy(compass(rows)))

inputs = keras.Input((4,))
ways = compass(inputs)
x = layers.Concatenate()([scale_degrees(inputs), scale_ways(ways)])
x = layers.Dense(64, activation="swish")(x)
x = layers.Dense(64, activation="swish")(x)
detour = layers.Dense(1, name="detour", kernel_initializer="zeros")(x)
model = keras.Model(inputs, layers.Add()([ways[:, 3:4], detour]))

model.compile(optimizer=keras.optimizers.AdamW(2e-3, weight_decay=1e-4), loss="mse")
history = model.fit(
    rows, np.asarray(y_train, "float32"), batch_size=32, epochs=80, verbose=0,
    validation_data=(x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")),
    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=6)],
)
