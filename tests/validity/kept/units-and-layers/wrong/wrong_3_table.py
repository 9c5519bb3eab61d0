# WRONG: a trick, count_params is small, but the whole table of training places and heights sits in the model and answers by its neighbours.
from keras import ops


class Neighbours(layers.Layer):
    """The mean height of the known places, near ones counting most. Has no weights."""

    def __init__(self, places, heights, width=0.04, **kwargs):
        super().__init__(**kwargs)
        self.places = np.asarray(places, "float32")
        self.heights = np.asarray(heights, "float32").reshape(-1, 1)
        self.width = width

    def call(self, place):
        apart = ops.expand_dims(place, 1) - self.places[None]
        near = ops.softmax(-ops.sum(ops.square(apart), axis=-1) / (2 * self.width**2), axis=-1)
        return ops.matmul(near, self.heights)


inputs = keras.Input((2,))
hidden = layers.Dense(8, activation="relu")(inputs)
known = Neighbours(x_train, y_train)(inputs)
outputs = layers.Dense(1)(layers.Concatenate()([hidden, known]))
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=20, batch_size=32, verbose=0
)
