# %% one step
model = Sequential([Input((1, 60)), layers.LSTM(8), layers.Dense(1)])  # ← shape/one-step-sequences

# %% in the old way
model = Sequential([layers.GRU(8, input_shape=(1, 10)), layers.Dense(1)])  # ← shape/one-step-sequences

# %% sixty steps
model = Sequential([Input((60, 1)), layers.LSTM(8), layers.Dense(1)])

# %% one number at a time, with a state
model = Sequential([Input((1, 4), batch_size=1), layers.LSTM(8, stateful=True), layers.Dense(1)])

# %% any number of steps
model = Sequential([Input((None, 4)), layers.LSTM(8), layers.Dense(1)])
