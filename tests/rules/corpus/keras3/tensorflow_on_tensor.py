# %% two tensors
a, b = Input((4,)), Input((4,))
c = tf.concat([a, b], axis=-1)  # ← keras3/tensorflow-on-tensor

# %% an activation
a = Input((4,))
b = tf.nn.relu(layers.Dense(3)(a))  # ← keras3/tensorflow-on-tensor

# %% one axis more
from tensorflow.keras.layers import Dense, Input

a = Input(shape=(4,))
b = Dense(2)(tf.expand_dims(a, -1))  # ← keras3/tensorflow-on-tensor

# %% by name
from tensorflow import reshape

a = Input((4,))
b = reshape(a, (-1, 2, 2))  # ← keras3/tensorflow-on-tensor

# %% in a function that builds
def block(x):
    return tf.square(layers.Dense(3)(x))  # ← keras3/tensorflow-on-tensor


a = Input((4,))
b = block(a)

# %% a list of as many tensors as there are columns
table = pd.DataFrame({"kind": ["a", "b"], "size": [1, 2]})
sizes = [int(table[name].nunique()) for name in table.columns]
inputs = [Input((1,)) for _ in table.columns]
embedded = [layers.Embedding(n, 8)(one) for n, one in zip(sizes, inputs)]
a = tf.concat(embedded, axis=1)  # ← keras3/tensorflow-on-tensor

# %% a list that grows
table = pd.DataFrame({"kind": ["a", "b"], "size": [1, 2]})
inputs, embedded = [], []
for name in table.columns:
    one = Input((1,), name=name)
    inputs.append(one)
    embedded.append(layers.Embedding(9, 8)(one))
a = tf.concat(embedded, axis=1)  # ← keras3/tensorflow-on-tensor

# %% a list of as many tensors as there are columns, put together by Keras
table = pd.DataFrame({"kind": ["a", "b"], "size": [1, 2]})
inputs = [Input((1,)) for _ in table.columns]
embedded = [layers.Embedding(9, 8)(one) for one in inputs]
a = layers.Concatenate(axis=1)(embedded)

# %% lists of data, beside a model
table = pd.DataFrame({"kind": [1, 2], "size": [1, 2]})
inputs = [Input((1,)) for _ in table.columns]
rows = [table[[name]].values for name in table.columns]
a = tf.concat(rows, axis=1)

# %% operations of Keras
from keras import ops

a = Input((4,))
b = ops.concatenate([ops.relu(a), ops.square(a)], axis=-1)

# %% in a layer
class Square(layers.Layer):
    def call(self, x):
        return tf.square(x)


a = Input((4,))
b = Square()(a)

# %% in a lambda
a = Input((4,))
b = layers.Lambda(lambda x: tf.square(x), output_shape=(4,))(a)

# %% on data
x = tf.reshape(np.zeros((3, 4)), (3, 2, 2))
y = tf.one_hot([0, 1], 3)

# %% in a loss
def loss(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


a = Input((4,))
model = Model(a, layers.Dense(1)(a))
model.compile("sgd", loss)

# %% on what a model says of data
model = Sequential([Input((4,)), layers.Dense(1)])
y = tf.nn.sigmoid(model(np.zeros((2, 4), "float32")))

# %% an operator with a constant of TensorFlow
a = Input((4,))
b = a + tf.ones(4)

# %% activations handed over as functions
a = Input((4,))
b = layers.Dense(3, activation=tf.nn.relu)(a)
