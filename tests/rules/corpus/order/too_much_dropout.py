# %% one rate
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.8),  # ← order/too-much-dropout
    layers.Dense(1),
])

# %% two in a row
model = Sequential()
model.add(layers.Dense(64, activation="relu", input_dim=8))
model.add(layers.Dropout(0.5))
model.add(layers.BatchNormalization())
model.add(layers.Dropout(0.5))  # ← order/too-much-dropout
model.add(layers.Dense(1))

# %% convolutions
inputs = Input((32, 32, 3))
x = layers.Conv2D(32, 3, activation="relu")(inputs)
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.6)(x)  # ← order/too-much-dropout
x = layers.Conv2D(32, 3, activation="relu")(x)
model = Model(inputs, layers.Dense(10)(layers.Flatten()(x)))

# %% a recurrent layer
model = Sequential([layers.Embedding(1000, 32), layers.LSTM(32)])
model.add(layers.Dropout(rate=0.75))  # ← order/too-much-dropout
model.add(layers.Dense(1))

# %% one half
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5), layers.Dense(1)])

# %% one half between convolutions
model = Sequential([Input((8, 8, 1)), layers.Conv2D(8, 3, activation="relu"), layers.Dropout(0.5), layers.Conv2D(8, 3, activation="relu")])

# %% a little more before a dense layer
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.6), layers.Dense(1)])

# %% a very wide layer
model = Sequential([Input((8,)), layers.Dense(4096, activation="relu"), layers.Dropout(0.8), layers.Dense(101, activation="softmax")])

# %% one behind the other, with layers between
model = Sequential([Input((8,))])
for _ in range(5):
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dropout(0.5))
model.add(layers.Dense(1))

# %% a way around it
inputs = Input((64,))
h = layers.Dense(64, activation="relu")(inputs)
x = layers.add([h, layers.Dropout(0.8)(h)])
model = Model(inputs, layers.Dense(1)(x))

# %% a frozen base between
base = keras.applications.MobileNetV2(include_top=False)
model = Sequential([Input((8, 8, 1)), layers.Conv2D(3, 3), layers.Dropout(0.5), base, layers.Dropout(0.5), layers.Flatten(), layers.Dense(1)])

# %% unknown
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(p), layers.Dense(1)])

# %% on both sides of a pooling: that is another rule's
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.Dropout(0.5),
    layers.MaxPooling2D(),
    layers.Dropout(0.5),
    layers.Flatten(),
    layers.Dense(10),
])

# %% a number that is no share: Keras refuses it
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(50), layers.Dense(1)])

# %% units of a list on the command line
import argparse
p = argparse.ArgumentParser()
p.add_argument("--hidden", type=int, nargs="+", default=[64, 32])
args = p.parse_args()
model = Sequential([Input((8,))])
for units in args.hidden:
    model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dropout(0.8))  # ← order/too-much-dropout
model.add(layers.Dense(1))

# %% a list on the command line that may be empty, and one of words
import argparse
p = argparse.ArgumentParser()
p.add_argument("--hidden", type=int, nargs="*", default=[])
p.add_argument("--kinds", nargs="+", default=["relu", "relu"])
args = p.parse_args()
model = Sequential([Input((8,))])
for units in args.hidden:
    model.add(layers.Dense(units))
    model.add(layers.Dropout(0.8))
for kind in args.kinds:
    model.add(layers.Dense(64, activation=kind))
    model.add(layers.Dropout(0.8))
model.add(layers.Dense(1))
