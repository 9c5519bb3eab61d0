"""A course on debugging neural networks, and the grader that makes it honest.

The face for students is small::

    import autograder as ag
    (x_train, y_train), (x_valid, y_valid) = ag.datasets.red_wine()
    ag.check("red-wine", model, history)
"""

from autograder import datasets
from autograder.check import check

__all__ = ["check", "datasets"]
