# %% as many epochs
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
stop = callbacks.EarlyStopping(patience=10)  # ← training/patience-beyond-epochs
model.fit(x, y, epochs=10, validation_split=0.2, callbacks=[stop])

# %% the plateau comes too late
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
stop = callbacks.EarlyStopping(patience=5)
slow = callbacks.ReduceLROnPlateau(patience=8)  # ← training/patience-beyond-epochs
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[stop, slow])

# %% in time
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
stop = callbacks.EarlyStopping(patience=10)
slow = callbacks.ReduceLROnPlateau(patience=4)
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[stop, slow])

# %% they watch different numbers
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
stop = callbacks.EarlyStopping(patience=5)
slow = callbacks.ReduceLROnPlateau(monitor="loss", patience=8)
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[stop, slow])

# %% nobody knows how many epochs
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=count, validation_split=0.2, callbacks=[callbacks.EarlyStopping(patience=10)])
