"""What an error rule about shapes or old spellings calls impossible stops in Keras; its look-alikes run."""

import re
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from autograder.rules import Level, all_rules

CORPUS = Path(__file__).parent / "corpus"
HEAD = """
import numpy as np; import keras; import tensorflow as tf; import pandas as pd
from keras import Sequential, Model, Input, layers, optimizers, losses, callbacks
"""
# They import what is not here, or change the whole process.
NOT_RUN = {
    "a program for Keras 2", "modules of the author's", "for Keras 2, with its package", "the old world on purpose",
    "other rules speak of these", "with TensorFlow Hub", "with a folder of images", "other cells",
    "images of other libraries", "images of other libraries, as batches",
    "an image in grey, without the axis of the batch and that of the colours", "the same in a column of a table",
    "labels that are numbered from 1", "all of one kind, with the package of Keras 2",
    "rows of CIFAR-10, as its files hold them", "channels that were first", "the axis is moved",
    "rows of pixels, and a data set of Keras", "channels put behind each other, and rows read by columns",
    "a variable of that name", "features of librosa, a row for each",
    "features of librosa as they lie, turned, in their mean, and with one axis more",
}  # fmt: skip
# They run, and what they learn is no answer: each image is compared with the targets of all, a layer is in no model,
# numbers of several channels are mixed.
NONSENSE = {
    "two layers for add",
    "a number for each image", "one answer for two columns", "a target for each step", "one number for each step",
    "three numbers for each step",
    "the classes of each pixel", "channels first", "steps and features", "a picture from a file, to channels first",
    "its own axes, sensors and samples", "its own axes, one after the other, by functions of libraries",
    "its own axes, the rows left open, and one axis more",
    "its own axes, of an array that was filtered, moved to its mean and made another kind of number in between",
    "its own axes, by a shape that has a name, from the end, and under another name",
    "its own axes, after the columns were scaled and put back",
    "its own axes, in an attribute, and in a layer of the author's",
    "its own axes, of an array that was changed in place, outside of a function",
    "its own axes, after a function of a library that was called on what another one gave",
    "the signals of a list, stacked as the second axis, by a function, scaled, and given to another one",
    "tables of a list, stacked first and second, in loops", "sizes that it was made with",
    "the signals of a list, of an array that is split and scaled, and whose third axis is asked for on the way only",
    "the signals of a list, in an attribute, and their sizes unpacked",
    "windows of three directions, grown in a loop",
    "three directions and three colours, written down, and columns of a table",
    "the shape that a docstring tells, in a class", "the sizes by their names",
    "the shape that a comment tells, where the array is read, and in a function",
}  # fmt: skip
RULES = [rule for rule in all_rules().values() if rule.family in {"shape", "keras3"} and rule.level is Level.ERROR]
SHAPES = {
    "mnist": ((28, 28), ()),
    "cifar10": ((32, 32, 3), (1,)),
}


def parts_of(rule):
    """The corpus of a rule: title, text, and whether the rule speaks there."""
    name = rule.id.partition("/")[2].replace("-", "_")
    for part in re.split(r"(?m)^# %% ", (CORPUS / rule.family / f"{name}.py").read_text())[1:]:
        title, _, text = part.partition("\n")
        if title not in NOT_RUN:
            yield title, text, f"# ← {rule.id}" in text


PARTS = [(rule.id, *part) for rule in RULES for part in parts_of(rule)]


@pytest.fixture
def clean(tmp_path, monkeypatch):
    """Keras as it starts, data sets without a download, and a folder to write to."""
    import keras
    import tensorflow as tf

    for name, (image, label) in SHAPES.items():
        pair = np.zeros((4, *image), "uint8"), np.zeros((4, *label), "uint8")
        monkeypatch.setattr(getattr(keras.datasets, name), "load_data", lambda pair=pair: (pair, pair))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["program.py"])
    tf.config.run_functions_eagerly(True)  # nothing is trained long enough to be compiled
    yield
    tf.config.run_functions_eagerly(False)
    keras.config.set_image_data_format("channels_last")


def run(text):
    """Run a part; a model that it compiles and does not train is trained on one label for each row."""
    module = types.ModuleType("part")
    exec(HEAD + text, module.__dict__)
    import keras

    for model in vars(module).values():
        if isinstance(model, keras.Model) and model.compiled and "fit" not in text and "flatten" in text:
            loss = model.loss if isinstance(model.loss, str) else model.loss.name
            classes = 1 if loss == "binary_crossentropy" else model.output_shape[-1]
            labels = np.eye(classes)[[0, 0]] if loss.startswith("categorical") else np.zeros((2, 1))
            model.fit(np.zeros((2, *model.input_shape[1:])), labels, verbose=0)


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize(("name", "title", "text", "bad"), PARTS, ids=[f"{part[0]}: {part[1]}" for part in PARTS])
def test_keras_stops_where_an_error_rule_speaks_and_nowhere_else(name, title, text, bad):
    if not bad or title in NONSENSE:
        run(text)
        return
    with pytest.raises(Exception, match=r".") as raised:
        run(text)
    assert not isinstance(raised.value, NameError | SyntaxError)
