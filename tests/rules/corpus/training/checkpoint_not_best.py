# %% the file is called best
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("models/best.keras")  # ← training/checkpoint-not-best
model.fit(x, y, epochs=20, validation_split=0.1, callbacks=[keep])

# %% a monitor for nothing
from keras.callbacks import ModelCheckpoint

model = Sequential()
model.add(layers.Dense(1, input_dim=20))
model.compile(loss="mse", optimizer="adam")
model.fit(
    x,
    y,
    epochs=20,
    validation_data=(x_test, y_test),
    callbacks=[ModelCheckpoint("w.h5", "val_loss", save_weights_only=True)],  # ← training/checkpoint-not-best
)

# %% switched off
a = Input((20,))
model = Model(a, layers.Dense(1)(a))
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint(filepath="best_model.h5", save_best_only=False)  # ← training/checkpoint-not-best
model.fit(x, y, epochs=20, validation_split=0.1, callbacks=keep)

# %% right
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
model.fit(x, y, epochs=20, validation_split=0.1, callbacks=[keep])

# %% every epoch has a file
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("best-{epoch:02d}-{val_loss:.2f}.keras", monitor="val_loss")
model.fit(x, y, epochs=20, validation_split=0.1, callbacks=[keep])

# %% to go on after a crash
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("training_1/cp.weights.h5", save_weights_only=True, verbose=1)
model.fit(x, y, epochs=20, callbacks=[keep])

# %% unknown
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=only_best())
model.fit(x, y, epochs=20, validation_split=0.1, callbacks=[keep])

# %% a word with best in it
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, callbacks=[callbacks.ModelCheckpoint("asbestos.keras")])
