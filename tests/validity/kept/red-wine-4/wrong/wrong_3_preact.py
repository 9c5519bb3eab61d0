# WRONG: each block begins with batch norm, so the second batch norm gets exactly the values that the first block's dropout has disturbed
class Block(layers.Layer):
    def __init__(self, units, rate, **kwargs):
        super().__init__(**kwargs)
        self.bn = layers.BatchNormalization()
        self.dense = layers.Dense(units, activation="relu")
        self.drop = layers.Dropout(rate)

    def call(self, x, training=None):
        x = self.bn(x, training=training)
        x = self.dense(x)
        return self.drop(x, training=training)


scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)),
    scaler,
    Block(64, 0.2),
    Block(32, 0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=40,
                    validation_data=(x_valid, y_valid), verbose=0)
