# %% two arguments for a list
a, b = Input((9, 8)), Input((12, 8))
seen = layers.Attention()(a, b)  # ← shape/attention-called-wrong

# %% a query alone, or a list
look = layers.MultiHeadAttention(num_heads=2, key_dim=4)
a = Input((9, 8))
seen = look(a)  # ← shape/attention-called-wrong
more = layers.MultiHeadAttention(2, 4)([a, a])  # ← shape/attention-called-wrong

# %% a list
a, b = Input((9, 8)), Input((12, 8))
seen = layers.Attention()([a, b])
more = layers.AdditiveAttention()([a, b, b], mask=None)

# %% a query and a value
a = Input((9, 8))
seen = layers.MultiHeadAttention(2, 4)(a, a)
more = layers.MultiHeadAttention(2, 4)(query=a, value=a)
last = layers.MultiHeadAttention(2, 4)(a, value=a, key=a)

# %% a layer of the author's
class Attention(layers.Layer):
    def call(self, a, b):
        return a + b
seen = Attention()(Input((4,)), Input((4,)))
