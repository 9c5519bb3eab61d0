"""How much a browser unfolds for a picture: a file of some kilobytes may hold gigabytes of one colour."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image

MOST_PIXELS = 150_000_000
"""Of all pictures of a notebook together; a large figure has some millions."""
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def pixels(picture: bytes) -> int | None:
    """How many pixels its frames have together, as its headers say; None for what is no picture that pages show."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own about large ones: who asks decides
            with Image.open(BytesIO(picture), formats=_FORMATS) as opened:
                return opened.width * opened.height * getattr(opened, "n_frames", 1)
    except Exception:  # its errors share no class, and a header may say anything
        return None
