# %% a callback
model.fit(x, y, epochs=3, callbacks=[callbacks.EarlyStopping, callbacks.CSVLogger("log.csv")])  # ← training/class-for-object

# %% an optimizer
from keras.optimizers import SGD

model.compile(optimizer=SGD, loss="mse")  # ← training/class-for-object

# %% objects
model.compile(optimizer=optimizers.SGD(), loss="mse")
model.fit(x, y, epochs=3, callbacks=[callbacks.EarlyStopping()])

# %% a variable of that name
Adam = optimizers.Adam(0.01)
model.compile(optimizer=Adam, loss="mse")

# %% a callback of the author's
model.fit(x, y, epochs=3, callbacks=[watcher, callbacks.TerminateOnNaN()])
