# %% the wrapper
from keras.wrappers.scikit_learn import KerasRegressor


def build():
    net = Sequential()
    net.add(layers.Dense(8, kernel_initializer="normal", activation="relu"))
    net.add(layers.Dense(1, kernel_initializer="normal"))
    net.compile(loss="mse", optimizer="adam")
    return net


estimator = KerasRegressor(build_fn=build, nb_epoch=100, batch_size=5, verbose=0)  # ← training/epochs-nobody-reads
settings = dict(nb_epoch=100, verbose=0)
other = KerasRegressor(build, **settings)  # ← training/epochs-nobody-reads

# %% a step of a pipeline, and a search
import tensorflow.keras.wrappers.scikit_learn as wrappers
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline

pipeline = Pipeline([("mlp", wrappers.KerasClassifier(build_fn=build, verbose=0))])
pipeline.set_params(mlp__nb_epoch=50)  # ← training/epochs-nobody-reads
grid = {"mlp__nb_epoch": [10, 50], "mlp__batch_size": [8, 32]}
search = GridSearchCV(pipeline, grid)  # ← training/epochs-nobody-reads
again = GridSearchCV(estimator=pipeline, param_grid=dict(mlp__nb_epoch=[1, 2]))  # ← training/epochs-nobody-reads

# %% a function that looks for another name
def train(model, x, y, **kwargs):
    epochs = kwargs["epochs"] if "epochs" in kwargs else 1
    model.fit(x, y, batch_size=kwargs.pop("batch_size", 32), epochs=epochs)


train(model, x, y, n_epochs=20, batch_size=8)  # ← training/epochs-nobody-reads

# %% as they are read
from keras.wrappers.scikit_learn import KerasClassifier


def train(model, x, y, nb_epoch=1, **kwargs):
    model.fit(x, y, epochs=kwargs.get("epochs", nb_epoch))


estimator = KerasClassifier(build_fn=build, epochs=100, verbose=0)
train(model, x, y, nb_epoch=10)
train(model, x, y, epochs=10)

# %% Keras 1 knows no other name
from keras.wrappers.scikit_learn import KerasClassifier


def build():
    net = Sequential()
    net.add(layers.Dense(8, input_dim=4, init="uniform"))
    return net


estimator = KerasClassifier(build_fn=build, nb_epoch=100)

# %% said where it is trained, and the build function takes it
import tensorflow.keras.wrappers.scikit_learn as wrappers


def build(nb_epoch):
    return decaying(nb_epoch)


one = wrappers.KerasClassifier(build_fn=build, nb_epoch=100)

# %% told by fit
import tensorflow as tf
from tensorflow.keras.wrappers.scikit_learn import KerasClassifier

one = KerasClassifier(build_fn=make, nb_epoch=100)
one.fit(x, y, epochs=100)

# %% handed on, or read elsewhere
def train(model, x, y, **kwargs):
    print(kwargs.get("epochs"))
    model.fit(x, y, **kwargs)


def other(model, x, y, **kwargs):
    epochs = kwargs.get("epochs") or kwargs.get("n_epochs", 10)
    model.fit(x, y, epochs=epochs)


def third(**kwargs):
    return kwargs.get("epochs")


train(model, x, y, n_epochs=3)
other(model, x, y, n_epochs=3)
third(n_epochs=3)

# %% a wrapper of another package
from scikeras.wrappers import KerasClassifier

one = KerasClassifier(model=build, model__units=8, nb_epoch=100)
