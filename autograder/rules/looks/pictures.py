"""What programs do with pictures, and with masks of them."""

from __future__ import annotations

import re

SURE_MASK = re.compile(r"mask|msk|segm|annot|trimap", re.I)
BENDS = frozenset(
    {"RandomRotation", "RandomZoom", "RandomTranslation", "RandomPerspective", "RandomShear", "Resizing"}
)
