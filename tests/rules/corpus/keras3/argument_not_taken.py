# %% a letter is missing
model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activaton="relu")])  # ← keras3/argument-not-taken

# %% of a recurrent layer
model = keras.Sequential([keras.Input((9, 4)), layers.LSTM(8, return_sequence=True)])  # ← keras3/argument-not-taken

# %% of another loss
loss = keras.losses.SparseCategoricalCrossentropy(label_smoothing=0.1)  # ← keras3/argument-not-taken

# %% of compile
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", "mse", metric=["mae"])  # ← keras3/argument-not-taken

# %% of fit
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.ones((4, 4)), np.ones(4), epoch=3)  # ← keras3/argument-not-taken

# %% of a callback and an optimizer
stop = keras.callbacks.EarlyStopping(montor="loss")  # ← keras3/argument-not-taken
adam = keras.optimizers.Adam(learning_rat=0.1)  # ← keras3/argument-not-taken

# %% those that every layer has, and those of a schedule
rate = keras.optimizers.schedules.CosineDecay(0.1, decay_steps=100, name="wave")
model = keras.Sequential(
    [
        keras.Input((9, 4), name="rows", dtype="float32"),
        layers.LSTM(8, return_sequences=True, name="a", trainable=False, activity_regularizer="l2", unroll=True),
        layers.Dense(3, dtype="float32", autocast=True, kernel_regularizer="l2"),
    ],
    name="both",
)
model.compile(keras.optimizers.SGD(rate, momentum=0.9, clipnorm=1.0, use_ema=True), "mse", jit_compile=False)
model.fit(np.ones((4, 9, 4)), np.ones((4, 9, 3)), validation_split=0.25, shuffle=False, initial_epoch=0, verbose=0)


# %% a model and a layer of the author's
class Pair(keras.Model):
    def compile(self, left, right):
        super().compile()
        self.left, self.right = left, right

    def fit(self, pictures, rounds=3):
        return pictures, rounds


class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return self.factor * x


model = Pair()
model.compile(left="adam", right="sgd")
model.fit(pictures=np.ones((4, 4)), rounds=2)
layer = Scale(factor=3.0, name="scale")

# %% functions of the author's own
show = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None, on_something=None)
