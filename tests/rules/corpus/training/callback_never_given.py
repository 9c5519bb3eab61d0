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

# %% in a list that nobody is given
slower = callbacks.ReduceLROnPlateau(patience=2)  # ← training/callback-never-given
listed = [slower]
if keeping:
    listed += [callbacks.ModelCheckpoint("best.keras")]
model.fit(x, y, epochs=9, validation_split=0.1, callbacks=[callbacks.ModelCheckpoint("best.keras")])

# %% made in the list
listed = [
    callbacks.EarlyStopping(patience=3),  # ← training/callback-never-given
    callbacks.ModelCheckpoint("best.keras"),  # ← training/callback-never-given
]
model.fit(x, y, epochs=9, validation_split=0.1)

# %% put into the list one by one
def train(model, x, y):
    listed = []
    listed.append(callbacks.EarlyStopping(patience=3))  # ← training/callback-never-given
    if slow:
        slower = callbacks.ReduceLROnPlateau(patience=2)  # ← training/callback-never-given
        listed.append(slower)
    return model.fit(x, y, epochs=9, validation_split=0.1)

# %% a callback of the author's, in a list of lists
class Print(callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(epoch, logs["loss"])

said = Print()  # ← training/callback-never-given
both = [said]
every = both + [callbacks.EarlyStopping(patience=3)] if stopping else both  # ← training/callback-never-given
model.fit(x, y, epochs=9, validation_split=0.1)

# %% a list that grows, and is given
listed = []
stop = callbacks.EarlyStopping(patience=3)
listed.append(stop)
listed += [callbacks.ModelCheckpoint("best.keras")]
listed = listed + [callbacks.CSVLogger("log.csv")]
model.fit(x, y, callbacks=listed)

# %% an attribute of a class, a list that a function gives, a table of arguments
class Settings:
    stop = callbacks.EarlyStopping(patience=3)

def watchers():
    listed = [callbacks.EarlyStopping(patience=3)]
    return listed

more = [callbacks.CSVLogger("log.csv")]
arguments = {"callbacks": more}
model.fit(x, y, **arguments)

# %% read in a loop, and by hand
listed = [callbacks.CSVLogger("log.csv")]
for one in listed:
    one.set_model(model)
stop = callbacks.EarlyStopping(patience=3)
stop.set_model(model)
model.fit(x, y)

# %% the same under another name
stop = callbacks.EarlyStopping(patience=3)
watcher = stop
model.fit(x, y, callbacks=[watcher])
