"""The reader of source code: what a script, a notebook or a MyST page would build, without running it.

It follows the program with symbolic values: constants are folded, loops over known lists unrolled, functions and
simple classes followed, layers and models built up as Keras would. What only running could tell is
:class:`~autograder.anatomy.unknown.Unknown`, and so is everything that depends on it. Where the ways through the
program part on an unknown condition, only what they agree on is kept.

>>> program = read_source('''
... from keras import Sequential, layers
... model = Sequential([layers.Dense(8, activation="relu", input_dim=4), layers.Dense(1)])
... model.compile(loss="mse", optimizer="sgd")
... ''')
>>> model = program.model("model")
>>> print(model.anatomy)
input(shape=(4,)) → dense(units=8) → activation(function=relu) → dense(units=1)
>>> model.training.compiles[0].loss.name
'mean_squared_error'
>>> [str(place) for place in model.locations[-1:]], [met.old for met in program.spellings]
(['program.py:3:70'], ['input_dim='])

A rule asks ``program.models``, each with its ``anatomy`` and its ``training``; ``model.layers[position]`` is the call
that makes an operation, with its place. ``program.text`` is for what shows without a model, and ``program.failures``
says what could not be read.
"""

from autograder.anatomy.source.cells import Failure
from autograder.anatomy.source.program import LayerCall, ModelSource, Optimizer, Program
from autograder.anatomy.source.reader import load, read_file, read_source
from autograder.anatomy.source.spellings import Spelling

__all__ = [
    "Failure", "LayerCall", "ModelSource", "Optimizer", "Program", "Spelling", "load", "read_file", "read_source",
]  # fmt: skip
