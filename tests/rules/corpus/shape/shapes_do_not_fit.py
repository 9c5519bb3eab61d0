# %% a table in a recurrent layer
model = Sequential([Input((8,)), layers.LSTM(4)])  # ← shape/shapes-do-not-fit

# %% an image in a recurrent layer
model = Sequential([layers.GRU(4, input_shape=(28, 28, 1)), layers.Dense(1)])  # ← shape/shapes-do-not-fit

# %% a reshape that does not add up
model = Sequential([Input((100,)), layers.Dense(100), layers.Reshape((7, 7, 2))])  # ← shape/shapes-do-not-fit

# %% a residual block that changes its width
a = Input((32, 32, 3))
b = layers.Conv2D(16, 3, padding="same")(a)
c = layers.Add()([a, b])  # ← shape/shapes-do-not-fit
model = Model(a, c)

# %% the same with a plus
a = Input((8,))
b = a + layers.Dense(16)(a)  # ← shape/shapes-do-not-fit
model = Model(a, b)

# %% a skip from another size
a = Input((32, 32, 3))
b = layers.MaxPooling2D()(a)
c = layers.concatenate([a, b])  # ← shape/shapes-do-not-fit
model = Model(a, c)

# %% other numbers of axes
a, b = Input((10, 4)), Input((4,))
c = layers.Concatenate()([layers.Conv1D(4, 3)(a), b])  # ← shape/shapes-do-not-fit
model = Model([a, b], c)

# %% pooled too early
model = Sequential([Input((8, 8, 3)), layers.GlobalAveragePooling2D(), layers.Conv2D(4, 3)])  # ← shape/shapes-do-not-fit

# %% images of any size, flattened
model = Sequential([
    Input((None, None, 3)),
    layers.Conv2D(8, 3),
    layers.Flatten(),
    layers.Dense(10),  # ← shape/shapes-do-not-fit
])

# %% repeated twice
model = Sequential([Input((8, 3)), layers.LSTM(4, return_sequences=True), layers.RepeatVector(3)])  # ← shape/shapes-do-not-fit

# %% a film in one convolution
model = Sequential([Input((4, 28, 28, 1)), layers.Conv2D(8, 3)])  # ← shape/shapes-do-not-fit

# %% other rules speak of these
a = Sequential([Input((28, 28)), layers.Conv2D(8, 3)])
b = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 33)])
c = Sequential([Input((28, 28, 1)), layers.MaxPooling2D(33)])
d = Sequential([Input((10, 3)), layers.LSTM(4), layers.LSTM(4)])

# %% one layer on two widths
dense = layers.Dense(3)  # ← shape/shapes-do-not-fit
a, b = Input((4,)), Input((7,))
model = Model([a, b], layers.concatenate([dense(a), dense(b)]))

# %% images of another size for a base
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))  # ← shape/shapes-do-not-fit
model = Sequential([Input((64, 64, 3)), base, layers.Flatten(), layers.Dense(1)])

# %% images that a base takes, and one layer on two tensors of one width
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))
model = Sequential([Input((96, 96, 3)), base, layers.GlobalAveragePooling2D(), layers.Dense(1)])
dense = layers.Dense(4)
a, b = Input((4,)), Input((4,))
model = Model([a, b], layers.concatenate([dense(a), dense(dense(b))]))

# %% what fits
model = Sequential([Input((28, 28)), layers.Reshape((-1, 28, 1)), layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(3)])

# %% broadcasting
a, b = Input((8, 8, 16)), Input((1, 1, 16))
model = Model([a, b], layers.Multiply()([a, b]))

# %% a gate over channels
a = Input((8, 8, 16))
gate = layers.Dense(16, activation="sigmoid")(layers.GlobalAveragePooling2D()(a))
model = Model(a, layers.Multiply()([a, gate]))

# %% sizes that vary, pooled
model = Sequential([Input((None, None, 3)), layers.Conv2D(8, 3), layers.GlobalMaxPooling2D(), layers.Dense(10)])

# %% sequences that vary
model = Sequential([Input((None, 5)), layers.LSTM(8, return_sequences=True), layers.Dense(3)])

# %% joined along another axis
a, b = Input((4, 8)), Input((6, 8))
model = Model([a, b], layers.Concatenate(axis=1)([a, b]))

# %% a film, image by image
model = Sequential([Input((4, 28, 28, 1)), layers.TimeDistributed(layers.Conv2D(8, 3)), layers.ConvLSTM2D(4, 3)])

# %% an unknown size of a reshape
import sys

n = int(sys.argv[-1]) if len(sys.argv) > 5 else 50
model = Sequential([Input((100,)), layers.Reshape((2, n)), layers.Flatten(), layers.Dense(3)])

# %% one batch norm behind all convolutions of a loop
inputs = Input((32, 32, 3))
x = inputs
norm = layers.BatchNormalization()  # ← shape/shapes-do-not-fit
for filters in (16, 32, 64):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.MaxPooling2D()(layers.Activation("relu")(norm(x)))
model = Model(inputs, layers.Dense(5, activation="softmax")(layers.GlobalAveragePooling2D()(x)))

# %% one convolution on maps of two depths, in a class of the author's
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Conv2D(16, 3, padding="same")
        self.conv = layers.Conv2D(32, 3, padding="same")  # ← shape/shapes-do-not-fit
        self.pool = layers.GlobalAveragePooling2D()
        self.out = layers.Dense(3)

    def call(self, x):
        return self.out(self.pool(self.conv(self.conv(self.first(x)))))


model = Net()
model(np.zeros((1, 8, 8, 3), "float32"))
model.compile(loss="mse", optimizer="adam")
model.fit(np.zeros((8, 8, 8, 3)), np.zeros((8, 3)))

# %% one norm twice in a list
inputs = Input((20,))
x = inputs
norms = [layers.BatchNormalization()] * 2  # ← shape/shapes-do-not-fit
for norm, units in zip(norms, (64, 32)):
    x = norm(layers.Dense(units, activation="relu")(x))
model = Model(inputs, layers.Dense(1)(x))

# %% one recurrent layer for two series
read = layers.GRU(8)  # ← shape/shapes-do-not-fit
a, b = Input((10, 3)), Input((10, 5))
model = Model([a, b], layers.Dense(1)(layers.concatenate([read(a), read(b)])))
model([np.zeros((1, 10, 3)), np.zeros((1, 10, 5))])

# %% a batch norm for each, made in the loop
inputs = Input((32, 32, 3))
x = inputs
relu, pool = layers.Activation("relu"), layers.MaxPooling2D()
for filters in (16, 32, 64):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = pool(relu(layers.BatchNormalization()(x)))
model = Model(inputs, layers.Dense(5, activation="softmax")(layers.GlobalAveragePooling2D()(x)))

# %% one convolution, one norm and one recurrent layer on several maps of one depth
conv, norm, drop = layers.Conv2D(3, 3, padding="same"), layers.BatchNormalization(), layers.Dropout(0.2)
inputs = Input((32, 32, 3))
near, far = inputs, layers.MaxPooling2D()(inputs)
near, far = (drop(norm(conv(part))) for part in (near, far))
model = Model(inputs, layers.concatenate([layers.GlobalMaxPooling2D()(part) for part in (near, far)]))
read = layers.GRU(3, return_sequences=True)
steps, others = Input((10, 3)), Input((None, 3))
model = Model([steps, others], [read(read(steps)), read(others)])

# %% a norm over the rows of an image, whose channels may differ
norm = layers.BatchNormalization(axis=1)
inputs = Input((8, 8, 3))
x = norm(inputs)
model = Model(inputs, norm(layers.Conv2D(16, 3, padding="same")(x)))

# %% a base that has pooled its maps already
base = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(96, 96, 3))
x = layers.GlobalAveragePooling2D()(base.output)  # ← shape/shapes-do-not-fit
model = Model(base.input, layers.Dense(5, activation="softmax")(x))

# %% the same in a list, with a dropout between
settings = {"include_top": False, "pooling": "max"}
model = Sequential([
    keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3), **settings),
    layers.Dropout(0.2),
    layers.Conv2D(64, 3),  # ← shape/shapes-do-not-fit
    layers.Flatten(),
])

# %% a base with its own classes
def build(base):
    inputs = Input((96, 96, 3))
    x = base(inputs, training=False)
    x = layers.GlobalMaxPooling2D()(x)  # ← shape/shapes-do-not-fit
    return Model(inputs, layers.Dense(5)(x))


model = build(keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3)))

# %% maps for a recurrent layer
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))
model = Sequential([base, layers.LSTM(16)])  # ← shape/shapes-do-not-fit

# %% a base that pools, or does not, and what fits
base = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(96, 96, 3))
model = Sequential([base, layers.Flatten(), layers.Dense(5)])
base = keras.applications.MobileNetV2(weights=None, include_top=False, pooling=None, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(5)])
base = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg", input_shape=(96, 96, 3))
inputs = Input((4, 96, 96, 3))
model = Model(inputs, layers.GlobalAveragePooling1D()(layers.TimeDistributed(base)(inputs)))

# %% the maps within a base, and settings from elsewhere
settings = dict([("include_top", False)])
base = keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3), **settings)
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(5)])
whole = keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3))
maps = Model(whole.input, whole.get_layer("out_relu").output)
model = Model(maps.input, layers.GlobalAveragePooling2D()(maps.output))
model = Model(whole.input, layers.GlobalAveragePooling2D()(whole.layers[-3].output))

# %% a network of the author's with that name
class MobileNetV2(layers.Layer):
    def __init__(self, include_top=True, pooling="avg"):
        super().__init__()
        self.seen = layers.Conv2D(8, 3)

    def call(self, x):
        return self.seen(x)


inputs = Input((32, 32, 3))
model = Model(inputs, layers.GlobalAveragePooling2D()(MobileNetV2(pooling="avg")(inputs)))
