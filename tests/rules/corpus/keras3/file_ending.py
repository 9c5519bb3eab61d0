# %% a whole model without an ending
keep = callbacks.ModelCheckpoint("best_model", monitor="val_loss", save_best_only=True)  # ← keras3/file-ending

# %% weights by another ending, with numbers in it
keep = callbacks.ModelCheckpoint(filepath="w-{epoch:02d}.hdf5", save_weights_only=True)  # ← keras3/file-ending

# %% weights saved by hand
model = Sequential([Input((4,)), layers.Dense(1)])
model.save_weights("mine.h5")  # ← keras3/file-ending

# %% as they should be
model = Sequential([Input((4,)), layers.Dense(1)])
keep = [callbacks.ModelCheckpoint("a.keras"), callbacks.ModelCheckpoint("a.weights.h5", save_weights_only=True)]
model.save_weights("mine.weights.h5")

# %% the old format is still taken
keep = callbacks.ModelCheckpoint("best.h5", save_best_only=True)

# %% not known
import sys
from pathlib import Path

flag = len(sys.argv) > 5
keep = callbacks.ModelCheckpoint(Path("best") / "model.keras", save_weights_only=flag)
other = callbacks.ModelCheckpoint("best.keras", save_weights_only=flag)

# %% a path with a folder
import os
model = Sequential([Input((2,)), layers.Dense(1)])
model.save_weights(os.path.join("weights", "last.h5"))  # ← keras3/file-ending

# %% a path with a folder, that ends well
import os
os.makedirs("weights")
model = Sequential([Input((2,)), layers.Dense(1)])
model.save_weights(os.path.join("weights", "last.weights.h5"))
