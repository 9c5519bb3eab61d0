# %% a checkpoint
path = "net-{epoch:02d}-{val_accuracy:.3f}"
keep = callbacks.ModelCheckpoint("models/{}.keras".format(path, monitor="val_accuracy", verbose=1, save_best_only=True))  # ← training/arguments-of-format

# %% a log
board = callbacks.TensorBoard(log_dir="logs/{}".format(name, histogram_freq=1))  # ← training/arguments-of-format

# %% names that the text has a place for
keep = callbacks.ModelCheckpoint("{folder}/{name}.keras".format(folder=folder, name=name), save_best_only=True)

# %% without names
keep = callbacks.ModelCheckpoint("models/{}.keras".format(name), save_best_only=True)

# %% parts of what is given
print("{0.name} {one[1]}".format(model, one=rows))
