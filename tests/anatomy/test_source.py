"""What the source reader makes of a program equals what running it gives; old spellings equal their modern twins."""

import contextlib
import doctest
import io
import json
import os
from pathlib import Path

import keras
import pytest

from autograder.anatomy import read_model, source
from autograder.anatomy.source import cells, read_file, read_source, syntax
from autograder.anatomy.training import ABSENT, Compile, Fit, Step, Trainable
from autograder.anatomy.unknown import Unknown

PROGRAMS = sorted((Path(__file__).parent / "programs").iterdir())


def run(path):
    """The variables of a program after running it."""
    variables = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in cells.split(path.read_text(encoding="utf-8"), str(path)):
            for _, tree in syntax.parse(cell):
                exec(compile(tree, path.name, "exec"), variables)
    return variables


def test_the_corpus_is_large_enough():
    assert len(PROGRAMS) >= 60


@pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`:UserWarning")
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_reading_a_program_gives_what_running_it_gives(path):
    program = read_file(path)
    assert program.failures == ()
    live = {name: value for name, value in run(path).items() if isinstance(value, keras.Model)}
    assert live
    for name, model in live.items():
        read = program.model(name)
        assert read.complete
        assert read.anatomy == read_model(model)
        assert len(read.layers) == len(read.anatomy.operations)
    assert set(live) == {name for model in program.models for name in model.names if name in live}


HEAD = "from keras.models import Sequential, Model\nfrom keras.layers import *\n"
TWINS = {
    "Dense": (
        "Dense(output_dim=8, input_dim=4, init='he_normal', W_regularizer='l2', bias=False)",
        "Dense(units=8, input_shape=(4,), kernel_initializer='he_normal', kernel_regularizer='l2', use_bias=False)",
        {"output_dim=", "init=", "W_regularizer=", "bias="},
    ),
    "Convolution2D": (
        "Convolution2D(32, 3, 3, border_mode='same', subsample=(2, 2), input_shape=(28, 28, 1), dim_ordering='tf')",
        "Conv2D(32, (3, 3), padding='same', strides=(2, 2), input_shape=(28, 28, 1), data_format='channels_last')",
        {"Convolution2D", "Convolution2D(…, 3, 3)", "border_mode=", "subsample=", "dim_ordering="},
    ),
    "Convolution2D by keyword": (
        "Convolution2D(nb_filter=8, nb_row=3, nb_col=5, activation='relu', input_shape=(28, 28, 1))",
        "Conv2D(8, (3, 5), activation='relu', input_shape=(28, 28, 1))",
        {"nb_filter="},
    ),
    "Convolution1D": (
        "Convolution1D(nb_filter=8, filter_length=3, subsample_length=2, input_shape=(30, 2))",
        "Conv1D(8, 3, strides=2, input_shape=(30, 2))",
        {"Convolution1D", "filter_length=", "subsample_length="},
    ),
    "AtrousConvolution2D": (
        "AtrousConvolution2D(8, 3, 3, atrous_rate=(2, 2), input_shape=(28, 28, 1))",
        "Conv2D(8, 3, dilation_rate=2, input_shape=(28, 28, 1))",
        {"AtrousConvolution2D", "atrous_rate="},
    ),
    "Dense of two sizes": ("Dense(784, 128)", "Dense(128, input_shape=(784,))", {"Dense(784, 128)"}),
    "Dropout": ("Dropout(p=0.3)", "Dropout(0.3)", {"p="}),
    "GaussianNoise": ("GaussianNoise(sigma=0.3)", "GaussianNoise(stddev=0.3)", {"sigma="}),
    "pooling": ("MaxPooling1D(pool_length=3, stride=2)", "MaxPooling1D(3, strides=2)", {"pool_length=", "stride="}),
    "LSTM": (
        "LSTM(output_dim=5, input_dim=3, input_length=7, inner_init='orthogonal', dropout_W=0.2, dropout_U=0.1)",
        "LSTM(5, input_shape=(7, 3), dropout=0.2, recurrent_dropout=0.1)",
        {"output_dim=", "inner_init=", "dropout_W=", "dropout_U="},
    ),
    "CuDNNLSTM": ("CuDNNLSTM(5, input_shape=(7, 3))", "LSTM(5, input_shape=(7, 3))", {"CuDNNLSTM"}),
    "Embedding": (
        "Embedding(100, 8, input_length=7, init='normal')",
        "Embedding(100, 8, input_shape=(7,), embeddings_initializer='normal')",
        {"init="},
    ),
    "LeakyReLU": ("LeakyReLU(alpha=0.2)", "LeakyReLU(0.2)", {"alpha="}),
    "batch shape": (
        "LSTM(5, stateful=True, batch_input_shape=(32, 7, 3))",
        "LSTM(5, stateful=True, input_shape=(7, 3))",
        {"batch_input_shape="},
    ),
    "TimeDistributedDense": (
        "TimeDistributedDense(5, input_shape=(7, 3))",
        "TimeDistributed(Dense(5), input_shape=(7, 3))",
        {"TimeDistributedDense"},
    ),
}


@pytest.mark.parametrize("name", TWINS)
def test_old_spellings_equal_their_modern_twins(name):
    old, new, spellings = TWINS[name]
    first, second = (read_source(f"{HEAD}model = Sequential([{layer}])") for layer in (old, new))
    if name == "TimeDistributedDense":  # its input shape goes to the layer inside
        first, second = (read_source(f"{HEAD}model = Sequential([Input((7, 3)), {layer}])") for layer in (old, new))
    assert first.model("model").complete
    assert first.model("model").anatomy == second.model("model").anatomy
    assert spellings <= {met.old for met in first.spellings}
    assert not {met.old for met in second.spellings if not met.runs}


def test_old_functional_models_equal_their_modern_twins():
    old = read_source(f"""{HEAD}
a, b = Input(shape=(4,)), Input(shape=(4,))
model = Model(input=[a, b], output=Dense(1)(merge([Dense(3)(a), Dense(3)(b)], mode='concat', concat_axis=1)))
""")
    new = read_source(f"""{HEAD}
a, b = Input(shape=(4,)), Input(shape=(4,))
model = Model([a, b], Dense(1)(Concatenate(axis=1)([Dense(3)(a), Dense(3)(b)])))
""")
    assert old.model("model").complete
    assert old.model("model").anatomy == new.model("model").anatomy
    assert {"input=", "output=", "merge(…)"} <= {met.old for met in old.spellings}


@pytest.mark.parametrize(
    ("line", "old", "runs"),
    [
        ("from keras.layers.core import Dense", "keras.layers.core", False),
        ("from keras.utils import np_utils", "keras.utils.np_utils", False),
        ("from keras.layers.normalization import BatchNormalization", "keras.layers.normalization", False),
        ("from keras.layers.advanced_activations import LeakyReLU", "keras.layers.advanced_activations", False),
        ("from tensorflow.python.keras.layers import Dense", "tensorflow.python.keras", True),
        ("from keras.wrappers.scikit_learn import KerasClassifier", "keras.wrappers.scikit_learn", False),
        ("from keras.optimizers import Adam; Adam(lr=1)", "lr=", False),
        ("from keras.optimizers import SGD; SGD(0.1, decay=1e-6)", "decay=", True),
        ("from keras.layers import Dense; Dense(3, input_shape=(4,))", "input_shape=", True),
        ("from keras.models import Sequential; Sequential().fit(1, 2, nb_epoch=3)", "nb_epoch=", False),
        (
            "from keras.models import Sequential; Sequential().compile('sgd', 'mse', ['mae'])",
            "compile(…, […])",
            False,
        ),
        ("from keras.models import Sequential; Sequential().fit_generator(1)", "fit_generator(…)", False),
    ],
)
def test_old_spellings_are_facts(line, old, runs):
    (met,) = (met for met in read_source(line).spellings if met.old == old)
    assert met.runs is runs
    assert met.place.line == 1


@pytest.mark.parametrize(
    "line", ["from keras.layers import Dense, Conv2D", "from tensorflow import keras", "import keras.layers as L"]
)
def test_modern_spellings_are_no_facts(line):
    assert read_source(line).spellings == ()


DISTANCES = """
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import SGD
from keras.callbacks import EarlyStopping, ModelCheckpoint

X = np.loadtxt('roads.txt') / 100
y = np.loadtxt('metres.txt')
model = Sequential()
model.add(Dense(100, input_dim=4, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
slow = SGD(lr=1e-8)
model.compile(loss='mse', optimizer='sgd', metrics=['mse'])
stop = EarlyStopping(patience=10)
keep = ModelCheckpoint('best.h5', save_best_only=False)
model.fit(X, y, batch_size=1, nb_epoch=1000, verbose=0, callbacks=[stop, keep])
model.evaluate(X, y)
"""


def test_training_facts():
    program = read_source(DISTANCES)
    (model,) = program.models
    (compiled,) = model.training.compiles
    assert (compiled.optimizer.name, compiled.optimizer.by_name, compiled.loss.name) == (
        "SGD",
        True,
        "mean_squared_error",
    )
    assert [metric.name for metric in compiled.metrics] == ["mean_squared_error"]
    assert compiled.loss_weights is ABSENT
    (fit,) = model.training.fits
    assert (fit.epochs, fit.batch_size, fit.validation_data, fit.shuffle) == (1000, 1, ABSENT, ABSENT)
    assert [(made.name, dict(made.arguments)) for made in fit.callbacks] == [
        ("EarlyStopping", {"patience": 10}),
        ("ModelCheckpoint", {"filepath": "best.h5", "save_best_only": False}),
    ]
    assert (fit.x.origin, fit.x.steps) == ("numpy.loadtxt", (Step("divide", 100),))
    assert fit.y.steps == ()
    assert model.training.compiled_for(fit) is compiled
    assert model.training.complete
    (optimizer,) = program.optimizers
    assert (optimizer.used, dict(optimizer.made.arguments)) == (False, {"learning_rate": 1e-8})
    assert optimizer.made.place.line == 13


def test_an_optimizer_object_that_is_passed_is_used():
    program = read_source(DISTANCES.replace("'sgd'", "slow"))
    assert [optimizer.used for optimizer in program.optimizers] == [True]
    assert not program.models[0].training.compiles[0].optimizer.by_name


def data_of(lines):
    program = read_source(f"import keras, numpy as np\nmodel = keras.Sequential()\n{lines}\nmodel.fit(x, y)")
    return program.models[0].training.fits[0]


@pytest.mark.parametrize(
    ("lines", "origin", "steps", "shape"),
    [
        (
            "(x, y), _ = keras.datasets.mnist.load_data()\nx = x.reshape((60000, 784)).astype('float32')\nx /= 255",
            "keras.datasets.mnist",
            ["reshape", "astype", "divide"],
            (60000, 784),
        ),
        (
            "from keras.datasets import cifar10\n(x, y), _ = cifar10.load_data()",
            "keras.datasets.cifar10",
            [],
            (50000, 32, 32, 3),
        ),
        (
            "import pandas as pd\nfrom sklearn.preprocessing import StandardScaler\nx = pd.read_csv('a.csv').values\n"
            "x = StandardScaler().fit_transform(x)\ny = 1",
            "pandas.read_csv",
            ["values", "scaler"],
            (None, None),
        ),
        ("x = np.array([[1, 2], [3, 4], [5, 6]])\ny = 1", "literal", [], (3, 2)),
        ("x = np.random.rand(100, 7)\ny = 1", "numpy.random.rand", [], (100, 7)),
        ("x = np.clip(np.load('x.npy'), 0, 1)\ny = 1", "numpy.load", ["clip"], None),
        ("x = mystery(np.load('x.npy'))\ny = 1", "numpy.load", ["unknown"], None),
        (
            "x = np.load('x.npy')\nx = (x - x.mean(axis=0)) / x.std(axis=0)\ny = 1",
            "numpy.load",
            ["subtract", "divide"],
            None,
        ),
        (
            "from keras.preprocessing.image import ImageDataGenerator\ny = None\n"
            "x = ImageDataGenerator(rescale=1 / 255).flow_from_directory('f', class_mode='binary')",
            "flow_from_directory",
            ["generator", "multiply"],
            (None, 256, 256, 3),
        ),
    ],
)
def test_what_is_known_of_data(lines, origin, steps, shape):
    x = data_of(lines).x
    assert (x.origin, [step.name for step in x.steps], x.shape) == (origin, steps, shape)


def test_data_of_known_shape_builds_a_model():
    program = read_source("""
import keras
(x, y), _ = keras.datasets.mnist.load_data()
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
model.compile('adam', 'mse')
model.fit(x / 255, y)
""")
    assert program.model("model").anatomy.operations[0].settings == {"shape": (28, 28)}


def test_one_hot_targets():
    fit = data_of("(x, y), _ = keras.datasets.mnist.load_data()\ny = keras.utils.to_categorical(y, num_classes=10)")
    assert fit.y.steps == (Step("one_hot", 10),)


def test_the_order_of_freezing_and_compiling():
    program = read_source("""
import keras
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
base.trainable = False
model = keras.Sequential([base, keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile('adam', 'mse')
for layer in base.layers[-4:]:
    layer.trainable = True
model.fit(1, 2)
""")
    model = program.model("model")
    assert [type(event) for event in program.model("base").training.events] == [Trainable, Trainable]
    assert [type(event) for event in model.training.events] == [Compile, Trainable, Fit]
    melted = model.training.events[1]
    assert (melted.value, melted.certain) == (True, False)
    assert program.model("base").part
    assert [operation.settings["class"] for operation in model.anatomy.unknown] == ["VGG16"]


def test_freezing_one_of_unknown_layers_is_not_certain():
    program = read_source("import keras\nbase = keras.applications.VGG16()\nbase.layers[3].trainable = False")
    assert [event.certain for event in program.model("base").training.events] == [False]


def test_every_operation_knows_its_place():
    program = read_source(DISTANCES, "roads.py")
    (model,) = program.models
    lines = [place and place.line for place in model.locations]
    assert lines == [11, 11, 11, 12, 12]
    call = model.layers[1]
    assert (call.name, call.arguments["units"], str(call.place)) == ("Dense", 100, "roads.py:11:11")


def test_places_in_a_notebook_and_in_a_page():
    folder = Path(__file__).parent / "programs"
    notebook, page = (read_file(folder / name).model("model") for name in ("notebook.ipynb", "page.md"))
    assert [(place.cell, place.line) for place in notebook.locations] == [(2, 2), (2, 3), (2, 3), (3, 2)]
    lines = (folder / "page.md").read_text().splitlines()
    for place, word in zip(page.locations, ["Input", "Dense(8)", "Dense(1", "Dense(1"], strict=True):
        assert lines[place.line - 1][place.column :].startswith(f"keras.{'layers.' if 'Dense' in word else ''}{word}")


def test_layers_of_a_class_are_seen():
    program = read_source("""
from tensorflow import keras
class Net(keras.Model):
    def __init__(self, units=32):
        super().__init__()
        self.first = keras.layers.Dense(units, activation='relu')
        self.drop = keras.layers.Dropout(0.5)
    def call(self, x):
        return self.drop(self.first(x))
    def train_step(self, data):
        return {}
net = Net(64)
net.compile('adam', 'mse')
""")
    net = program.model("net")
    assert not net.complete
    assert [(layer.name, layer.arguments) for layer in program.layers] == [
        ("Dense", {"units": 64, "activation": "relu"}),
        ("Dropout", {"rate": 0.5}),
    ]
    assert net.training.compiles[0].loss.name == "mean_squared_error"


def test_functions_that_nobody_calls_are_read_too():
    program = read_source("""
from keras.models import Sequential
from keras.layers import Dense
def create(units=12, rate=None):
    model = Sequential([Dense(units, input_dim=8, activation='relu'), Dense(1, activation='sigmoid')])
    model.compile(loss='binary_crossentropy', optimizer='adam')
    return model
estimator = KerasClassifier(build_fn=create)
""")
    model = program.model("model")
    assert model.complete
    assert [operation.settings.get("units") for operation in model.anatomy.operations] == [None, 12, None, 1, None]
    assert model.training.compiles


def test_a_model_may_begin_in_the_middle_of_another():
    program = read_source("""
import keras
from keras import layers
x = keras.Input((28, 28, 3))
conv = layers.Conv2D(4, 3, name='conv')(x)
y = layers.Dense(2)(layers.Flatten()(conv))
whole, head = keras.Model(x, y), keras.Model(conv, y)
""")
    whole, head = (program.model(name).anatomy for name in ("whole", "head"))
    assert [operation.kind for operation in whole.operations] == ["input", "conv", "flatten", "dense"]
    assert [operation.kind for operation in head.operations] == ["input", "flatten", "dense"]
    assert isinstance(head.operations[0].settings["shape"], Unknown)


def test_the_example_in_the_docstring_is_true():
    assert doctest.testmod(source).failed == 0


def test_snippets_without_imports_mean_keras():
    program = read_source("model = Sequential()\nmodel.add(Dense(3, input_shape=(4,)))\nmodel.add(Dropout(0.2))")
    assert program.model("model").complete
    shadowed = read_source("def Dense(n): return n\nmodel = Sequential()\nmodel.add(Dense(3))")
    assert not shadowed.model("model").complete


def test_the_three_kinds_of_facts():
    program = read_source("""
import keras, sys
model = keras.Sequential()
model.compile(optimizer=sys.argv[1], loss='mae')
model.fit([1], [2], epochs=int(sys.argv[2]))
""")
    (compiled,), (fit,) = program.models[0].training.compiles, program.models[0].training.fits
    assert isinstance(compiled.optimizer, Unknown)
    assert compiled.loss.name == "mean_absolute_error"
    assert compiled.metrics is ABSENT
    assert isinstance(fit.epochs, Unknown)
    assert fit.batch_size is ABSENT


@pytest.mark.parametrize(
    ("lines", "ends"),
    [
        ("x = np.arange(10)", (0, 9)),
        ("x = np.linspace(-3, 3, 50)", (-3, 3)),
        ("x = np.random.randint(5, 900, (10, 2))", (5, 899)),
        ("x = np.random.uniform(low=0, high=n)", None),
        ("x = np.random.normal(0, 1)", None),
    ],
)
def test_the_range_of_made_up_numbers(lines, ends):
    assert data_of(f"{lines}\ny = 1").x.given.get("range") == ends


def test_a_scaler_says_whether_it_was_fitted_on_these_rows():
    fit = data_of(
        "from sklearn.preprocessing import StandardScaler, scale\nscaler = StandardScaler()\n"
        "x = scaler.fit_transform(np.load('x.npy'))\ny = scaler.transform(np.load('y.npy'))"
    )
    assert [step.fitted for step in (*fit.x.steps, *fit.y.steps)] == [True, False]


def test_a_number_divided_by_data_is_no_division_of_the_data():
    fit = data_of("x = 1 / np.load('x.npy')\ny = np.load('y.npy') ** 2")
    assert [step.name for step in (*fit.x.steps, *fit.y.steps)] == ["unknown", "power"]


def test_inputs_and_targets_of_scikit_learn():
    fit = data_of("from sklearn.datasets import load_wine\nx, y = load_wine(return_X_y=True)")
    assert (fit.x.steps, fit.y.part) == ((Step("data"),), "target")


def test_a_name_that_nobody_defines_is_one_unknown():
    fit = data_of("model.fit(a, b, validation_data=(a, b))\nx = y = 1")
    assert fit.validation_data[0] is fit.x
    assert fit.validation_data[1] is not fit.x


def test_a_metric_keeps_the_spelling_of_its_author():
    program = read_source("import keras\nm = keras.Sequential()\nm.compile('sgd', 'mse', metrics=['mae', 'acc'])")
    assert [made.spelt for made in program.models[0].training.compiles[0].metrics] == ["mae", "acc"]


def test_weights_that_are_set_are_given_weights():
    program = read_source("""
import keras
layer = keras.layers.Dense(3)
layer.set_weights([1, 2])
model = keras.Sequential([keras.Input((2,)), layer])
""")
    assert isinstance(program.models[0].layers[1].arguments["weights"], Unknown)


def test_what_a_model_is_evaluated_on():
    program = read_source("import keras\nmodel = keras.Sequential()\nmodel.evaluate(1, y=2)")
    (event,) = program.models[0].training.events
    assert (event.method, event.arguments) == ("evaluate", {"x": 1, "y": 2})


def test_what_an_uncalled_function_returns_goes_elsewhere():
    program = read_source("""
import keras
def build():
    model = keras.Sequential([keras.layers.Dense(3)])
    return model
def slow():
    return keras.optimizers.SGD(1e-8)
""")
    assert not program.models[0].training.complete
    assert program.optimizers[0].used


def test_validation_by_position_in_an_old_fit():
    program = read_source("import keras\nm = keras.Sequential()\nm.fit_generator(a, 10, 5, 1, [], b)")
    assert isinstance(program.models[0].training.fits[0].validation_data, Unknown)


SUBCLASSED = """
import keras
import tensorflow as tf
from keras import layers

class Block(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units, activation='relu')
        self.drop = layers.Dropout(0.3)
    def call(self, x, training=None):
        x = self.dense(x)
        if training:
            x = self.drop(x, training=training)
        return x

class Net(keras.Model):
    def __init__(self, classes):
        super(Net, self).__init__()
        self.blocks = [Block(16) for _ in range(2)]
        self.head = layers.Dense(classes)
    def call(self, inputs, training=False):
        x = inputs
        for block in self.blocks:
            x = block(x, training=training)
        return HEAD

net = Net(3)
net.build((None, 4))
twin = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(16, activation='relu'), layers.Dropout(0.3),
    layers.Dense(16, activation='relu'), layers.Dropout(0.3),
    layers.Dense(3), layers.Activation('softmax'),
])
"""


@pytest.mark.parametrize("head", ["tf.nn.softmax(self.head(x))", "keras.activations.softmax(self.head(x))"])
def test_a_subclassed_model_equals_its_sequential_twin(head):
    program = read_source(SUBCLASSED.replace("HEAD", head))
    assert program.model("net").complete
    assert program.model("net").anatomy == program.model("twin").anatomy


@pytest.mark.parametrize(
    "head",
    ["self.head(x), 1", "their_head(x)", "x[0] if len(x) else self.head(x)", "self.nothing(x)", "None", "self(x)"],
)
def test_a_subclassed_model_that_cannot_be_followed_is_unknown(head):
    program = read_source(SUBCLASSED.replace("HEAD", head))
    assert program.failures == ()
    assert not program.model("net").complete


def test_a_layer_of_the_author_is_followed_where_it_is_called():
    program = read_source(
        f"{SUBCLASSED}\ni = keras.Input((4,))\nmodel = keras.Model(i, layers.Dense(2)(Block(8)(i)))"
    )
    assert [operation.kind for operation in program.model("model").anatomy.operations] == [
        "input", "dense", "activation", "dropout", "dense",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["train_step", "compute_loss", "compile", "fit"])
def test_a_model_with_a_training_of_its_own_is_unknown(name):
    program = read_source(SUBCLASSED.replace("return HEAD", f"return x\n    def {name}(self, *args):\n        pass"))
    assert not program.model("net").complete


def notebook(folder, *codes, language="python"):
    cells = [{"cell_type": "code", "source": code} for code in codes]
    path = folder / "a.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {"kernelspec": {"language": language}}}))
    return path


BEGIN = "import keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])"


@pytest.mark.parametrize(
    "cell",
    [
        "!pip install -q \\\n    keras \\\n    numpy",
        "for name in ['a', 'b']:\n    !echo {name} \\\n        {name}\n    %matplotlib inline",
        "files = !ls \\\n    -l",
        "    model.add(keras.layers.Dense(2))\n    if True:\n        pass",
        "#@title Form\nepochs = 5 #@param {type: 'integer'}",
        "%load_ext tensorboard\n%tensorboard --logdir logs",
        "%cd ..\nmodel?\n?model\nmodel.fit??",
    ],
)
def test_what_jupyter_reads_is_read(cell, tmp_path):
    program = read_file(notebook(tmp_path, BEGIN, cell))
    assert program.failures == ()
    assert program.model("model").complete


def test_a_statement_that_is_timed_counts_and_keeps_its_place(tmp_path):
    program = read_file(notebook(tmp_path, BEGIN, "%time history = model.fit(\n    x, y,\n    epochs=3)"))
    (fit,) = program.model("model").training.fits
    assert (fit.epochs, fit.place.line, fit.place.column) == (3, 1, 16)


def test_an_indented_cell_keeps_its_places(tmp_path):
    program = read_file(notebook(tmp_path, "    import keras\n    model = keras.Sequential()"))
    assert (program.models[0].place.line, program.models[0].place.column) == (2, 12)


@pytest.mark.parametrize("language", ["R", "julia"])
def test_a_notebook_in_another_language_is_said_to_be_one(language, tmp_path):
    (failure,) = read_file(notebook(tmp_path, "x <- c(1, 2)", language=language)).failures
    assert (failure.kind, failure.fatal) == ("language", False)
    assert language in failure.message


def test_mixed_tabs_are_not_python_2():
    (failure,) = read_source("if True:\n\tx = 1\n        y = 2\n").failures
    assert (failure.kind, failure.fatal, failure.place.line) == ("syntax", False, 3)
    assert "Tabs" in failure.message


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.py")
    assert [failure.kind for failure in read_file(tmp_path / "a.py").failures] == ["unreadable"]


@pytest.mark.parametrize(
    ("lines", "shapes"),
    [
        ("d = D.from_tensor_slices((a, b)).shuffle(9).batch(4).prefetch(1)", ((None, 28, 28), (None,))),
        ("d = D.from_tensor_slices((a, b)).map(lambda x, y: (x / 255, tf.one_hot(y, 10))).batch(4)",
         ((None, 28, 28), (None, 10))),
        ("def f(x, y):\n    return tf.reshape(x, [-1, 784]), y\nd = D.from_tensor_slices((a, b)).batch(4).map(f)",
         ((None, 784), (None,))),
        ("d = D.from_tensor_slices((a, b))", ((28, 28), ())),
    ],
)  # fmt: skip
def test_pipelines(lines, shapes):
    head = "import tensorflow as tf\nD = tf.data.Dataset\n(a, b), _ = keras.datasets.mnist.load_data()"
    program = read_source(f"import keras\n{head}\n{lines}\nmodel = keras.Sequential()\nmodel.fit(d)")
    (fit,) = program.models[0].training.fits
    assert (fit.x.shape, fit.y.shape) == shapes


@pytest.mark.parametrize("lines", ["d = d.map(their.function)", "d = d.map(lambda x, y: x)", "d = d.flat_map(f)"])
def test_pipelines_that_cannot_be_followed(lines):
    program = read_source(
        "import keras\nimport tensorflow as tf\n(a, b), _ = keras.datasets.mnist.load_data()\n"
        f"d = tf.data.Dataset.from_tensor_slices((a, b))\n{lines}\nmodel = keras.Sequential()\nmodel.fit(d)"
    )
    (fit,) = program.models[0].training.fits
    assert isinstance(fit.x, Unknown)
    assert fit.y is ABSENT


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("np.load('a.npy')", "np.load('b.npy')", False),
        ("np.load('a.npy')", "np.load('a.npy')", True),
        ("np.load(name)", "np.load(name)", False),
        ("pd.read_csv(sys.argv[1])", "pd.read_csv(sys.argv[2])", False),
        ("pickle.load(file)", "pickle.load(file)", False),
        ("tf.random.uniform([8, 4])", "tf.random.uniform([8, 4])", False),
        ("np.zeros((8, 4))", "np.zeros((8, 4))", False),
    ],
)
def test_data_of_two_calls_are_two(first, second, same):
    fit = data_of(f"import sys, pickle\nimport pandas as pd\nimport tensorflow as tf\nx = {first}\ny = {second}")
    assert (fit.x == fit.y) is same


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        ("x = np.zeros((9, 4))[0]", (4,)),
        ("x = np.zeros((9, 4))[:, 1:3]", (9, 2)),
        ("x = np.zeros((9, 4))[2:5, np.newaxis]", (3, 1, 4)),
        ("x = np.zeros((9, 4))[..., None]", (9, 4, 1)),
        ("x = np.zeros((9, 4))[:n]", (None, 4)),
        ("x = np.zeros((9, 4))[n]", None),
        ("x = np.zeros((9, 4)).reshape(-1, 2, 2)", (9, 2, 2)),
        ("x = np.zeros((9, 4)).reshape((n, 4))", (None, 4)),
        ("x = np.zeros((9, 4)).T", (4, 9)),
        ("x = np.transpose(np.zeros((9, 4, 2)), (0, 2, 1))", (9, 2, 4)),
        ("x = np.expand_dims(np.zeros((9, 4)), axis=-1)", (9, 4, 1)),
        ("x = np.squeeze(np.zeros((9, 4, 1)))", (9, 4)),
        ("x = np.concatenate([np.zeros((9, 4)), np.ones((3, 4))])", (12, 4)),
        ("x = np.zeros((9, 4))\nx.shape = (9, 2, 2)", None),
        ("x = np.zeros((9, 4))\nx[0] = 1", (9, 4)),
        ("import pandas as pd\nx = pd.read_csv('a.csv')[['a', 'b']]\nx['c'] = x['a'] * 2", (None, None)),
        ("import pandas as pd\nx = pd.DataFrame(np.zeros((9, 4)))\nx['c'] = 1", (9, None)),
        ("x = np.hstack((np.zeros((9, 4)), np.ones((9, 1))))", (9, 5)),
        ("x = np.array([[1, 2, 3], [4, 5, 6]])", (2, 3)),
        ("x = np.array([[1, 2, 3], [4, 5]])", None),
        ("x = np.array([n, n])", None),
        ("x = np.linspace(0, 1, 20)", (20,)),
        ("x = np.arange(3, 9)", (6,)),
        ("x = np.zeros((9, 4)) - np.zeros((9, 4)).mean(axis=0)", (9, 4)),
        ("x = np.zeros((9, 1)) + np.zeros(9)", None),
        ("x = keras.utils.to_categorical(np.zeros((9, 1)), 5)", (9, 5)),
        ("from sklearn.datasets import load_iris\nx, _ = load_iris(return_X_y=True)", (150, 4)),
        ("from sklearn.datasets import load_wine\nx = load_wine()['data']", (178, 13)),
        ("from sklearn.datasets import load_wine\nx = load_wine()['target']", (178,)),
        ("from sklearn.datasets import load_wine\nx = load_wine()['frame']", None),
        ("from sklearn.datasets import make_blobs\nx, _ = make_blobs(n_samples=30)", (30, 2)),
        ("import pandas as pd\nx = pd.read_csv('a.csv')[['a', 'b']]", (None, 2)),
        ("import pandas as pd\nx = pd.read_csv('a.csv').iloc[:, 0:8].values", (None, 8)),
    ],
)
def test_shapes_of_data(lines, shape):
    assert data_of(f"{lines}\ny = 1").x.shape == shape


def test_a_function_that_only_looks_leaves_a_model_as_it_is():
    begin = "import keras\nmodel = keras.Sequential([keras.Input((4,))])\n"
    for line in ("plot(model)", "display_layers(model)", "their.summary(model)", "keras.utils.plot_model(model)"):
        model = read_source(f"{begin}{line}\nmodel.add(keras.layers.Dense(1))").model("model")
        assert model.complete
        assert model.training.complete
    for line in ("add_head(model)", "train(model)", "build_and_show(model)", "plot_and_train(model)", "f(model)"):
        model = read_source(f"{begin}{line}\nmodel.add(keras.layers.Dense(1))").model("model")
        assert not model.training.complete


def test_an_object_that_gets_a_model_may_train_it_and_adds_no_layers():
    text = "import keras\nmodel = keras.Sequential([keras.Input((4,))])\nwatch = Watcher(model)"
    model = read_source(f"{text}\nmodel.add(keras.layers.Dense(1))").model("model")
    assert model.complete
    assert not model.training.complete
