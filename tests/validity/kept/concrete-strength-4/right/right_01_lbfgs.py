# RIGHT: a small tanh network fitted by scipy's L-BFGS on all rows at once instead of fit, the age as a logarithm, the head rescaled to MPa
import scipy.optimize
import tensorflow as tf
from keras import ops

rows = x_train.to_numpy("float32")
mean, std = float(y_train.mean()), float(y_train.std())
target = ((np.asarray(y_train) - mean) / std).astype("float32")[:, None]
logged = np.column_stack([rows[:, :7], np.log1p(rows[:, 7])])

raw = keras.Input((8,))
mixture = ops.concatenate([raw[:, :7], ops.log1p(raw[:, 7:])], axis=1)
h = layers.Normalization(mean=logged.mean(axis=0), variance=logged.var(axis=0))(mixture)
h = layers.Dense(20, activation="tanh", kernel_initializer="lecun_normal")(h)
h = layers.Dense(20, activation="tanh", kernel_initializer="lecun_normal")(h)
unit = layers.Dense(1)(h)
core = keras.Model(raw, unit)
model = keras.Model(raw, layers.Rescaling(std, mean)(unit))
model.compile(loss="mae")

variables = core.trainable_variables
kernels = [v for v in variables if len(v.shape) == 2]
shapes = [tuple(v.shape) for v in variables]
cuts = np.cumsum([int(np.prod(s)) for s in shapes])[:-1]
x_all, y_all = tf.constant(rows), tf.constant(target)


@tf.function
def loss_and_gradients():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(core(x_all, training=True) - y_all))
        loss += 1e-3 * tf.add_n([tf.reduce_sum(tf.square(tf.convert_to_tensor(k))) for k in kernels])
    return loss, tape.gradient(loss, variables)


def pour(flat):
    for variable, part, shape in zip(variables, np.split(flat, cuts), shapes):
        variable.assign(part.reshape(shape).astype("float32"))


def objective(flat):
    pour(flat)
    loss, gradients = loss_and_gradients()
    return float(loss), np.concatenate([np.ravel(g.numpy()) for g in gradients]).astype("float64")


history = {"loss": [], "val_loss": []}  # mean absolute errors, in MPa


def note(flat):
    for key, x, y in (("loss", x_train, y_train), ("val_loss", x_valid, y_valid)):
        answers = np.ravel(model(x.to_numpy("float32")))
        history[key].append(float(np.abs(answers - np.asarray(y)).mean()))


start = np.concatenate([np.ravel(v.numpy()) for v in variables]).astype("float64")
found = scipy.optimize.minimize(objective, start, jac=True, method="L-BFGS-B", callback=note,
                                options={"maxiter": 400, "maxfun": 600})
pour(found.x)
