"""The list of the book's pages for search engines: ``sitemap.xml``, if `_config.yml` says where the book is."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import yaml
from sphinx_external_toc.parsing import parse_toc_yaml


def write(root: Path, html: Path) -> None:
    """Write it beside the pages, or remove one that is out of date."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    target, base = html / "sitemap.xml", (config.get("html") or {}).get("baseurl")
    if not base:
        target.unlink(missing_ok=True)
        return
    pages = "".join(
        f"  <url><loc>{escape(base.rstrip('/'))}/{escape(name)}.html</loc></url>\n"
        for name in parse_toc_yaml(root / "_toc.yml")
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    target.write_text(f"{head}{pages}</urlset>\n", encoding="utf-8")
