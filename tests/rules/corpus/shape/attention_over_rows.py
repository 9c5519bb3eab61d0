# %% on the last step
inputs = Input((30, 4))
x = layers.LSTM(32)(inputs)
x = layers.Attention()([x, x])  # ← shape/attention-over-rows
model = Model(inputs, layers.Dense(1)(x))

# %% additive, of what was pooled
words = Input((30,))
x = layers.GlobalAveragePooling1D()(layers.Embedding(500, 16)(words))
mixed = layers.AdditiveAttention()([x, x])  # ← shape/attention-over-rows
model = Model(words, layers.Dense(1)(mixed))

# %% over steps
inputs = Input((30, 4))
x = layers.LSTM(32, return_sequences=True)(inputs)
x = layers.Attention()([x, x])
model = Model(inputs, layers.Dense(1)(layers.GlobalAveragePooling1D()(x)))

# %% one question to all steps
inputs = Input((30, 4))
steps, last, _ = layers.LSTM(32, return_sequences=True, return_state=True)(inputs)
x = layers.Attention()([layers.Reshape((1, 32))(last), steps])
model = Model(inputs, layers.Dense(1)(layers.Flatten()(x)))

# %% a layer with a name, between a question and what answers it
question, known = Input((16,)), Input((16,))
attend = layers.Attention(use_scale=True)  # ← shape/attention-over-rows
x = attend([question, known])
model = Model([question, known], layers.Dense(1)(x))

# %% a number of axes that nobody knows
x = Input(shape=tuple(open("shape.txt").read().split()))
mixed = layers.Attention()([x, x])
model = Model(x, mixed)
