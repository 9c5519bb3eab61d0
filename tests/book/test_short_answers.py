"""The code of the short answers: it runs as it stands, on tables as on arrays, and a phone is wide enough for it."""

import re
from pathlib import Path

import keras
import numpy as np
import pandas as pd
import pytest

CHAPTERS = Path(__file__).resolve().parents[2] / "chapters"
WIDTH = 42  # letters of code that a phone of 390 pixels shows in a line
_SHORT = re.compile(r":::\{admonition\} In short\n.*?```python\n(.*?)```.*?\n:::", re.DOTALL)
CODE = {path.stem: found[1] for path in CHAPTERS.glob("*.md") if (found := _SHORT.search(path.read_text("utf-8")))}

# What the code asks of the reader: how wide a row is, what it is answered with, and the layers of the reader's model.
NUMBERS, PICTURES = (5,), (14, 14, 1)
ASKED = {
    "autoencoder": (NUMBERS, "binary"),
    "bn-or-not": (NUMBERS, "binary"),
    "distance-predictor": ((4,), "number"),
    "first-epochs": (NUMBERS, "binary"),
    "freezing": (NUMBERS, "class"),
    "loss-and-metrics": (NUMBERS, "binary"),
    "red-wine": ((11,), "number"),
    "stacked-lstm": (NUMBERS, "binary"),
    "textile-curves": (PICTURES, "class"),
    "train-vs-inference": (NUMBERS, "binary"),
    "units-and-layers": (NUMBERS, "binary"),
    "val-loss-rises": (PICTURES, "class"),
}
HEADS = {"binary": (1, "sigmoid"), "class": (5, "softmax"), "number": (1, None)}
LOSSES = {"binary": "binary_crossentropy", "class": "sparse_categorical_crossentropy", "number": "mse"}


def rows(chapter: str, *, tables: bool) -> dict[str, object]:
    """Forty rows of a reader, as arrays or as tables of pandas."""
    (shape, _), rng = ASKED[chapter], np.random.default_rng(0)
    x, y = rng.normal(size=(40, *shape)).astype("float32"), rng.integers(0, 2, 40).astype("float32")
    if tables:
        x, y = pd.DataFrame(x, index=range(100, 140)), pd.Series(y, index=range(100, 140))
    return dict.fromkeys(("x", "x_train", "x_valid", "x_new"), x) | dict.fromkeys(("y", "y_train", "y_valid"), y)


def network(chapter: str) -> dict[str, keras.Model]:
    """The reader's network, and a trained one without its head."""
    shape, kind = ASKED[chapter]
    base = keras.Sequential([keras.Input(shape), keras.layers.Flatten(), keras.layers.Dense(4, activation="relu")])
    units, activation = HEADS[kind]
    model = keras.Sequential([base, keras.layers.Dropout(0.5), keras.layers.Dense(units, activation=activation)])
    model.compile("adam", LOSSES[kind])
    return {"base": base, "model": model}


def run(chapter: str, *, tables: bool) -> None:
    quickly = re.sub(r"epochs=\d+", "epochs=1", CODE[chapter])
    known = {"keras": keras, "layers": keras.layers, "np": np, "epochs": 1}
    exec(quickly, known | network(chapter) | rows(chapter, tables=tables))


@pytest.mark.parametrize("chapter", sorted(ASKED))
def test_a_short_answer_runs_as_it_stands(chapter: str) -> None:
    run(chapter, tables=False)


@pytest.mark.parametrize("chapter", sorted(name for name, (shape, _) in ASKED.items() if len(shape) == 1))
def test_a_short_answer_runs_on_tables_too(chapter: str) -> None:
    run(chapter, tables=True)


def test_a_short_answer_that_is_a_part_of_a_model_fits_into_one() -> None:
    known = {"keras": keras, "layers": keras.layers, "__builtins__": {}}
    keras.Sequential([keras.Input((4,)), *eval(f"[{CODE['layer-order']}]", known)])
    exec(CODE["conv-overfitting"].replace("...", "keras.layers.Flatten()"), known)
    assert set(CODE) == {*ASKED, "layer-order", "conv-overfitting"}


@pytest.mark.parametrize("chapter", sorted(CODE))
def test_a_phone_need_not_break_a_word_of_a_short_answer(chapter: str) -> None:
    for line in CODE[chapter].splitlines():
        words = re.findall(r"^ *\S+|\S+", line)
        assert max(map(len, words), default=0) <= WIDTH, line
