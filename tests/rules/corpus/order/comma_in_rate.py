# %% in a loop
model = Sequential()
for units in (64, 32):
    model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dropout(0,25))  # ← order/comma-in-rate
model.add(layers.Dense(1))

# %% in a function, of TensorFlow
def block(x, filters):
    x = tf.keras.layers.Conv2D(filters, 3, activation="relu")(x)
    return tf.keras.layers.SpatialDropout2D(0,3)(x)  # ← order/comma-in-rate

# %% in a class, of Keras 2
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0,5, name="drop")  # ← order/comma-in-rate

    def call(self, x):
        return self.drop(x)

# %% a variable that is a pair
rate = 0,4
model = Sequential([Input((8,)), layers.Dense(64), layers.Dropout(rate), layers.Dense(1)])  # ← order/comma-in-rate
model = Sequential([Input((8,)), layers.Dense(64), layers.Dropout(rate=rate), layers.Dense(1)])  # ← order/comma-in-rate

# %% a noise with a mean
noisy = layers.GaussianNoise(0,1)  # ← order/comma-in-rate

# %% a point
model = Sequential([Input((8,)), layers.Dense(64), layers.Dropout(0.5), layers.GaussianNoise(0.1), layers.Dense(1)])

# %% nothing is dropped on purpose
model = Sequential([Input((8,)), layers.Dense(64), layers.Dropout(0), layers.Dropout(0.0), layers.Dense(1)])

# %% with a seed, and with one noise for all steps
steps = layers.Dropout(0.3, (None, 1, 16))
same = layers.Dropout(0, (None, 1, 16))
off = layers.Dropout(0, None, 7)
seeded = layers.GaussianNoise(0, 1234)
named = layers.Dropout(0, seed=7)

# %% rates for several layers
rates = 0, 5
drops = [layers.Dropout(rate / 10) for rate in rates]
first = layers.Dropout(rates[0])

# %% a layer of the author's with two numbers
class Dropout(layers.Layer):
    def __init__(self, first, last):
        super().__init__()
        self.first, self.last = first, last

    def call(self, x):
        return tf.concat([x[:, : self.first], x[:, self.last :]], axis=1)


model = Sequential([Input((8,)), Dropout(0, 3), layers.Dense(1)])

# %% a rate that is an argument
def block(rate):
    return layers.Dropout(rate, 7)
