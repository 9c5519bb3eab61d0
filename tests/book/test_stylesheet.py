"""The style sheets of the pages, joined into one."""

from __future__ import annotations

import re

import pytest
import stylesheet

FIRST = '<link href="{up}_static/styles/theme.css?digest=1" rel="stylesheet" />\n'
SECOND = '  <link rel="stylesheet" type="text/css" href="{up}_static/course.css?v=2" />\n'


@pytest.fixture
def html(tmp_path):
    for folder in ("_static/styles", "chapters"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "_static/basic.css").write_text("p { background: url(file.png); }")
    (tmp_path / "_static/styles/theme.css").write_text(
        '@import "../basic.css";\np { color: red; src: url("../font.woff2"); }'
    )
    (tmp_path / "_static/course.css").write_text(
        "p { mask: url(\"data:image/svg+xml,%3Csvg xmlns='a'%3E\"); color: green; }"
    )
    write(tmp_path)
    return tmp_path


def write(html):
    """Write two pages as Sphinx would."""
    for page, up in (("search.html", ""), ("chapters/index.html", "../")):
        (html / page).write_text(f'<head>\n{FIRST}{SECOND}<link rel="icon"></head><body></body>'.replace("{up}", up))


def links(html, page):
    return re.findall(r'<link[^>]*href="([^"?]*\.css)', (html / page).read_text())


def test_a_page_asks_for_one_sheet_that_holds_all_in_their_order(html):
    stylesheet.join(html)
    assert links(html, "search.html") == ["_static/joined.css"]
    assert links(html, "chapters/index.html") == ["../_static/joined.css"]
    assert '<link rel="icon">' in (html / "search.html").read_text()
    joined = (html / "_static/joined.css").read_text()
    assert joined.index("file.png") < joined.index("red") < joined.index("green")
    assert "@import" not in joined


def test_addresses_in_a_sheet_still_lead_to_their_files(html):
    stylesheet.join(html)
    joined = html / "_static/joined.css"
    named = re.findall(r'url\("?([^)"]+)', joined.read_text())
    files = [(joined.parent / name).resolve() for name in named if not name.startswith("data:")]
    assert files == [html / "_static/file.png", html / "_static/font.woff2"]
    assert sum(name.startswith("data:image") for name in named) == 1


def test_what_sphinx_did_not_make_again_gets_the_new_sheet_too(html):
    stylesheet.join(html)
    before = (html / "search.html").read_text()
    (html / "_static/course.css").write_text("p { color: blue; }")
    stylesheet.join(html)
    assert "blue" in (html / "_static/joined.css").read_text()
    assert (html / "search.html").read_text() != before, "the address says that the sheet is another one"
    stylesheet.join(html)
    assert links(html, "search.html") == ["_static/joined.css"]


@pytest.mark.parametrize(("rule", "stays"), [
    (".used { color: red }", True),
    (".unused { color: red }", False),
    (".used .unused { color: red }", False),
    ("a:not(.unused) { color: red }", True),
    ("p:is(.used, .unused) { color: red }", True),
    ("a[href*='.unused'] { color: red }", True),
    ("#named::before { color: red }", True),
    (".from-script.used { color: red }", True),
    ("@media print { .used { color: red } }", True),
    ("@media print { .unused { color: red } }", False),
    ("@keyframes turn { from { color: red } }", True),
])  # fmt: skip
def test_a_rule_stays_if_a_page_or_a_script_can_use_it(html, rule, stays):
    page = html / "search.html"
    page.write_text(page.read_text().replace("<body>", '<body><i class="used other" id="named">'))
    (html / "_static/course.js").write_text('box.classList.add("from-script")')
    (html / "_static/course.css").write_text(rule)
    stylesheet.join(html)
    joined = (html / "_static/joined.css").read_text().partition("font.woff2")[2]
    assert ("red" in joined) == stays


def test_of_a_list_of_selectors_the_used_ones_stay(html):
    (html / "_static/course.css").write_text("/*! Licence */ .unused, p, a:not(.x, .y) { color: blue } /* note */")
    stylesheet.join(html)
    joined = (html / "_static/joined.css").read_text()
    assert "p,a:not(.x, .y){" in joined
    assert "Licence" in joined
    assert "note" not in joined
