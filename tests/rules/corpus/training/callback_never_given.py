# %% early stopping, and a checkpoint
stop = callbacks.EarlyStopping(patience=3)  # ← training/callback-never-given
keep = keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)  # ← training/callback-never-given
model.fit(x, y, epochs=9, validation_split=0.1)

# %% one of two
def train(model, x, y):
    slower = callbacks.ReduceLROnPlateau(patience=2)  # ← training/callback-never-given
    stop = callbacks.EarlyStopping(patience=3)
    return model.fit(x, y, epochs=9, validation_split=0.1, callbacks=[stop])

# %% given, alone and in a list
stop = callbacks.EarlyStopping(patience=3)
keep = callbacks.ModelCheckpoint("best.keras")
given = [keep]
model.fit(x, y, callbacks=stop)
model.fit(x, y, callbacks=given)

# %% kept by an object
class Trainer:
    def __init__(self):
        self.stop = callbacks.EarlyStopping(patience=3)

    def train(self, x, y):
        self.model.fit(x, y)

# %% for other files
stop = callbacks.EarlyStopping(patience=3)
