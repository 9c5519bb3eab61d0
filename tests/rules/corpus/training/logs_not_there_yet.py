# %% at the beginning of an epoch, by the name of an attribute
class Stop(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss"):
        super().__init__()
        self.monitor = monitor

    def on_epoch_begin(self, epoch, logs={}):
        now = logs.get(self.monitor)  # ← training/logs-not-there-yet
        if now is not None and now > 50:
            self.model.stop_training = True

    def on_epoch_end(self, epoch, logs={}):
        print(logs.get(self.monitor), logs["loss"])

# %% a key, under another name
from keras.callbacks import Callback
class Tell(Callback):
    def on_train_batch_begin(self, batch, numbers):
        print(numbers["loss"])  # ← training/logs-not-there-yet

    def on_train_batch_end(self, batch, numbers):
        print(numbers["loss"], numbers["val_loss"])  # ← training/logs-not-there-yet

# %% filled by the callback itself
class Tell(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        logs = {"epoch": epoch}
        print(logs["epoch"])

# %% a class that is no callback
class Log:
    def on_epoch_begin(self, epoch, logs):
        print(logs["time"])

# %% numbers of the epoch before, which the callback kept
class Tell(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        print(self.before.get("loss"))

    def on_epoch_end(self, epoch, logs=None):
        self.before = logs
