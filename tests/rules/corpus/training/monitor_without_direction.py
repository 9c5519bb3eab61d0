# %% a function of the author's
def f1(truth, guess):
    return keras.ops.mean(truth * guess)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy", f1])
stop = callbacks.EarlyStopping("val_f1", patience=3)  # ← training/monitor-without-direction
keep = callbacks.ModelCheckpoint("a.keras", monitor="f1", mode="auto")  # ← training/monitor-without-direction
net.fit(x, y, validation_split=0.2, epochs=50, callbacks=[stop, keep])

# %% a class of the author's, and counts
class Share(keras.metrics.Metric):
    def __init__(self, name="share", **kwargs):
        super().__init__(name=name, **kwargs)


class Middle(keras.metrics.Mean):
    pass


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
kinds = [Share(), Share(name="mine"), Middle(), keras.metrics.TruePositives(name="tp"), keras.metrics.binary_accuracy]
net.compile("adam", "binary_crossentropy", metrics=kinds)
net.fit(x, y, validation_split=0.2, epochs=50, callbacks=[
    callbacks.EarlyStopping(monitor="val_share"),  # ← training/monitor-without-direction
    callbacks.EarlyStopping(monitor="val_mine"),  # ← training/monitor-without-direction
    callbacks.EarlyStopping(monitor="val_middle"),  # ← training/monitor-without-direction
    callbacks.ReduceLROnPlateau(monitor="tp"),  # ← training/monitor-without-direction
    callbacks.ReduceLROnPlateau(monitor="val_binary_accuracy"),  # ← training/monitor-without-direction
])

# %% of one output
i = Input((4,))
net = Model(i, [layers.Dense(1, name="age")(i), layers.Dense(1, name="size")(i)])
net.compile("adam", "mse", metrics=[["mae"], ["mae"]])
net.fit(x, [y, z], validation_split=0.2, epochs=50, callbacks=[
    callbacks.EarlyStopping(monitor="val_age_loss"),  # ← training/monitor-without-direction
    callbacks.ReduceLROnPlateau(monitor="size_mae"),  # ← training/monitor-without-direction
    callbacks.ReduceLROnPlateau(monitor="size_mae", mode="min"),
    callbacks.EarlyStopping(monitor="val_loss"),
])

# %% the direction is told
def f1(truth, guess):
    return keras.ops.mean(truth * guess)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile(loss="binary_crossentropy", optimizer="adam", metrics=[f1])
stop = callbacks.EarlyStopping("val_f1", patience=3, mode="max")
net.fit(x, y, validation_split=0.2, epochs=50, callbacks=[stop, callbacks.EarlyStopping()])

# %% metrics of Keras
net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
kinds = ["acc", "binary_accuracy", keras.metrics.F1Score(name="f1"), keras.metrics.MeanSquaredError(), losses.huber]
net.compile(loss="binary_crossentropy", optimizer="adam", metrics=kinds)
net.fit(x, y, validation_split=0.2, epochs=50, callbacks=[
    callbacks.EarlyStopping("val_acc"),
    callbacks.EarlyStopping("val_binary_accuracy"),
    callbacks.EarlyStopping("val_f1"),
    callbacks.EarlyStopping("val_mean_squared_error"),
    callbacks.EarlyStopping("val_huber"),
])

# %% a class of the author's that descends from one with a direction, or says its own
class Mine(keras.metrics.BinaryAccuracy):
    def __init__(self, name="mine", **kwargs):
        super().__init__(name=name, **kwargs)


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=[Mine()])
net.fit(x, y, validation_split=0.2, epochs=50, callbacks=[callbacks.EarlyStopping("val_mine")])
