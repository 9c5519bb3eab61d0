"""What keeps TensorFlow's log out of what people read; small, since every import of the package imports it."""

import os

QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",  # no chatter on stderr
    "TF_ENABLE_ONEDNN_OPTS": "0",  # the same rounding on every machine of a kind, and none of its notices
}


def keep_quiet() -> None:
    """Set these variables where nobody has; TensorFlow reads them when it is imported."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
