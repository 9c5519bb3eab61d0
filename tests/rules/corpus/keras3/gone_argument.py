# %% the learning rate
optimizer = optimizers.Adam(lr=1e-3)  # ← keras3/gone-argument

# %% a layer of Keras 1
layer = layers.Dense(output_dim=8, init="uniform", input_dim=4)  # ← keras3/gone-argument

# %% a convolution of Keras 1
layer = layers.Conv2D(8, 3, border_mode="same")  # ← keras3/gone-argument

# %% the sides of a kernel one by one
layer = layers.Convolution2D(8, 3, 3, border_mode="same")  # ← keras3/gone-argument

# %% weights and a batch in the shape
layer = layers.Dense(8, weights=[np.zeros((4, 8)), np.zeros(8)])  # ← keras3/gone-argument
other = layers.LSTM(8, batch_input_shape=(2, 5, 4))  # ← keras3/gone-argument

# %% an input of two pieces
layer = layers.LSTM(8, input_length=5, input_dim=4)  # ← keras3/gone-argument

# %% batch normalization
layer = layers.BatchNormalization(fused=True)  # ← keras3/gone-argument

# %% epochs
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), nb_epoch=2)  # ← keras3/gone-argument

# %% processes
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.zeros((8, 4)), np.zeros((8, 1)), workers=2, use_multiprocessing=True)  # ← keras3/gone-argument

# %% metrics by position
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse", ["mae"])  # ← keras3/gone-argument
model.fit(np.zeros((2, 4)), np.zeros((2, 1)), verbose=0)

# %% inputs and outputs of a model
a = Input((4,))
model = Model(input=a, output=layers.Dense(1)(a))  # ← keras3/gone-argument

# %% callbacks
one = callbacks.ModelCheckpoint("best.keras", period=5)  # ← keras3/gone-argument
two = callbacks.TensorBoard(batch_size=32)  # ← keras3/gone-argument

# %% a batch in the shape of an input
a = Input(batch_input_shape=(2, 4))  # ← keras3/gone-argument

# %% today's names
layer = layers.Conv2D(8, 3, padding="same", strides=2, kernel_initializer="he_normal")
optimizer = optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True, clipnorm=1.0)

# %% three numbers are filters, kernel and strides
layer = layers.Conv2D(8, 3, 3)

# %% old names that still run
one = layers.LeakyReLU(alpha=0.1)
two = layers.Embedding(10, 4, input_length=5)
three = optimizers.SGD(0.1, decay=1e-6)
four = layers.LSTM(4, implementation=2)
five = layers.Dense(4, input_dim=3)
six = callbacks.ReduceLROnPlateau(epsilon=0.1)

# %% the weights of an embedding
layer = layers.Embedding(3, 2, weights=[np.zeros((3, 2))])

# %% the batch of an input
a = Input((4,), batch_size=2)
b = Input(batch_shape=(2, 4))
c = layers.InputLayer(batch_shape=(2, 4))

# %% a function of the author's with arguments of these names
def train(lr, nb_epoch):
    return lr * nb_epoch


print(train(lr=0.1, nb_epoch=3))

# %% a program for Keras 2
import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"
optimizer = optimizers.Adam(lr=1e-3)

# %% the version is asked
if keras.__version__.startswith("2"):
    optimizer = optimizers.Adam(lr=1e-3)
else:
    optimizer = optimizers.Adam(learning_rate=1e-3)

# %% an exception is expected
try:
    optimizer = optimizers.Adam(lr=1e-3)
except ValueError:
    optimizer = optimizers.Adam(learning_rate=1e-3)

# %% a name by position
class Scale(layers.Layer):
    def build(self, shape):
        self.by = self.add_weight("by", shape=(1,))  # ← keras3/gone-argument


Scale().build((2, 1))

# %% a shape by position
class Scale(layers.Layer):
    def build(self, shape):
        self.by = self.add_weight((1,), name="by")

# %% a pool without a size
model = Sequential([Input((8, 8, 3)), layers.AveragePooling2D()])  # ← keras3/gone-argument

# %% the rate of an optimizer
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
print(model.optimizer.lr)  # ← keras3/gone-argument
