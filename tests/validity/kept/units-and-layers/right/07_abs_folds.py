# RIGHT: folds with the absolute value as the activation of its layers, an own callback remembers the best weights (361 numbers)
class KeepBest(keras.callbacks.Callback):
    best = np.inf
    weights = None

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
            self.weights = self.model.get_weights()

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)
        print("best val mse", self.best)


inp = keras.Input((2,))
z = inp
for width in [12, 12, 12]:
    z = keras.ops.absolute(layers.Dense(width, bias_initializer=keras.initializers.RandomUniform(-0.3, 0.3))(z))
model = keras.Model(inp, layers.Dense(1)(z))
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(5e-3, 1500, 0.75)), loss="mse")
history = model.fit(x_train, y_train, epochs=170, batch_size=32, validation_data=(x_valid, y_valid),
                    callbacks=[KeepBest()], verbose=0)
print("params", model.count_params(), "R2", r_squared(model.predict(x_valid, verbose=0), y_valid))
