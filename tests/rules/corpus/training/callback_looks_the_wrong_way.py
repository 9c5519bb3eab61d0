# %% early stopping on an accuracy, downwards
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = callbacks.EarlyStopping(monitor="val_accuracy", mode="min", patience=5)  # ← training/callback-looks-the-wrong-way
model.fit(x, y, validation_split=0.2, callbacks=[stop])

# %% a plateau of the loss, upwards
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
less = callbacks.ReduceLROnPlateau(mode="max")  # ← training/callback-looks-the-wrong-way
model.fit(x, y, validation_split=0.2, callbacks=[less])

# %% an output of several, old spelling
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["acc"])
keep = callbacks.ModelCheckpoint("a.h5", "val_head_acc", 1, True, mode="min")  # ← training/callback-looks-the-wrong-way
model.fit(x, y, validation_split=0.2, callbacks=[keep])

# %% a step that a share cannot make
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = callbacks.EarlyStopping(monitor="accuracy", min_delta=5)  # ← training/callback-looks-the-wrong-way
model.fit(x, y, callbacks=[stop])

# %% the right way, said and unsaid
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = callbacks.EarlyStopping(monitor="val_accuracy", mode="max", min_delta=0.001)
less = callbacks.ReduceLROnPlateau(monitor="val_loss", mode="min", min_delta=1)
keep = callbacks.ModelCheckpoint("best.keras", monitor="val_accuracy", save_best_only=True)
model.fit(x, y, validation_split=0.2, callbacks=[stop, less, keep])

# %% a metric of the author's, whose direction nobody knows
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=[profit])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping(monitor="val_profit", mode="max", min_delta=2)])

# %% the mode is decided elsewhere
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping(monitor="val_loss", mode=options.mode)])
