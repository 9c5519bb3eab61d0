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
# %% a softmax of the author's along the rows
class Pool(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 1))

    def call(self, h):
        scores = keras.ops.matmul(keras.ops.tanh(h), self.w)
        alpha = keras.ops.softmax(scores, axis=0)  # ← shape/attention-over-rows
        return keras.ops.sum(alpha * h, axis=1)


class Net(Model):
    def __init__(self):
        super().__init__()
        self.score = layers.Dense(1)

    def call(self, inputs, training=False):
        return tf.nn.softmax(self.score(inputs), 0) * inputs  # ← shape/attention-over-rows


inputs = Input((30, 4))
weights = layers.Softmax(axis=0)(layers.Dense(1)(inputs))  # ← shape/attention-over-rows

# %% along the steps, of weights of the layer, of what was turned, stacked or cut, and in a function
class Pool(layers.Layer):
    def build(self, shape):
        self.mix = self.add_weight(shape=(4,))
        self.u = self.add_weight(shape=(4, 1))

    def call(self, h, other):
        steps = keras.ops.softmax(keras.ops.matmul(h, self.u), axis=1)
        share = keras.ops.softmax(self.mix, axis=0)
        turned = keras.ops.transpose(h, (1, 0, 2))
        first = keras.ops.softmax(turned, axis=0)
        both = tf.nn.softmax(tf.stack([h, other]), axis=0)
        one = keras.ops.softmax(h[0], axis=0)
        return steps, share, first, both, one


def shares(logits):
    return tf.nn.softmax(logits, axis=0)
