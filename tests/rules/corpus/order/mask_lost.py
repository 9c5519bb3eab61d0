# %% a convolution between
model = Sequential([
    Input((None, 1)),
    layers.Masking(mask_value=-99.0),
    layers.Conv1D(20, 5, padding="same"),  # ← order/mask-lost
    layers.GRU(20, return_sequences=True),
    layers.GRU(20),
    layers.Dense(1),
])

# %% words
inputs = Input((50,))
x = layers.Embedding(1000, 16, mask_zero=True)(inputs)
x = layers.SpatialDropout1D(0.2)(x)
x = layers.Conv1D(32, 3, activation="relu")(x)  # ← order/mask-lost
x = layers.MaxPooling1D(2)(x)
x = layers.Bidirectional(layers.LSTM(16))(x)
model = Model(inputs, layers.Dense(1, activation="sigmoid")(x))

# %% a mean over the steps
model = Sequential([
    Input((50, 4)),
    layers.Masking(),
    layers.LSTM(16, return_sequences=True),
    layers.Conv1D(32, 3),  # ← order/mask-lost
    layers.GlobalAveragePooling1D(),
    layers.Dense(1),
])

# %% the convolution comes after the last step was taken
model = Sequential([
    Input((50, 4)),
    layers.Masking(),
    layers.Dense(8),
    layers.LSTM(16),
    layers.Reshape((16, 1)),
    layers.Conv1D(8, 3),
    layers.LSTM(4),
])

# %% no mask
model = Sequential([
    Input((50,)),
    layers.Embedding(1000, 16),
    layers.Conv1D(32, 3),
    layers.LSTM(8),
])

# %% carried
model = Sequential([
    Input((50,)),
    layers.Embedding(1000, 16, mask_zero=True),
    layers.Dropout(0.2),
    layers.LSTM(8, return_sequences=True),
    layers.TimeDistributed(layers.Dense(4)),
    layers.LSTM(8),
])

# %% nobody heeds it later
model = Sequential([
    Input((50,)),
    layers.Embedding(1000, 16, mask_zero=True),
    layers.Conv1D(32, 3),
    layers.GlobalMaxPooling1D(),
    layers.Dense(1),
])
