"""The anatomy of a Keras model: one canonical description in which equivalent spellings are equal.

Nothing here imports TensorFlow or runs anything a model file or a script contains.
"""

from autograder.anatomy.archive import ArchiveError, read_keras_file
from autograder.anatomy.config import from_config
from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.live import read_model

__all__ = ["Anatomy", "ArchiveError", "Operation", "from_config", "read_keras_file", "read_model"]
