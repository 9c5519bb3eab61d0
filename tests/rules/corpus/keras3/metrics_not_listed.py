# %% a text
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy", metrics="accuracy")  # ← keras3/metrics-not-listed

# %% an object
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd", metrics=keras.metrics.MeanSquaredError())  # ← keras3/metrics-not-listed

# %% a function
def error(y_true, y_pred):
    return keras.ops.mean(y_true - y_pred)


a = Input((4,))
model = Model(a, layers.Dense(1)(a))
model.compile(loss="mse", optimizer="sgd", metrics=error)  # ← keras3/metrics-not-listed

# %% a list
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd", metrics=["mae"])

# %% a tuple
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd", metrics=("mae", "mse"))

# %% none
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd", metrics=None)

# %% by output
a = Input((4,))
model = Model(a, layers.Dense(1, name="price")(a))
model.compile(loss="mse", optimizer="sgd", metrics={"price": ["mae"]})

# %% unknown
import sys

model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd", metrics=sys.argv[1:] and ["mae"])
