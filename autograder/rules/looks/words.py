"""Names that several rules look for in the text of a program: of layers and callbacks, of functions and modules."""

import ast
import re

from autograder.anatomy.source.names import api
from autograder.anatomy.text import called

FED = frozenset({"fit", "evaluate", "predict"})
ASKS = frozenset({"predict", "predict_on_batch"})
WAIT = {"EarlyStopping": 0, "ReduceLROnPlateau": 0, "ModelCheckpoint": 1}  # and where their monitor stands
WEIGHTED = ("Dense", "Conv", "LSTM", "GRU", "SimpleRNN", "Embedding", "BatchNormalization", "SeparableConv")
READ_FOLDERS = frozenset({"flow_from_directory", "flow_from_dataframe"})
FLOWS = READ_FOLDERS | {"flow"}
MODEL_OR_LAYER = frozenset({"Model", "Layer"})  # what classes of the author's descend from
BENDS = frozenset({
    "RandomRotation", "RandomZoom", "RandomTranslation", "RandomPerspective", "RandomShear", "Resizing",
})  # fmt: skip
AUGMENTS = frozenset({
    "rotation_range", "width_shift_range", "height_shift_range", "brightness_range", "shear_range", "zoom_range",
    "channel_shift_range", "horizontal_flip", "vertical_flip",
})  # fmt: skip
RANDOM = ("Random", "GaussianNoise", "tf.image.random", "tf.image.stateless_random")
DRAWS = ("random", "shuffle", "permutation", "choice", "sample", "noise", "next(")
RANDOM_MODULES = frozenset({"random", "np.random", "numpy.random"})
CHANGED_COPIES = frozenset({
    "drop", "dropna", "fillna", "drop_duplicates", "reset_index", "rename", "replace", "sort_values",
})  # fmt: skip
"""Methods of a table that leave it as it is and give a changed one, unless they are told ``inplace``."""
OTHER_ACCURACY = {"acc": "accuracy", "accuracy": "acc"}
"""The two names under which ``compile`` may ask for accuracy, and ``fit`` reports it; each with the other."""
BY_HAND = ("GradientTape", ".backward()", "value_and_grad")
SURE_MASK = re.compile(r"mask|msk|segm|annot|trimap", re.I)


def is_layer(node: ast.expr) -> bool:
    """Whether a call makes a layer of Keras."""
    return called(node) in api()["layers"]
