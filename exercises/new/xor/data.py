"""The rows of this exercise. Students get this file; what only you may have lies elsewhere in this folder.

Each part is a pair: inputs (n, …) and targets (n,). A file is found as Path(__file__).parent / "public" / "rows.csv".
What lies in the folder public/ goes to students; nothing else of this folder does, but rubric.py and hints.md.
"""

import numpy as np


def released():
    """The training and the validation rows, the same for everybody."""
    return _points(1000, seed=1), _points(500, seed=2)


def held_out(secret):
    """Rows that only the judge sees. The secret is the course's own: other courses get other rows."""
    return _points(2000, seed=list(secret))


def _points(n, seed):
    """Points in the plane; class 1 where exactly one of the two coordinates is positive."""
    points = np.random.RandomState(seed).uniform(-1, 1, (n, 2)).astype("float32")
    positive = points > 0
    return points, (positive[:, 0] != positive[:, 1]).astype("int32")
