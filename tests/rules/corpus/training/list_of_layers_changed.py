# %% the last layer of a trained network
from keras.applications.vgg16 import VGG16
model = VGG16(weights="imagenet")
model.layers.pop()  # ← training/list-of-layers-changed
model.layers.pop()  # ← training/list-of-layers-changed
features = model.predict(pictures)

# %% by del, and by an assignment
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
del model.layers[-1]  # ← training/list-of-layers-changed
model.layers.append(layers.Dense(2))  # ← training/list-of-layers-changed

# %% a sequential model has its own pop
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
model.pop()
model.add(layers.Dense(2))

# %% a list of the author's
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.layers_ = []
        for width in (8, 4):
            self.layers_.append(layers.Dense(width))

# %% a copy of the list
model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1)])
kept = list(model.layers)
kept.pop()
smaller = Sequential(kept)
