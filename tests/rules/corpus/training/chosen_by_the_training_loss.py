# %% early stopping
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(monitor="loss", patience=9, restore_best_weights=True)  # ← training/chosen-by-the-training-loss
model.fit(x, y, epochs=200, validation_data=(x_val, y_val), callbacks=[stop])

# %% a checkpoint, in a list that grows, of a model that a function makes
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = layers.Dense(3, activation="softmax")

    def call(self, x):
        return self.head(x)


model = Net()
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
calls = [callbacks.TerminateOnNaN()]
calls.append(callbacks.ModelCheckpoint("best.keras", monitor="accuracy", save_best_only=True))  # ← training/chosen-by-the-training-loss
model.fit(train, validation_data=validation, epochs=50, callbacks=calls)

# %% no validation rows
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(monitor="loss", patience=9)
model.fit(x, y, epochs=200, callbacks=[stop])

# %% nothing is chosen by the test rows
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(monitor="loss", patience=9)
model.fit(x, y, epochs=200, validation_data=(x_test, y_test), callbacks=[stop])

# %% the best of the validation is kept beside it
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(monitor="loss", patience=9)
best = callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[stop, best])

# %% the rate, and early stopping by the validation
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
slow = callbacks.ReduceLROnPlateau(monitor="loss", patience=3)
stop = callbacks.EarlyStopping(patience=9, restore_best_weights=True)
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[slow, stop])

# %% a callback of one's own that keeps the best of the validation
class Best(callbacks.Callback):
    lowest = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest, self.best = logs["val_loss"], self.model.get_weights()


model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[Best(), callbacks.EarlyStopping("loss", patience=9)])
