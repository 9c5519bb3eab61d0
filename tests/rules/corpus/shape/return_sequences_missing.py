# %% two of them
model = Sequential()
model.add(layers.GRU(8, input_shape=(10, 3)))
model.add(layers.Dropout(0.2))
model.add(layers.GRU(8))  # ← shape/return-sequences-missing

# %% in a loop
model = Sequential([Input((10, 3))])
for units in (8, 4):
    model.add(layers.SimpleRNN(units))  # ← shape/return-sequences-missing

# %% functional, both ways
a = Input((10, 3))
b = layers.Bidirectional(layers.LSTM(8))(a)
c = layers.LSTM(4)(b)  # ← shape/return-sequences-missing
model = Model(a, c)

# %% an answer for every step
model = Sequential([
    Input((10, 3)),
    layers.LSTM(8),
    layers.TimeDistributed(layers.Dense(2)),  # ← shape/return-sequences-missing
])

# %% a convolution, and a dense layer between
model = Sequential([
    Input((10, 3)),
    layers.LSTM(8),
    layers.Dense(4),
    layers.Conv1D(4, 2),  # ← shape/return-sequences-missing
])

# %% a pooling over time
model = Sequential([Input((10, 3)), layers.LSTM(8), layers.GlobalMaxPooling1D()])  # ← shape/return-sequences-missing

# %% sequences
model = Sequential([Input((10, 3)), layers.LSTM(8, return_sequences=True), layers.LSTM(4), layers.Dense(1)])

# %% repeated
model = Sequential([Input((10, 3)), layers.LSTM(8), layers.RepeatVector(5), layers.LSTM(4, return_sequences=True)])

# %% both ways
model = Sequential([Input((10, 3)), layers.Bidirectional(layers.LSTM(8, return_sequences=True)), layers.LSTM(4)])

# %% unknown
import sys

model = Sequential([Input((10, 3)), layers.LSTM(8, return_sequences=len(sys.argv) < 99), layers.LSTM(4)])

# %% states
a = Input((10, 3))
b, h, c = layers.LSTM(4, return_sequences=True, return_state=True)(a)
model = Model(a, layers.LSTM(4)(b, initial_state=[h, c]))

# %% no recurrent layer before it
model = Sequential([Input((10, 3)), layers.Conv1D(4, 2), layers.LSTM(4)])
