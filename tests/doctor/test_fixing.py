"""``--fix``: what it rewrites, what it leaves alone, and that the rest of a file stays as it was."""

import json

import nbformat
import pytest

from autograder.doctor import fixable
from autograder.doctor.fixing import mend, proposals
from autograder.rules import all_rules

OLD = """\
# -*- an old program -*-
from keras.models import Sequential
from keras.layers.core import Dense, Dropout
from keras.layers import Convolution2D, Flatten
from keras.utils import np_utils
import keras

model = Sequential()
model.add(Convolution2D(32, 3, 3, border_mode='same', dim_ordering='tf', batch_input_shape=(None, 28, 28, 1)))
model.add(Convolution2D(
    16,
    3, 3,   # the kernel
    init="he_normal",
))
model.add(Flatten())
model.add(Dropout(p=.5))
model.add(Dense(output_dim=10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=keras.optimizers.SGD(lr=0.3))
y = np_utils.to_categorical(y, 10)
model.fit_generator(batches, nb_epoch=30, workers=4)
"""
NEW = """\
# -*- an old program -*-
from keras.models import Sequential
from keras.layers import Dense, Dropout
from keras.layers import Conv2D, Flatten
from keras import utils as np_utils
import keras

model = Sequential()
model.add(Conv2D(32, (3, 3), padding='same', data_format='channels_last', batch_input_shape=(None, 28, 28, 1)))
model.add(Conv2D(
    16,
    (3, 3),   # the kernel
    kernel_initializer="he_normal",
))
model.add(Flatten())
model.add(Dropout(rate=.5))
model.add(Dense(units=10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=keras.optimizers.SGD(learning_rate=0.3))
y = np_utils.to_categorical(y, 10)
model.fit(batches, epochs=30)
"""
HEAD = """\
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1{})])
"""


def mended(text, path="train.py"):
    return mend(text, path, list(all_rules().values()), unsafe=True)


def test_old_spellings_become_new_ones_and_nothing_else_changes():
    assert mended(OLD).after == NEW


def test_what_was_mended_is_not_mended_again():
    assert (mended(NEW).after, mended(NEW).count) == (NEW, 0)


STOP = "model.fit(x, y, epochs=99, validation_split=0.2, callbacks=[{}])\n"
ONCE = "keras.callbacks.EarlyStopping(patience=9{})"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            HEAD.format("") + "sgd = keras.optimizers.SGD(learning_rate=1e-3)\nmodel.compile('sgd', loss='mse')\n",
            HEAD.format("") + "sgd = keras.optimizers.SGD(learning_rate=1e-3)\nmodel.compile(sgd, loss='mse')\n",
        ),
        (
            HEAD.format("") + "sgd = keras.optimizers.SGD(learning_rate=1e-3)\n"
            "model.compile(loss='mse', optimizer='sgd')\n",
            HEAD.format("") + "sgd = keras.optimizers.SGD(learning_rate=1e-3)\n"
            "model.compile(loss='mse', optimizer=sgd)\n",
        ),
        (
            HEAD.format("") + "model.compile(loss='mse', optimizer='sgd')\n"
            "sgd = keras.optimizers.SGD(learning_rate=1e-3)\n",
            None,  # it is made too late
        ),
        (
            HEAD.format("") + "model.compile(loss='mse', metrics=['mae', 'mean_squared_error'])\n",
            HEAD.format("") + "model.compile(loss='mse', metrics=['mae'])\n",
        ),
        (
            HEAD.format("") + "model.compile(loss='mse', metrics=['mse'], optimizer='adam')\n",
            HEAD.format("") + "model.compile(loss='mse', optimizer='adam')\n",
        ),
        (
            HEAD.format("") + "model.compile(loss='mse', metrics=['mse', 'mae'])\n"
            "history = model.fit(x, y)\nprint(history.history['mse'])\n",
            None,  # somebody asks for it
        ),
        (
            HEAD.format(", activation='sigmoid'")
            + "model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer='adam')\n",
            HEAD.format(", activation='sigmoid'")
            + "model.compile(loss=keras.losses.BinaryCrossentropy(), optimizer='adam')\n",
        ),
        (
            HEAD.format("") + "model.compile(loss=keras.losses.BinaryCrossentropy(label_smoothing=0.1))\n",
            HEAD.format("")
            + "model.compile(loss=keras.losses.BinaryCrossentropy(label_smoothing=0.1, from_logits=True))\n",
        ),
        (
            HEAD.format(", activation='relu'") + "model.compile(loss=keras.losses.BinaryCrossentropy())\n",
            None,  # its answers are no logits, either
        ),
        (HEAD.format("") + "model.compile(loss='binary_crossentropy')\n", None),  # two answers are possible
        (
            HEAD.format("") + "model.compile(loss='mse')\n"
            "stop = keras.callbacks.EarlyStopping(\n    patience=3,  # epochs\n)\n" + STOP.format("stop"),
            HEAD.format("") + "model.compile(loss='mse')\n"
            "stop = keras.callbacks.EarlyStopping(\n    patience=3, restore_best_weights=True,  # epochs\n)\n"
            + STOP.format("stop"),
        ),
        (
            HEAD.format("") + "model.compile(loss='mse')\n" + STOP.format(ONCE.format("")),
            HEAD.format("")
            + "model.compile(loss='mse')\n"
            + STOP.format(ONCE.format(", restore_best_weights=True")),
        ),
    ],
    ids=[
        "by place", "object", "too late", "metric", "only metric", "metric asked for", "no logits", "logits",
        "bent", "string", "restore", "restore alone",
    ],
)  # fmt: skip
def test_single_rules(before, after):
    assert mended(before).after == (before if after is None else after)


def test_what_changes_results_waits_to_be_asked_for():
    text = HEAD.format("") + "model.compile(loss='mse')\n" + STOP.format(ONCE.format(""))
    rules = list(all_rules().values())
    assert mend(text, "program.py", rules).count == 0
    assert "restore_best_weights=True" in mend(text, "program.py", rules, unsafe=True).after


def test_every_fix_says_whether_it_is_safe():
    assert set(proposals._FIXES) == fixable.SAFE | fixable.UNSAFE
    assert not fixable.SAFE & fixable.UNSAFE


@pytest.mark.parametrize(
    "line",
    [
        "model.predict_classes(x)",  # predict gives something else
        "keras.callbacks.ModelCheckpoint('best.keras', period=5)",  # save_freq counts batches
        "model.fit_generator(batches, samples_per_epoch=100)",
        "from keras.preprocessing.image import ImageDataGenerator",
    ],
)
def test_what_only_resembles_its_successor_is_left_alone(line):
    text = HEAD.format("") + line + "\n"
    assert line.split("(")[-1] in mended(text).after
    assert "save_freq" not in mended(text).after
    assert ".predict(" not in mended(text).after


def test_columns_are_counted_in_characters():
    text = "import keras\nname, layer = 'Zoë 漢', keras.layers.Dense(output_dim=1)\n"
    text += "model = keras.Sequential([keras.Input((4,)), layer])\n"
    assert mended(text).after == text.replace("output_dim", "units")


def test_a_change_that_does_not_help_is_taken_back_and_this_is_said(monkeypatch):
    text = HEAD.format("") + "model.add(keras.layers.Dense(output_dim=1))\n"
    wrong = proposals.rewriting.renamed("output_dim", "input_dim", {})
    fixes = {"keras3": lambda made, finding, place: made.call(place, wrong)}
    monkeypatch.setattr(proposals, "_FIXES", fixes)
    fixed = mended(text)
    assert (fixed.after, fixed.count) == (text, 0)
    assert "keras3/gone-argument is left as it is" in fixed.refused[0]


def test_ignored_and_unselected_findings_are_not_mended(doctor, tmp_path):
    path = tmp_path / "train.py"
    text = HEAD.format("") + "model.add(keras.layers.Dense(output_dim=1))  # doctor: ignore\n"
    path.write_text(text)
    doctor(path, "--fix", rules="")
    assert path.read_text() == text
    path.write_text(text.replace("  # doctor: ignore", ""))
    doctor(path, "--fix", rules="order")
    assert "output_dim" in path.read_text()
    doctor(path, "--fix", rules="keras3")
    assert "units=1" in path.read_text()


def test_the_command_writes_and_says_what_remains(doctor, script):
    script.chmod(0o640)
    link = script.with_name("link.py")
    link.symlink_to(script)
    before = script.read_bytes()
    ran = doctor(link, "--fix")
    assert script.read_bytes() == before.replace(b"output_dim=1", b"units=1")
    assert link.is_symlink()
    assert script.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in script.parent.iterdir()) == ["link.py", "train.py"]
    assert ran.code == 0  # a warning is left
    assert "order/batch-norm-after-dropout" in ran.out
    assert "1 mended" in ran.err


def test_diff_shows_and_writes_nothing(doctor, script, tmp_path):
    before = script.read_bytes()
    ran = doctor(tmp_path, "--diff")
    assert script.read_bytes() == before
    assert ran.code == 1
    assert ran.out.splitlines()[:2] == [f"--- {script}", f"+++ {script}"]
    assert "-model.add(keras.layers.Dense(output_dim=1))" in ran.out.splitlines()
    assert "+model.add(keras.layers.Dense(units=1))" in ran.out.splitlines()
    assert doctor(script, "--diff", rules="order").code == 0
    assert doctor("-", "--fix", stdin=before).code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(doctor, tmp_path, encoding, end):
    head = "# coding: latin-1" if encoding == "latin-1" else "# text"
    lines = [head, "name = 'Zoë'", *HEAD.format("").splitlines(), "model.add(keras.layers.Dense(output_dim=1))"]
    text = end.join(lines)
    path = tmp_path / "train.py"
    path.write_bytes(text.encode(encoding))
    doctor(path, "--fix")
    assert path.read_bytes() == text.replace("output_dim", "units").encode(encoding)


@pytest.mark.parametrize("layout", [{"indent": 1}, {"indent": 2, "ensure_ascii": False}, {"separators": (",", ":")}])
def test_a_notebook_keeps_everything_else(doctor, tmp_path, layout):
    code = "%matplotlib inline\n!ls\n" + OLD
    cells = [
        nbformat.v4.new_markdown_cell("Zoë\nsays"),
        nbformat.v4.new_code_cell("from keras.layers import Convolution2D\nimport keras"),
        nbformat.v4.new_code_cell(code, outputs=[nbformat.v4.new_output("stream", text="output_dim=1\n")]),
    ]
    described = nbformat.v4.new_notebook(cells=cells, metadata={"own": {"é": [1.5, None]}})
    described["cells"][2]["source"] = code.splitlines(keepends=True)
    path = tmp_path / "lesson.ipynb"
    path.write_text(json.dumps(described, **layout) + "\n")
    doctor(path, "--fix", rules="keras3")
    described["cells"][1]["source"] = "from keras.layers import Conv2D\nimport keras"
    described["cells"][2]["source"] = ("%matplotlib inline\n!ls\n" + NEW).splitlines(keepends=True)
    assert path.read_text() == json.dumps(described, **layout) + "\n"


def test_a_notebook_in_an_unusual_layout_is_left_alone(doctor, tmp_path):
    described = {"cells": [{"cell_type": "code", "source": OLD}]}
    text = json.dumps(described, indent=3)
    (tmp_path / "lesson.ipynb").write_text(text)
    ran = doctor(tmp_path, "--fix", rules="keras3")
    assert (tmp_path / "lesson.ipynb").read_text() == text
    assert "is left as it is: its JSON is laid out in an unusual way" in ran.err


def test_a_page_keeps_its_words(doctor, tmp_path):
    page = "# Old\n\nsays output_dim\n\n  ```{{code-cell}} python\n  :tags: [x]\n{}\n  ```\nend"
    old, new = ("\n".join(f"  {line}" if line else "" for line in code.splitlines()) for code in (OLD, NEW))
    path = tmp_path / "page.md"
    path.write_text(page.format(old))
    doctor(path, "--fix", rules="keras3")
    assert path.read_text() == page.format(new)


def test_what_cannot_be_parsed_is_not_touched(doctor, tmp_path):
    path = tmp_path / "old.py"
    path.write_text(OLD + "print model\n")
    doctor(path, "--fix")
    assert path.read_text() == OLD + "print model\n"


def test_a_file_that_cannot_be_rewritten_stops_nothing(doctor, tmp_path, script):
    (tmp_path / "broken.py").write_text("import keras (\n")
    (tmp_path / "deep.py").write_text("import keras\nx = " + "-" * 5000 + "keras.layers.Dense(output_dim=1)\n")
    assert doctor(tmp_path, "--diff").code == 2
    doctor(tmp_path, "--fix")
    assert "units=1" in script.read_text()
