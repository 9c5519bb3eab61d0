# %% the curve of the validation
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
h = model.fit(x, y, validation_split=0.5, verbose=0)
print(h.history["val_acc"])  # ← keras3/accuracy-key

# %% through a variable
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, verbose=0).history
acc = history["acc"]  # ← keras3/accuracy-key

# %% in a function
x, y = np.zeros((8, 4)), np.zeros(8)


def show(history):
    print(history.history["acc"])  # ← keras3/accuracy-key


model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
show(model.fit(x, y, verbose=0))

# %% the other way round
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["acc"])
print(model.fit(x, y, verbose=0).history["accuracy"])  # ← keras3/accuracy-key

# %% both names as they were given
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["acc"])
h = model.fit(x, y, validation_split=0.5, verbose=0)
print(h.history["acc"], h.history["val_acc"], h.history["loss"])

# %% a metric with a name of its own
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy(name="acc")])
print(model.fit(x, y, verbose=0).history["acc"])

# %% whichever is there
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
h = model.fit(x, y, verbose=0)
if "acc" in h.history:
    print(h.history["acc"])

# %% another metric besides
x, y = np.zeros((8, 4)), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy", keras.metrics.BinaryAccuracy(name="acc")])
print(model.fit(x, y, verbose=0).history["acc"])

# %% a history of the author's
history = {"acc": [0.1, 0.2]}
print(history["acc"])

# %% a callback that asks for the old name
x, y = np.zeros((8, 4)), np.zeros(8)
class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs={}):
        if logs.get("acc") > 0.95:  # ← keras3/accuracy-key
            self.model.stop_training = True

model = Sequential([Input((4,)), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, callbacks=[Enough()])

# %% a callback that asks for what compile says
x, y = np.zeros((8, 4)), np.zeros(8)
class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs={}):
        if logs["val_acc"] > 0.95:
            self.model.stop_training = True

model = Sequential([Input((4,)), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
model.fit(x, y, validation_split=0.5, callbacks=[Enough()])
