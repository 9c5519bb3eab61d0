# %% in lanes
def lanes(series):
    days = len(series) // 192
    x = series[: 192 * days].reshape(8, days, 24).transpose(1, 0, 2).reshape(-1, 24, 1)
    y = series[1 : 192 * days + 1].reshape(8, days, 24).transpose(1, 0, 2).reshape(-1, 24, 1)
    return x, y


x_train, y_train = lanes(np.load("meter.npy"))
model = Sequential([Input(batch_shape=(8, 24, 1)), layers.LSTM(32, stateful=True, return_sequences=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train, batch_size=8, epochs=15)  # ← training/states-of-other-rows

# %% an epoch at a time, a functional model, both ways
inputs = Input((24, 1), batch_size=1)
h = layers.GRU(16, stateful=True)(inputs)
model = Model(inputs, layers.Dense(1)(h))
model.compile("adam", "mse")
for epoch in range(20):
    model.fit(x_train, y_train, batch_size=1, epochs=1, shuffle=True)  # ← training/states-of-other-rows
    h.reset_states()

# %% in order
model = Sequential([Input(batch_shape=(1, 24, 1)), layers.LSTM(32, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
for epoch in range(20):
    model.fit(x_train, y_train, batch_size=1, epochs=1, shuffle=False)

# %% a pipeline, which fit does not mix
model = Sequential([Input(batch_shape=(8, 24, 1)), layers.LSTM(32, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
rows = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(8, drop_remainder=True)
model.fit(rows, epochs=20)

# %% one batch, and one series at a time
x, y = np.random.rand(8, 24, 1), np.random.rand(8, 1)
model = Sequential([Input(batch_shape=(8, 24, 1)), layers.LSTM(32, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=8, epochs=20)

# %% the states do not go on
model = Sequential([Input((24, 1)), layers.LSTM(32), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train, batch_size=8, epochs=20)
