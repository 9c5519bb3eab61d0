"""The simulated leaks: the same rows for everybody, held-out rows drawn by a secret, few leaks behind a bend."""

import hashlib
import re

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from autograder.datasets import files, leaks


def test_columns_types_and_share():
    features, target = leaks.readings(20000, 3)
    assert list(features) == leaks.COLUMNS
    assert (set(map(str, features.dtypes)), str(target.dtype)) == ({"float32"}, "int32")
    assert set(target) == {0, 1}
    assert abs(target.mean() - leaks.SHARE) < 0.006
    assert np.isfinite(features).all().all()


def test_everybody_gets_the_parts_that_the_datasheet_names():
    named = re.findall(r"\b[0-9a-f]{64}\b", (files.data_folder() / "leaks.md").read_text(encoding="utf-8"))
    parts = leaks.water_leaks()
    assert [len(part.target) for part in parts] == [4000, 2000]
    whole = [(np.column_stack(part).astype("float64") * 1000).round().astype("<i8") for part in parts]
    assert [hashlib.sha256(numbers.tobytes()).hexdigest() for numbers in whole] == named


def test_held_out_rows_depend_on_the_secret():
    parts = [leaks.held_out(secret, 100).features for secret in (b"one", b"one", b"two")]
    assert parts[0].equals(parts[1])
    assert not parts[0].equals(parts[2])
    assert len(leaks.held_out(b"one").target) == leaks.HELD_OUT_ROWS


def test_a_straight_line_finds_half_of_what_the_square_of_the_flow_finds():
    rows, truth = leaks.readings(20000, 5)
    line = LogisticRegression(max_iter=1000).fit((rows - rows.mean()) / rows.std(), truth)
    by_line = average_precision_score(truth, line.predict_proba((rows - rows.mean()) / rows.std())[:, 1])
    missing = 6 - 0.0025 * rows["flow"] ** 2 - rows["pressure"]
    assert 0.35 < by_line < 0.55
    assert average_precision_score(truth, missing) > by_line + 0.2
