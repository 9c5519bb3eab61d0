"""What the reader calls gone is gone, and what it says to write instead is there."""

import importlib
import re

import pytest

from autograder.anatomy.source import read_source, spellings


def has(dotted):
    """Whether a dotted name can be imported, as a module or as a member of one."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        for part in parts[count:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("old", sorted(spellings.GONE_NAMES))
def test_a_gone_name_is_gone_everywhere(old):
    assert not has(old)
    assert not has(f"tensorflow.{old}")


@pytest.mark.parametrize("old", sorted(spellings.GONE_IN_KERAS))
def test_what_only_tensorflow_still_has_is_gone_in_keras(old):
    assert not has(old)
    assert has(f"tensorflow.{old}")


@pytest.mark.parametrize("old", sorted(spellings.TENSORFLOW_1))
def test_names_of_tensorflow_1_are_gone(old):
    assert not has(f"tensorflow.{old}")


SUCCESSORS = {
    *spellings.GONE_NAMES.values(), *spellings.GONE_IN_KERAS.values(), *spellings.TENSORFLOW_1.values(),
    *spellings.ON_TENSORS.values(),
}  # fmt: skip


@pytest.mark.parametrize(
    "new", sorted(new for new in SUCCESSORS if re.fullmatch(r"(keras|tf)(\.\w+)+", new) and "keras_" not in new)
)
def test_what_to_write_instead_is_there(new):
    assert has(re.sub(r"^tf\.", "tensorflow.", new))


# What to call them with, besides one tensor.
MORE = {
    "expand_dims": (1,), "reshape": ((-1, 2),), "cast": ("int32",), "tile": ((1, 2),), "split": (2, 1),
    "pad": (((0, 0), (1, 1)),), "gather": ([0],), "one_hot": (3,), "clip_by_value": (0, 1), "pow": (2,),
    "roll": (1, 1), "concat": (1,), "nn.l2_normalize": (1,), "math.l2_normalize": (1,), "nn.dropout": (0.1,),
    "image.resize": ((4, 4),),
}  # fmt: skip
TWICE = {
    "matmul", "add", "subtract", "multiply", "divide", "maximum", "minimum", "equal", "math.multiply", "math.add",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(spellings.ON_TENSORS))
def test_a_function_of_tensorflow_refuses_symbolic_tensors(name):
    import keras
    import tensorflow as tf

    function = tf
    for part in name.split("."):
        function = getattr(function, part)
    x = keras.Input((8, 8, 3) if name == "image.resize" else (4,))
    first = {"einsum": ("bi->b", x), "where": (x, x, x)}.get(name, ([x, x],) if name in {"concat", "stack"} else (x,))
    with pytest.raises(ValueError, match="KerasTensor"):
        function(*first, *((x,) if name in TWICE else MORE.get(name, ())))


def met(*lines):
    return {(spelling.kind, spelling.old, spelling.runs) for spelling in read_source("\n".join(lines)).spellings}


@pytest.mark.parametrize(
    ("line", "kind", "old", "runs"),
    [
        ("import keras.backend as K; K.mean(1)", "backend", "keras.backend.mean", False),
        ("from keras.backend import mean", "backend", "keras.backend.mean", False),
        ("import tensorflow as tf; tf.Session()", "tensorflow", "tf.Session", False),
        ("from tensorflow.contrib import layers", "tensorflow", "tf.contrib", False),
        ("import keras; keras.utils.np_utils", "module", "keras.utils.np_utils", False),
        ("from keras.preprocessing.text import Tokenizer", "module", "keras.preprocessing.text", False),
        ("import tensorflow as tf; tf.keras.optimizers.legacy.Adam(0.1)", "module", "keras.optimizers.legacy", False),
        ("import keras; keras.Sequential().to_yaml()", "method", "to_yaml(…)", False),
        ("import keras; keras.layers.LeakyReLU(alpha=0.1)", "argument", "alpha=", True),
        ("import keras; keras.layers.LSTM(3, implementation=1)", "argument", "implementation=", True),
        ("import keras; keras.layers.LSTM(3, input_dim=1)", "argument", "input_dim=", False),
        ("import keras; keras.layers.Embedding(3, 2, input_length=1)", "argument", "input_length=", True),
        ("import keras; keras.layers.Dense(784, 128)", "argument", "Dense(784, 128)", False),
        ("import keras; keras.layers.CuDNNGRU(3)", "layer", "CuDNNGRU", False),
        ("import keras; keras.layers.merge([keras.Input((1,))])", "layer", "merge(…)", False),
        ("import keras, tensorflow as tf; tf.square(keras.Input((1,)))", "tensor", "tf.square(…)", False),
    ],
)
def test_an_old_name_is_met_and_of_its_kind(line, kind, old, runs):
    assert (kind, old, runs) in met(line)


@pytest.mark.parametrize(
    "line",
    [
        "import tensorflow as tf; tf.keras.backend.mean(1)",
        "import tensorflow.compat.v1 as tf; tf.Session()",
        "from tensorflow.keras.preprocessing.text import Tokenizer",
        "from keras import backend as K; K.epsilon()",
        "import numpy as K; K.mean(1)",
        "try:\n    from keras.utils import np_utils\nexcept ImportError:\n    pass",
        "import keras\nif keras.__version__ < '3':\n    keras.layers.CuDNNGRU(3)",
        "import keras\nx = keras.layers.LSTM(3) if keras.__version__ >= '3' else keras.layers.CuDNNLSTM(3)",
        "import tensorflow as tf\nfrom here import _IS_TF2\nif not _IS_TF2:\n    tf.Session()",
        "from keras.src.layers import core",
        "import keras; keras.src.layers.pooling.base_pooling.BasePooling",
        "import os, keras\nos.environ['TF_USE_LEGACY_KERAS'] = '1'\nkeras.optimizers.Adam(lr=1)",
        "# needs tensorflow==2.4\nimport keras\nkeras.optimizers.Adam(lr=1)",
        "# needs keras<3\nimport keras\nkeras.optimizers.Adam(lr=1)",
    ],
)
def test_what_is_not_old_or_not_for_keras_3_is_not_met(line):
    assert not {spelling for spelling in met(line) if not spelling[2]}


@pytest.mark.parametrize("version", ["2.16", "2.21.0", "3.0"])
def test_a_program_for_a_new_tensorflow_is_for_keras_3(version):
    assert met(f"# needs tensorflow=={version}", "import keras", "keras.optimizers.Adam(lr=1)")


def test_a_column_of_the_history_is_a_fact():
    program = read_source("import keras\nm = keras.Sequential()\nh = m.fit(1, 2)\nprint(h.history['acc'])")
    event = program.model("m").training.events[-1]
    assert (event.method, event.arguments, event.certain) == ("history", {"key": "acc"}, True)
    guarded = read_source("import keras\nm = keras.Sequential()\nh = m.fit(1, 2)\nif x:\n    h.history['acc']")
    assert not guarded.model("m").training.events[-1].certain
    assert not guarded.model("m").training.events[-1].guarded


def test_what_may_fail_is_guarded():
    attempt = "try:\n    m.save('m')\nexcept ValueError:\n    m.save('m.h5')"
    program = read_source(f"import keras\nm = keras.Sequential()\n{attempt}\nm.fit(1, 2)")
    assert [event.guarded for event in program.model("m").training.events] == [True, True, False]


def test_the_place_of_the_channels_holds_for_the_layers_that_follow():
    program = read_source(
        "import keras\nkeras.backend.set_image_data_format('channels_first')\nkeras.layers.Conv2D(3, 3)"
    )
    assert program.layers[0].arguments["data_format"] == "channels_first"
