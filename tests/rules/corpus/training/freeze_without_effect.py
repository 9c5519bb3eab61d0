# %% compared
for layer in base.layers:
    layer.trainable == False  # ← training/freeze-without-effect

# %% misspelt, and called
base.trainble = False  # ← training/freeze-without-effect
other.Trainable = False  # ← training/freeze-without-effect
third.trainable(False)  # ← training/freeze-without-effect

# %% set
base.trainable = False
for layer in base.layers[-4:]:
    layer.trainable = True

# %% asked
if base.trainable == False:
    print("frozen")
frozen = [layer for layer in base.layers if layer.trainable == False]
assert base.trainable == True

# %% another name of the author's
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.training = False
        self.trained = False
        self.stable = True
