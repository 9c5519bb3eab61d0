"""The templates of all reports; everything put into a page is escaped."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

PAGES = Environment(
    loader=PackageLoader("autograder.report"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
PAGES.filters["points"] = lambda points: f"{points:.2f}".rstrip("0").rstrip(".")
