# %% the end of an epoch, and its start
class Log(keras.callbacks.Callback):
    def on_epoch_ends(self, epoch, logs=None):  # ← training/hook-nobody-calls
        print(epoch, logs["loss"])

    def on_epoch_start(self, epoch, logs=None):  # ← training/hook-nobody-calls
        print(epoch)

# %% imported from Keras
from tensorflow.keras.callbacks import Callback

class Log(Callback):
    def on_training_end(self, logs=None):  # ← training/hook-nobody-calls
        print(logs)

# %% of a data set
class Rows(keras.utils.PyDataset):
    def on_epochs_end(self):  # ← training/hook-nobody-calls
        np.random.shuffle(self.order)

# %% those that Keras calls
class Log(callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        print(epoch)

    def on_train_batch_end(self, batch, logs=None):
        print(batch)

    def on_test_end(self, logs=None):
        print("tested")

    def only_epoch_end(self):
        print("mine")

# %% one that the program calls
class Log(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.on_epoch_ended(epoch)

    def on_epoch_ended(self, epoch):
        print(epoch)

# %% callbacks of another library
from lightning.pytorch.callbacks import Callback

class Log(Callback):
    def on_train_epoch_end(self, trainer, module):
        print("end")

# %% a class of the author's between
class Log(Announcer):
    def on_epoch_ends(self, epoch):
        print(epoch)
