"""What a built page loads, in the order in which its reader needs it: text, then scripts, then pictures.

What is folded is named by the words that stand on it: MyST-NB gives all of it one name, which nobody sees.

Scripts run when the page is there. A picture takes its room at once, so that nothing moves when it comes, and it
comes when its reader is near. ``wide`` marks those of which a phone shows a part at a time.
"""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

WIDE = 900  # pixels
_SCRIPT = re.compile(r'<script (?!defer)([^>]*src="[^"]*")')
_NEEDED_AT_ONCE = "documentation_options.js"  # the lines after it write into what it makes
_NAMED_ALIKE = '<summary aria-label="Toggle hidden content">'
_PICTURE = re.compile(r'<img (?![^>]*loading=)([^>]*src="([^":]*_images/[^"]*\.png)")')


def settle(html: Path) -> None:
    """Let the pages in ``html`` wait for nothing that their first screen can do without."""
    for page in html.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if text != (better := settled(text, page.parent)):
            page.write_text(better, encoding="utf-8")


def settled(page: str, folder: Path) -> str:
    """The HTML of a page in ``folder`` whose scripts wait, whose pictures have a size, and whose folds have names.

    Scripts of the head stay as they are: the search's own take turns with what runs at the end of loading.
    """
    head, end, body = page.replace(_NAMED_ALIKE, "<summary>").partition("</head>")
    body = _SCRIPT.sub(lambda one: one[0] if _NEEDED_AT_ONCE in one[1] else f"<script defer {one[1]}", body)
    return head + end + _PICTURE.sub(lambda one: _sized(one[1], folder / one[2]), body)


def _sized(attributes: str, picture: Path) -> str:
    with Image.open(picture) as image:
        width, height = image.size
    wide = ' class="wide"' if width > WIDE else ""
    return f'<img width="{width}" height="{height}" loading="lazy" decoding="async"{wide} {attributes}'
