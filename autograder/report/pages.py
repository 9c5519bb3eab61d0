"""The templates of all reports; everything put into a page is escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.book import known_address
from autograder.rubric import Status

SIGNS = {Status.MET: "✓", Status.PARTLY: "◐", Status.MISSED: "✗", Status.LATER: "…"}
"""One sign for each status, so that no colour has to be told apart."""


def as_points(points: float) -> str:
    """Points with at most two decimals."""
    return f"{round(points, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def encodable(text: str) -> str:
    """The text with ``?`` for half characters, which a student can put into a name and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def in_book(place: str, words: str = "") -> Markup:
    """A place to read on: a link, on words if there are some; its name, if nobody said where the book is."""
    if whole := known_address(place):
        return Markup('<a href="{}">{}</a>').format(whole, words or place)
    parts = re.split(r"(?<=/)|(?=#)", place)  # between which a narrow page may break the line
    named = Markup("<code>{}</code> in the course's book").format(Markup("<wbr>").join(parts))
    return Markup("{} ({})").format(words, named) if words else named


@dataclass(frozen=True)
class Script:
    """A script of this folder, and how a Content-Security-Policy allows it and nothing else."""

    text: Markup
    policy: str


def allowed(name: str) -> Script:
    """One of our own scripts, for a page that runs no other."""
    text = files("autograder.report").joinpath("templates", name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Script(Markup(text), f"'sha256-{digest}'")  # noqa: S704 (ours, and nothing is put into it)


def render(template: str, **values: Any) -> str:
    """Fill a template of this folder."""
    return encodable(PAGES.get_template(template).render(**values))


PAGES = Environment(
    loader=PackageLoader("autograder.report"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
PAGES.filters["points"] = as_points
PAGES.filters["in_book"] = in_book
PAGES.globals["signs"] = SIGNS
