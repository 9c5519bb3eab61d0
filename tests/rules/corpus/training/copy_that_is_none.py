# %% a target network
def build():
    return Sequential([Input((4,)), layers.Dense(2)])

model = build()
model_target = model  # ← training/copy-that-is-none
for step in range(1000):
    model.train_on_batch(x, y)
    if step % 100 == 0:
        model_target.set_weights(model.get_weights())

# %% in a class
class Agent:
    def __init__(self):
        self.model = Sequential([Input((4,)), layers.Dense(2)])
        self.target_model = self.model  # ← training/copy-that-is-none

    def update(self):
        self.target_model.set_weights(self.model.get_weights())

# %% the best one of all rounds
model = Sequential([Input((4,)), layers.Dense(2)])
model.compile("adam", "mse")
lowest = 1e9
for epoch in range(20):
    history = model.fit(x, y, validation_split=0.2)
    if history.history["val_loss"][0] < lowest:
        lowest = history.history["val_loss"][0]
        best_model = model  # ← training/copy-that-is-none

# %% two networks
def build():
    return Sequential([Input((4,)), layers.Dense(2)])

model, target = build(), build()
target.set_weights(model.get_weights())

# %% a model for each round
best = None
for units in (8, 16):
    model = Sequential([Input((4,)), layers.Dense(units), layers.Dense(1)])
    model.compile("adam", "mse")
    if model.fit(x, y).history["loss"][-1] < 1:
        best_model = model

# %% a clone, and a name that comes later
model = Sequential([Input((4,)), layers.Dense(2)])
target = keras.models.clone_model(model)
target.set_weights(model.get_weights())
net = model
net.summary()

# %% weights that are put back
model = Sequential([Input((4,)), layers.Dense(2)])
start = model.get_weights()
model.set_weights(start)

# %% another model by then
model = Sequential([Input((4,)), layers.Dense(2)])
old = model
model = Sequential([Input((4,)), layers.Dense(2)])
model.set_weights(old.get_weights())
