# %% brackets that are missing
a = Input((4,))
x = layers.Dense(8, activation="relu")
x = layers.Dropout(0.2)(x)  # ← shape/layer-for-tensor
model = Model(a, layers.Dense(1)(x))

# %% an activation
a = Input((4,))
x = layers.Dense(8)(a)
x = layers.Activation("relu")
model = Model(a, layers.Dense(1)(x))  # ← shape/layer-for-tensor

# %% called
a = Input((4,))
x = layers.Dense(8, activation="relu")(a)
model = Model(a, layers.Dense(1)(x))

# %% a layer around a layer
a = Input((4, 3))
x = layers.Bidirectional(layers.LSTM(8))(a)
model = Model(a, layers.Dense(1)(x))

# %% kept first, called later
dense = layers.Dense(8)
a = Input((4,))
model = Model(a, layers.Dense(1)(dense(a)))

# %% a model
inner = Sequential([Input((4,)), layers.Dense(2)])
a = Input((4,))
model = Model(a, layers.Dense(1)(inner(a)))

# %% a layer on a model
base = keras.applications.MobileNetV2(include_top=False, weights=None, input_shape=(96, 96, 3))
x = layers.GlobalAveragePooling2D()(base)  # ← shape/layer-for-tensor

# %% a layer on what a model gives
base = keras.applications.MobileNetV2(include_top=False, weights=None, input_shape=(96, 96, 3))
x = layers.GlobalAveragePooling2D()(base.output)
y = layers.TimeDistributed(base)(Input((5, 96, 96, 3)))
