# %% thrown away at once
model = Sequential([Input((4,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])


def loss_of(weights, others, x, y):
    answers, _ = model.stateless_call(weights, others, x, training=True)  # ← training/state-thrown-away
    return keras.ops.mean((answers - y) ** 2)

# %% only the first is taken
model = Sequential([Input((4,)), layers.BatchNormalization(), layers.Dense(1)])


def loss_of(weights, others, x, y):
    return keras.ops.mean((model.stateless_call(weights, others, x, training=True)[0] - y) ** 2)  # ← training/state-thrown-away

# %% thrown away by the step, of several asides
import jax

model = Sequential([Input((4,)), layers.BatchNormalization(), layers.Dense(1)])


def loss_of(weights, others, x, y):
    answers, fresh = model.stateless_call(weights, others, x, training=True)
    loss = keras.ops.mean((answers - y) ** 2)
    return loss, (answers, fresh)


@jax.jit
def step(weights, others, slots, x, y):
    (loss, (answers, fresh)), slopes = jax.value_and_grad(loss_of, has_aux=True)(weights, others, x, y)  # ← training/state-thrown-away
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return loss, weights, others, slots

# %% thrown away by the loop
import jax

model = Sequential([Input((4,)), layers.BatchNormalization(), layers.Dense(1)])


def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others


slopes_of = jax.value_and_grad(loss_of, has_aux=True)


def step(weights, others, slots, x, y):
    (loss, others), slopes = slopes_of(weights, others, x, y)
    weights, slots = optimizer.stateless_apply(slots, slopes, weights)
    return weights, others, slots


step = jax.jit(step)
for x, y in batches:
    weights, _, slots = step(weights, others, slots, x, y)  # ← training/state-thrown-away

# %% the state of the optimizer
adam = optimizers.Adam()


def step(weights, slots, slopes):
    weights, new_slots = adam.stateless_apply(slots, slopes, weights)  # ← training/state-thrown-away
    return weights, slots

# %% the state of optax
import optax

descent = optax.adam(1e-3)


def step(weights, state, slopes):
    updates, _ = descent.update(slopes, state)  # ← training/state-thrown-away
    return optax.apply_updates(weights, updates), state

# %% a metric
for x, y in batches:
    metric.stateless_update_state(values, y, answers)  # ← training/state-thrown-away

# %% all is handed on
import jax

model = Sequential([Input((4,)), layers.BatchNormalization(), layers.Dropout(0.1), layers.Dense(1)])
adam = optimizers.Adam()


def loss_of(weights, others, x, y):
    answers, others = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2), others


slopes_of = jax.value_and_grad(loss_of, has_aux=True)


def step(state, x, y):
    weights, others, slots = state
    (loss, others), slopes = slopes_of(weights, others, x, y)
    weights, slots = adam.stateless_apply(slots, slopes, weights)
    return loss, (weights, others, slots)


for x, y in batches:
    loss, state = step(state, x, y)

# %% in a prediction nothing changes
model = Sequential([Input((4,)), layers.BatchNormalization(), layers.Dense(1)])


def answers_of(weights, others, x):
    answers, _ = model.stateless_call(weights, others, x, training=False)
    return answers

# %% no layer has a state
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])


def loss_of(weights, others, x, y):
    answers, _ = model.stateless_call(weights, others, x, training=True)
    return keras.ops.mean((answers - y) ** 2)

# %% plain descent keeps nothing
sgd = optimizers.SGD(0.1)


def step(weights, slots, slopes):
    weights, _ = sgd.stateless_apply(slots, slopes, weights)
    return weights

# %% kept in the rounds of a loop
adam = optimizers.Adam()


def train(weights, slots):
    for x, y in batches:
        slopes = slopes_of(weights, x, y)
        weights, slots = adam.stateless_apply(slots, slopes, weights)
    return weights

# %% one step, to show it
adam = optimizers.Adam()
weights, slots = adam.stateless_apply(slots, slopes, weights)
print(weights)
