# RIGHT: an own dense layer with matmul and layer normalisation, a little dropout, class weights and early stopping
from keras import ops

class MyDense(layers.Layer):
    def __init__(self, units, **kw):
        super().__init__(**kw)
        self.units = units

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="glorot_uniform", name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, x):
        return ops.matmul(x, self.w) + self.b

    def get_config(self):
        return dict(super().get_config(), units=self.units)

x_in = keras.Input((28, 28, 1))
z = ops.reshape(x_in, (-1, 784))
z = MyDense(128)(z)
z = layers.LayerNormalization()(z)
z = ops.maximum(z, 0.0)
z = layers.Dropout(0.1)(z)
model = keras.Model(x_in, MyDense(10)(z))

counts = np.bincount(y_train, minlength=10)
weights = {d: float(len(y_train) / (10 * counts[d])) for d in range(10)}
stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", mode="max", patience=4,
                                     start_from_epoch=5, restore_best_weights=True)
model.compile(keras.optimizers.Adam(0.01),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=1120, epochs=15,
                    class_weight=weights, callbacks=[stop], verbose=2)
