"""Pages whose scripts wait, and whose pictures have a size."""

import loading
import pytest
from PIL import Image

PAGE = (
    '<head><script src="_static/searchtools.js"></script></head><body>'
    '<script src="../_static/documentation_options.js?v=1"></script><script>OPTIONS.pagename = "red-wine";</script>'
    '<script src="../_static/course.js?v=2"></script><script defer src="../_static/theme.js"></script>'
    '<figure id="narrow"><img alt="one &gt; two" src="../_images/narrow.png" /></figure>'
    '<figure id="wide"><img alt="" src="../_images/wide.png" /></figure><img src="https://example.org/x.png"></body>'
)


@pytest.fixture
def page(tmp_path):
    (tmp_path / "_images").mkdir()
    for name, width in (("narrow", 600), ("wide", 1100)):
        Image.new("RGB", (width, 400)).save(tmp_path / "_images" / f"{name}.png")
    (tmp_path / "chapters").mkdir()
    path = tmp_path / "chapters" / "red-wine.html"
    path.write_text(PAGE)
    loading.settle(tmp_path)
    return path.read_text()


def test_scripts_of_the_body_run_when_the_page_is_there(page):
    assert '<script defer src="../_static/course.js?v=2">' in page
    assert '<script src="../_static/documentation_options.js?v=1">' in page
    assert '<script src="_static/searchtools.js">' in page
    assert '<script>OPTIONS.pagename = "red-wine";</script>' in page


def test_pictures_have_their_size_and_come_when_they_are_near(page):
    assert '<img width="600" height="400" loading="lazy" decoding="async" alt="one &gt; two" src=' in page
    assert '<img width="1100" height="400" loading="lazy" decoding="async" class="wide" alt="" src=' in page
    assert '<img src="https://example.org/x.png">' in page


def test_a_page_that_is_settled_stays_as_it_is(page, tmp_path):
    assert loading.settled(page, tmp_path / "chapters") == page
