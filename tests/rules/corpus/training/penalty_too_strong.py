# %% squares
from keras.regularizers import l2
model = Sequential([Input((32, 32, 1)), layers.Conv2D(50, 7), layers.Flatten()])
model.add(layers.Dense(800, kernel_regularizer=l2(0.5)))  # ← training/penalty-too-strong
model.add(layers.Activation("relu"))
model.add(layers.Dense(800, kernel_regularizer=l2(0.5)))
model.add(layers.Dense(1))

# %% both, in a function
def block(x):
    return layers.Dense(64, kernel_regularizer=keras.regularizers.L1L2(l1=0.1, l2=0.2))(x)  # ← training/penalty-too-strong

inputs = Input((8,))
model = Model(inputs, layers.Dense(1)(block(block(inputs))))

# %% usual factors
model = Sequential([Input((8,))])
for _ in range(3):
    model.add(layers.Dense(64, kernel_regularizer=keras.regularizers.l2(0.01)))
model.add(layers.Dense(1, kernel_regularizer="l2"))

# %% one layer
model = Sequential([Input((8,)), layers.Dense(1, kernel_regularizer=keras.regularizers.l2(0.5))])

# %% a factor that is not known
model = Sequential([Input((8,))])
for _ in range(3):
    model.add(layers.Dense(64, kernel_regularizer=keras.regularizers.l2(strength)))
