# %% both directions
a = Input((None, 50))
encoder = layers.Bidirectional(layers.LSTM(64, return_state=True))
out, h, c = encoder(a)  # ← shape/states-unpacked

# %% a gated unit has one state, and a layer without return_state none
a = Input((None, 50))
out, h, c = layers.GRU(64, return_state=True)(a)  # ← shape/states-unpacked
rows, state = layers.LSTM(64, return_sequences=True)(a)  # ← shape/states-unpacked

# %% as many as there are
a = Input((None, 50))
out, h, c = layers.LSTM(64, return_state=True)(a)
out, *states = layers.LSTM(64, return_state=True)(a)
out, fh, fc, bh, bc = layers.Bidirectional(layers.LSTM(64, return_state=True))(a)
out, fh, bh = layers.Bidirectional(layers.GRU(64, return_state=True))(a)

# %% nobody knows whether it gives states
flag, settings = len("one") > 2, dict([("return_state", True)])
a = Input((None, 50))
out, h, c = layers.LSTM(64, return_state=flag)(a)
out, h, c = layers.LSTM(64, **settings)(a)

# %% a layer of the author's
class Encoder(layers.Layer):
    def call(self, x):
        return x, x
a, b = Encoder()(Input((4,)))

# %% in a sequential model
model = Sequential([Input((9, 4)), layers.LSTM(8, return_state=True), layers.Dense(1)])  # ← shape/states-unpacked
model = Sequential()
model.add(layers.GRU(8, return_state=True))  # ← shape/states-unpacked
model.add(layers.LSTM(8, return_sequences=True))
