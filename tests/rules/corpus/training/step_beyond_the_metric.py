# %% one whole AUC
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.AUC(name="auc")])
stop = callbacks.EarlyStopping(monitor="val_auc", mode="max", min_delta=1)  # ← training/step-beyond-the-metric
model.fit(x, y, validation_split=0.2, callbacks=[stop])

# %% percentages
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["acc"])
stop = callbacks.EarlyStopping("val_acc", 5, patience=9)  # ← training/step-beyond-the-metric
model.fit(x, y, validation_split=0.2, callbacks=[stop])

# %% the learning rate falls all the time
STEP = 1.0
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
slow = callbacks.ReduceLROnPlateau("accuracy", min_delta=STEP, mode="max")  # ← training/step-beyond-the-metric
model.fit(x, y, callbacks=slow)

# %% a small step
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping("val_accuracy", min_delta=0.01)])

# %% a loss can fall by more than one
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping(min_delta=5)])

# %% a count is no share
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.TruePositives(name="hits")])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping("val_hits", mode="max", min_delta=1)])

# %% a baseline
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping("val_accuracy", baseline=0.8)])

# %% a cross-entropy in large steps
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
stop = callbacks.EarlyStopping(min_delta=0.1, patience=3)  # ← training/step-beyond-the-metric
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])

# %% a cross-entropy in small steps
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
stop = callbacks.EarlyStopping(min_delta=0.001, patience=3)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])

# %% a loss of any size
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
stop = callbacks.EarlyStopping(min_delta=0.1, patience=3)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])

# %% a share under a name of the author's
net = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
kinds = [keras.metrics.F1Score(name="f1"), keras.metrics.KLDivergence(name="accuracy")]
net.compile("adam", "categorical_crossentropy", metrics=kinds)
net.fit(x, y, validation_split=0.2, epochs=20, callbacks=[
    callbacks.EarlyStopping("val_f1", mode="max", min_delta=1),  # ← training/step-beyond-the-metric
    callbacks.EarlyStopping("val_accuracy", mode="min", min_delta=1),
])
