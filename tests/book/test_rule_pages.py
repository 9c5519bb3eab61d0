"""The book has a place for every rule, and the doctor's links lead there."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from sphinx_external_toc.parsing import parse_toc_yaml

from autograder.doctor.links import anchor, link, page
from autograder.rules import all_rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rule_pages():
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(ROOT / "chapters")
        import rule_pages

        yield rule_pages
    sys.modules.pop("rule_pages", None)


@pytest.fixture(scope="module")
def written(rule_pages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of all rules, to be read; to render them takes seconds."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "chapters").mkdir()
    rule_pages.write(folder)
    return folder


@pytest.fixture
def book(written: Path, tmp_path: Path) -> Path:
    """A copy of them, to be changed."""
    return Path(shutil.copytree(written, tmp_path / "book"))


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_the_doctor_s_link_leads_to_the_rule_with_its_page(rule, written: Path, monkeypatch) -> None:
    monkeypatch.delenv("AUTOGRADER_BOOK", raising=False)
    address, _, place = link(rule).partition("#")
    text = (written / address).with_suffix(".md").read_text(encoding="utf-8")
    section = text.partition(f"({place})=\n## ")[2].partition("\n(rule-")[0]
    assert f"`{rule.id}`" in section
    assert rule.instead in section
    assert "**What it sees.**" in section


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules().values() if rule.learn], ids=lambda rule: f"{rule.id} {rule.learn}"
)
def test_what_a_rule_names_of_the_course_is_there(rule) -> None:
    chapter, _, place = rule.learn.partition("#")
    text = (ROOT / "chapters" / chapter).with_suffix(".md").read_text(encoding="utf-8")
    assert f"\n({place})=\n" in text


def test_there_is_a_page_for_every_family_and_topic_and_no_other(rule_pages, book: Path) -> None:
    (book / "chapters" / "rules" / "forgotten.md").write_text("# A family that is gone\n")
    rule_pages.write(book)
    pages = {path.relative_to(book).with_suffix("").as_posix() for path in (book / "chapters" / "rules").iterdir()}
    assert pages == {page(rule.family, topic) for rule in all_rules().values() for topic in ("", rule.topic)}
    assert pages <= set(parse_toc_yaml(ROOT / "_toc.yml"))


def test_the_page_of_a_family_leads_to_each_of_its_rules(written: Path) -> None:
    for rule in all_rules().values():
        text = (written / page(rule.family)).with_suffix(".md").read_text(encoding="utf-8")
        assert text.count(f"(#{anchor(rule)})") == 1, rule.id


def test_a_page_that_is_as_it_should_be_is_not_written_again(rule_pages, book: Path) -> None:
    path = book / "chapters" / "rules" / "head.md"
    text, before = path.read_text(encoding="utf-8"), path.stat().st_mtime_ns
    rule_pages.write(book)
    assert path.stat().st_mtime_ns == before
    path.write_text("torn")
    rule_pages.write(book)
    assert path.read_text(encoding="utf-8") == text
    assert "\n# Rules: head\n" in text


def test_the_lines_that_mend_a_fault_are_marked(rule_pages, written: Path) -> None:
    text = "**Example.**\n\n```python\na\nb\nc\n```\n\n**Instead.**\n\n```python\na\nB\nc\nd\n```"
    marked = rule_pages._with_changes_marked(text)
    assert re.findall(r":emphasize-lines: (.*)", marked) == ["2-2", "2-2,4-4"]
    assert re.sub(r"\{code-block\} |:emphasize-lines: .*\n\n", "", marked) == text
    for path in (written / "chapters" / "rules").iterdir():
        text = path.read_text(encoding="utf-8")
        assert text.count("```{code-block} python") == text.count(":emphasize-lines:"), path.stem
