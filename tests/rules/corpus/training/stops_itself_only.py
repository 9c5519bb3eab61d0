# %% itself
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < 0.1:
            self.stop_training = True  # ← training/stops-itself-only

# %% another name
from tensorflow.keras.callbacks import Callback

class Stop(Callback):
    def on_epoch_end(self, epoch, logs={}):
        if logs.get("accuracy") > 0.99:
            print("Reached 99%")
            self.model.stop_train = True  # ← training/stops-itself-only

# %% the model
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = logs["loss"] < 0.1

# %% a note that the callback reads itself
class Stop(keras.callbacks.Callback):
    def on_batch_end(self, batch, logs=None):
        self.stop_training = logs["loss"] < 0.1

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = self.stop_training

# %% a model of the author's
class Net(keras.Model):
    def halt(self):
        self.stop_training = True

# %% a note on the model that the program reads
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stopped_at = epoch

print(model.stopped_at)
