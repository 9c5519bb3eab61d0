"""The marked readings: the same series for everybody, longer ones drawn by a secret, no shortcut to the answer."""

import hashlib
import re

import numpy as np
from sklearn.linear_model import LogisticRegression

from autograder.datasets import files, marks


def test_two_steps_of_each_series_are_marked_and_decide():
    steps, same = marks.series(500, 9, 3)
    assert (steps.shape, steps.dtype, same.dtype) == ((500, 9, 2), "float32", "int64")
    readings, marked = steps[..., 0], steps[..., 1] == 1
    assert set(np.unique(steps[..., 1])) == {0, 1}
    assert (marked.sum(axis=1) == 2).all()
    assert np.abs(readings).min() >= 0.2
    assert np.array_equal(same, [np.prod(np.sign(row[here])) > 0 for row, here in zip(readings, marked, strict=True)])


def test_everybody_gets_the_parts_that_the_datasheet_names():
    named = re.findall(r"\b[0-9a-f]{64}\b", (files.data_folder() / "marks.md").read_text(encoding="utf-8"))
    parts = marks.marked_readings()
    assert [part.steps.shape for part in parts] == [(4000, 12, 2), (1000, 24, 2)]
    whole = [np.column_stack([part.steps.reshape(len(part.steps), -1), part.same]) for part in parts]
    whole = [(numbers.astype("float64") * 1000).round().astype("<i8") for numbers in whole]
    assert [hashlib.sha256(numbers.tobytes()).hexdigest() for numbers in whole] == named


def test_held_out_series_depend_on_the_secret_and_are_longer():
    parts = [marks.held_out(secret, 100).steps for secret in (b"one", b"one", b"two")]
    assert np.array_equal(parts[0], parts[1])
    assert not np.array_equal(parts[0], parts[2])
    assert marks.held_out(b"one").steps.shape == (marks.HELD_OUT_ROWS, 24, 2)


def test_no_weighted_sum_tells_the_answer():
    (steps, same), (new, new_same) = marks.series(4000, 12, 5), marks.series(4000, 12, 6)
    line = LogisticRegression().fit(steps.reshape(4000, -1), same)
    assert 0.45 < line.score(new.reshape(4000, -1), new_same) < 0.55
