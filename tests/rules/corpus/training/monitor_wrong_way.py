# %% the worst is kept
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
keep = callbacks.ModelCheckpoint("b.keras", "val_accuracy", 0, True, mode="min")  # ← training/monitor-wrong-way
model.fit(x, y, validation_split=0.2, callbacks=[keep])

# %% a loss that should rise
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, callbacks=[
    callbacks.EarlyStopping(monitor="loss", mode="max", patience=5),  # ← training/monitor-wrong-way
])

# %% an error, from a dictionary
options = dict(monitor="val_mae", mode="max", factor=0.5)
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
slower = tf.keras.callbacks.ReduceLROnPlateau(**options)  # ← training/monitor-wrong-way
model.fit(x, y, validation_data=(x_test, y_test), callbacks=slower)

# %% an AUC that Keras counted
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.AUC()])
stop = callbacks.EarlyStopping("val_auc_1", mode="min")  # ← training/monitor-wrong-way
model.fit(x, y, validation_split=0.2, callbacks=[stop])

# %% the right way
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
every = [
    callbacks.EarlyStopping("val_loss", mode="min"),
    callbacks.ModelCheckpoint("b.keras", "val_accuracy", save_best_only=True, mode="max"),
]
model.fit(x, y, validation_split=0.2, callbacks=every)

# %% a checkpoint of every epoch compares nothing
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, callbacks=[callbacks.ModelCheckpoint("b.keras", "val_accuracy", mode="min")])

# %% a metric of the author's
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=[distance])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping("val_distance", mode="max")])

# %% automatic
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping("val_accuracy", mode="auto")])

# %% a metric under a name of the author's
net = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
found = [keras.metrics.F1Score(name="f1"), keras.metrics.Recall(name="found"), keras.metrics.R2Score(name="share")]
net.compile("adam", "categorical_crossentropy", metrics=[*found, keras.metrics.MeanSquaredError(name="accuracy")])
net.fit(x, y, validation_split=0.2, epochs=20, callbacks=[
    callbacks.EarlyStopping("val_f1", mode="min"),  # ← training/monitor-wrong-way
    callbacks.EarlyStopping("val_found", mode="min"),  # ← training/monitor-wrong-way
    callbacks.EarlyStopping("val_share", mode="min"),  # ← training/monitor-wrong-way
    callbacks.EarlyStopping("val_accuracy", mode="max"),  # ← training/monitor-wrong-way
    callbacks.EarlyStopping("val_accuracy", mode="min"),
    callbacks.EarlyStopping("val_f1", mode="max"),
])
