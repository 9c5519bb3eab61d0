# %% weights with an old ending
model = Sequential([Input((4,)), layers.Dense(1)])
model.save_weights("best.hdf5")  # ← keras3/file-name

# %% a checkpoint of TensorFlow
model = Sequential([Input((4,)), layers.Dense(1)])
model.save_weights(filepath="checkpoints/one.ckpt")  # ← keras3/file-name

# %% a folder
model = Sequential([Input((4,)), layers.Dense(1)])
model.save("saved_model/my_model")  # ← keras3/file-name

# %% a checkpoint during training
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
keep = callbacks.ModelCheckpoint("best.hdf5", monitor="loss", save_best_only=True)  # ← keras3/file-name
model.fit(np.zeros((2, 4)), np.zeros((2, 1)), callbacks=[keep])

# %% of the weights only
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(
    np.zeros((2, 4)),
    np.zeros((2, 1)),
    callbacks=[callbacks.ModelCheckpoint("w.h5", save_weights_only=True)],  # ← keras3/file-name
)

# %% today's names
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("sgd", "mse")
keep = callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)
model.fit(np.zeros((2, 4)), np.zeros((2, 1)), callbacks=[keep, callbacks.ModelCheckpoint("best-{epoch}.keras")])
model.save("model.keras")
model.save_weights("model.weights.h5")

# %% old models still can be written
model = Sequential([Input((4,)), layers.Dense(1)])
model.save("model.h5")

# %% a name that nobody knows
import sys

model = Sequential([Input((4,)), layers.Dense(1)])
name = sys.argv[-1] if len(sys.argv) > 5 else "model.keras"
model.save(name)

# %% old weights can be read
def load(path):
    model = Sequential([Input((4,)), layers.Dense(1)])
    model.load_weights("old.h5")
    return model

# %% other libraries
scores = np.zeros(3)
np.save("scores", scores)

# %% ready for the refusal
model = Sequential([Input((4,)), layers.Dense(1)])
try:
    model.save("model", save_format="tf")
except ValueError:
    model.save("model.keras")
