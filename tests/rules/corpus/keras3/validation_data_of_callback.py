# %% read at the end of an epoch
class Report(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(self.validation_data[0].shape)  # ← keras3/validation-data-of-callback


model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 4)), np.ones(4), validation_data=(np.ones((4, 4)), np.ones(4)), callbacks=[Report()])


# %% twice
class Report(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        x = self.validation_data[0]  # ← keras3/validation-data-of-callback
        y = self.validation_data[1]
        print(len(x), len(y))


model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 4)), np.ones(4), validation_data=(np.ones((4, 4)), np.ones(4)), callbacks=[Report()])


# %% handed over
class Report(keras.callbacks.Callback):
    def __init__(self, validation_data):
        super().__init__()
        self.validation_data = validation_data

    def on_epoch_end(self, epoch, logs=None):
        print(self.validation_data[0].shape)


model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 4)), np.ones(4), callbacks=[Report((np.ones((4, 4)), np.ones(4)))])


# %% of another class
class Trainer:
    def run(self):
        return self.validation_data[0]


# %% put there from outside
class Report(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(self.validation_data[0].shape)


report = Report()
report.validation_data = (np.ones((4, 4)), np.ones(4))
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 4)), np.ones(4), callbacks=[report])
