# %% a shape in the layer
model = Sequential([layers.LSTM(4, stateful=True, input_shape=(10, 3)), layers.Dense(1)])  # ← shape/stateful-without-batch

# %% the second layer
model = Sequential()
model.add(Input((10, 3)))
model.add(layers.GRU(4, return_sequences=True))
model.add(layers.GRU(4, stateful=True))  # ← shape/stateful-without-batch

# %% functional, both ways
a = Input((10, 3))
b = layers.Bidirectional(layers.LSTM(4, stateful=True))(a)  # ← shape/stateful-without-batch
model = Model(a, b)

# %% a batch size
model = Sequential([Input((10, 3), batch_size=4), layers.LSTM(4, stateful=True)])

# %% a batch in the shape
model = Sequential([Input(batch_shape=(4, 10, 3)), layers.LSTM(4, stateful=True)])

# %% the first data bring it
model = Sequential([layers.LSTM(4, stateful=True), layers.Dense(1)])

# %% built
model = Sequential([layers.LSTM(4, stateful=True), layers.Dense(1)])
model.build((4, 10, 3))

# %% no state
model = Sequential([Input((10, 3)), layers.LSTM(4, stateful=False)])

# %% unknown
import sys

model = Sequential([Input((10, 3)), layers.LSTM(4, stateful=len(sys.argv) > 99)])
