# %% no validation
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(patience=3)  # ← training/monitor-not-there
model.fit(x, y, epochs=20, callbacks=[stop])

# %% a checkpoint
model = Sequential()
model.add(layers.Dense(1, input_dim=20, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
best = callbacks.ModelCheckpoint("b.keras", "val_accuracy", save_best_only=True)  # ← training/monitor-not-there
model.fit(x, y, nb_epoch=20, callbacks=[best])

# %% the name of before
a = Input((20,))
model = Model(a, layers.Dense(1, activation="sigmoid")(a))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = callbacks.EarlyStopping(monitor="val_acc", patience=3)  # ← training/monitor-not-there
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[stop])

# %% a metric that nobody asked for
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
slower = callbacks.ReduceLROnPlateau(monitor="val_mae")  # ← training/monitor-not-there
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[slower])

# %% another spelling of the metric
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
stop = callbacks.EarlyStopping(monitor="val_mean_absolute_error")  # ← training/monitor-not-there
model.fit(x, y, epochs=20, validation_data=(x_test, y_test), callbacks=[stop])

# %% in a file name
folder = "models/"
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
path = folder + "{epoch:02d}-{val_acc:.2f}.keras"
keep = callbacks.ModelCheckpoint(path, "val_loss", save_best_only=True)  # ← training/monitor-not-there
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[keep])

# %% a validation in a file name, and none
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
keep = callbacks.ModelCheckpoint("{epoch}-{val_loss:.3f}.keras")  # ← training/monitor-not-there
model.fit(x, y, epochs=20, callbacks=[keep])

# %% file names of what there is
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy", keras.metrics.AUC(name="area")])
path = "{epoch:02d}-{val_accuracy:.2f}-{loss:.3f}-{val_area:.2f}.keras"
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[callbacks.ModelCheckpoint(path)])

# %% right names
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae", keras.metrics.RootMeanSquaredError(name="far")])
every = [callbacks.EarlyStopping(monitor="val_mae"), callbacks.ReduceLROnPlateau(monitor="val_far")]
model.fit(x, y, epochs=20, validation_data=(x_test, y_test), callbacks=every)

# %% the short name was given
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["acc"])
stop = callbacks.EarlyStopping(monitor="val_acc", patience=3)
model.fit(x, y, epochs=20, validation_split=0.2, callbacks=[stop])

# %% the training loss
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, callbacks=[callbacks.EarlyStopping(monitor="loss")])

# %% several outputs report each for itself
a = Input((20,))
model = Model(a, [layers.Dense(1, name="price")(a), layers.Dense(1, name="age")(a)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, validation_data=(x_test, y_test), callbacks=[callbacks.EarlyStopping(monitor="val_price_loss")])

# %% keras counts objects of a class
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[keras.metrics.AUC()])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping(monitor="val_auc_1", mode="max")])


# %% a metric of the author's
def rmse(truth, answer):
    return keras.ops.sqrt(keras.ops.mean((truth - answer) ** 2))


model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=[rmse])
model.fit(x, y, validation_split=0.2, callbacks=[callbacks.EarlyStopping(monitor="val_rmse")])

# %% another callback may report
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, callbacks=[Validate(x_test, y_test), callbacks.EarlyStopping(monitor="val_f1", mode="max")])

# %% validation from elsewhere
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, callbacks=[callbacks.EarlyStopping()], **options)

# %% a generator for validation, old spelling
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit_generator(train, 100, 20, 1, [callbacks.EarlyStopping()], test, 10)

# %% a checkpoint of every epoch monitors nothing
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, callbacks=[callbacks.ModelCheckpoint("cp.weights.h5", save_weights_only=True)])

# %% a slip of the pen, and a model from elsewhere
stop = callbacks.EarlyStopping(monitor="value_loss", patience=100)  # ← training/monitor-not-there
model.fit(x, y, validation_split=0.1, callbacks=[stop])

# %% a look after each batch
keep = callbacks.ModelCheckpoint(  # ← training/monitor-not-there
    "best.keras", monitor="val_loss", save_best_only=True, save_freq=1
)

# %% a model from elsewhere, without validation
stop = callbacks.EarlyStopping(patience=3)  # ← training/monitor-not-there
model = load(path)
model.fit(x, y, batch_size=32, callbacks=[stop], validation_split=0.0, validation_data=None)

# %% a model from elsewhere, with validation
stop = callbacks.EarlyStopping(patience=3)
model = load(path)
model.fit(x, y, 32, 10, 1, [stop], 0.1)
model.fit(x, y, callbacks=[stop], validation_data=(x_test, y_test))
model.fit(x, y, callbacks=[stop], **options)

# %% a column that the history has not
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
seen = model.fit(x, y, epochs=3)
print(seen.history["val_loss"])  # ← training/monitor-not-there

# %% which it has
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
seen = model.fit(x, y, epochs=3, validation_split=0.1)
print(seen.history["val_loss"])

# %% two outputs, whose metrics have their names in front
i = Input((4,))
net = Model(i, [layers.Dense(1, name="age")(i), layers.Dense(1, name="size")(i)])
net.compile("adam", "mse", metrics={"age": ["mae"], "size": "mse"})
net.fit(x, [y, z], validation_split=0.2, epochs=20, callbacks=[
    callbacks.EarlyStopping("val_mae", mode="min"),  # ← training/monitor-not-there
    callbacks.EarlyStopping("val_size_mae", mode="min"),  # ← training/monitor-not-there
    callbacks.EarlyStopping("val_age_mae", mode="min"),
    callbacks.EarlyStopping("size_loss", mode="min"),
    callbacks.EarlyStopping("val_loss"),
])

# %% a metric that nobody asked for
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
told = model.fit(x, y, epochs=3)
print(told.history["loss"], told.history["accuracy"])  # ← training/monitor-not-there

# %% metrics under their own names
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae", keras.metrics.RootMeanSquaredError()])
told = model.fit(x, y, epochs=3, validation_split=0.2)
print(told.history["mae"], told.history["val_root_mean_squared_error"])

# %% an accuracy that nobody measures, of a network that nobody can follow
body = TFAutoModel.from_pretrained("some/model")
ids = keras.Input((192,), dtype="int32")
net = keras.Model(ids, keras.layers.Dense(1, activation="sigmoid")(body(ids)[0][:, 0, :]))
net.compile("adam", loss="binary_crossentropy", metrics=[tf.keras.metrics.AUC()])
stop = EarlyStopping(monitor="val_accuracy", mode="max", patience=2)  # ← training/monitor-not-there
keep = ModelCheckpoint("net.keras", monitor="val_acc", save_best_only=True)  # ← training/monitor-not-there
net.fit(rows, validation_data=others, callbacks=[stop, keep])

# %% an accuracy under its name, of a network that nobody can follow
body = TFAutoModel.from_pretrained("some/model")
ids = keras.Input((192,), dtype="int32")
net = keras.Model(ids, keras.layers.Dense(1, activation="sigmoid")(body(ids)[0][:, 0, :]))
net.compile("adam", loss="binary_crossentropy", metrics=[tf.keras.metrics.BinaryAccuracy(name="accuracy")])
stop = EarlyStopping(monitor="val_accuracy", mode="max", patience=2)
net.fit(rows, validation_data=others, callbacks=[stop])
