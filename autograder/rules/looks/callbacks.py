"""Callbacks that wait for a number."""

WAIT = {"EarlyStopping": 0, "ReduceLROnPlateau": 0, "ModelCheckpoint": 1}
"""Each with the place of its argument ``monitor``."""
