# %% in a list of its own
keep = callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
listed = [keep, callbacks.EarlyStopping(patience=3)]
for train, test in KFold(5).split(x):
    model = build()
    model.fit(x[train], y[train], epochs=9, callbacks=listed)  # ← training/checkpoint-for-all-folds
    model = keras.models.load_model("best.keras")

# %% weights that begin anew
start = model.get_weights()
keep = callbacks.ModelCheckpoint("best.weights.h5", save_best_only=True, save_weights_only=True)
for rate in (0.1, 0.01):
    model.set_weights(start)
    model.fit(x, y, epochs=9, validation_split=0.1, callbacks=[keep])  # ← training/checkpoint-for-all-folds

# %% made in each round
for train, test in KFold(5).split(x):
    keep = callbacks.ModelCheckpoint("best.keras", save_best_only=True)
    model = build()
    model.fit(x[train], y[train], epochs=9, callbacks=[keep])

# %% one model that goes on
keep = callbacks.ModelCheckpoint("best.keras", save_best_only=True)
for part in parts:
    model.fit(part, epochs=1, callbacks=[keep])

# %% each epoch is kept
keep = callbacks.ModelCheckpoint("last.keras")
for train, test in KFold(5).split(x):
    model = build()
    model.fit(x[train], y[train], epochs=9, callbacks=[keep])

# %% told to forget
keep = callbacks.ModelCheckpoint("best.keras", save_best_only=True)
for train, test in KFold(5).split(x):
    keep.best = np.inf
    model = build()
    model.fit(x[train], y[train], epochs=9, callbacks=[keep])
