"""# The mask is the wrong way round

**What it sees.** A mask is made by a comparison of tokens with the number of the padding, or by `tril` and the like,
and followed through functions and layers to what reads it: the `attention_mask` of `MultiHeadAttention`, the `mask`
of a layer, what `compute_mask` returns, large negative numbers that are added to scores, `where`, a mean over the
steps, a loss of tokens. There it says the opposite of what is wanted.

**Why it hurts.** In Keras a mask is true at the steps that count. Many tutorials make one that is true at the
padding, to be multiplied by -1e9, and PyTorch's `key_padding_mask` is of that kind, too. Given to the other side,
each word looks at the padding and at nothing else, and no shape is wrong.

**Example.**

```python
import keras
from keras import layers, ops

class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(num_heads=4, key_dim=16)

    def call(self, x, ids):
        mask = ops.equal(ids, 0)[:, None, :]  # ← here
        return x + self.attention(x, x, attention_mask=mask)
```

**Instead.**

```python
import keras
from keras import layers, ops

class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(num_heads=4, key_dim=16)

    def call(self, x, ids):
        mask = ops.not_equal(ids, 0)[:, None, :]
        return x + self.attention(x, x, attention_mask=mask)
```
"""

from autograder.rules.looks.masks import masked_wrongly
from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.ERROR,
    title="the mask is the wrong way round",
    instead="A mask of Keras is true at the steps that count, not_equal(ids, 0); what is multiplied by -1e9 is true "
    "at the padding.",
    text=masked_wrongly,
    exact=True,
)
