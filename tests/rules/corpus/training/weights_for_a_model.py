# %% in another function
def train(net):
    net.save_weights("net.weights.h5")
def drive():
    net = keras.models.load_model("net.weights.h5")  # ← training/weights-for-a-model
    return net.predict(x)

# %% by a checkpoint, behind a name
path = "best.weights.h5"
keep = callbacks.ModelCheckpoint(path, save_best_only=True, save_weights_only=True)
model.fit(x, y, callbacks=[keep])
model = keras.models.load_model(path)  # ← training/weights-for-a-model

# %% a whole model
model.save("net.keras")
again = keras.models.load_model("net.keras")

# %% the weights of a model that was built
model.save_weights("net.weights.h5")
other = build()
other.load_weights("net.weights.h5")

# %% a file of somebody else
model.save_weights("net.weights.h5")
teacher = keras.models.load_model("teacher.keras")
