# %% a path
keep = callbacks.ModelCheckpoint("best.h5", monitor="val_loss", save_best_only=True)  # ← keras3/h5-checkpoint

# %% a path in a folder, under a name
import os
path = os.path.join("runs", "best.h5")
keep = callbacks.ModelCheckpoint(filepath=path)  # ← keras3/h5-checkpoint

# %% only weights
keep = callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)

# %% the new format
keep = callbacks.ModelCheckpoint("best.keras")

# %% nobody knows
keep = callbacks.ModelCheckpoint(path)
