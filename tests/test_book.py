"""The sources of the book, checked without building it: figures, links, length, numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
import yaml
from sphinx_external_toc.parsing import parse_toc_yaml

from autograder import rules
from autograder.doctor import links

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ROOT / "chapters"
RESULTS = ROOT / "experiments" / "results"
RULES = [links.page(family, topic) for family in rules.FAMILIES for topic in ("", *rules.topics(family))]
GENERATED = [*RULES, "chapters/trust"]
PAGES = sorted(page for page in CHAPTERS.glob("*.md") if f"chapters/{page.stem}" not in GENERATED)
ABOUT = {"bibliography", "claims", "clinic", "credits", "doctor", "glossary", "how-to-use", "index", "teach"}
NOTEBOOKS = [page for page in PAGES if page.stem not in ABOUT]
CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def cells(page: Path) -> list[tuple[dict, str]]:
    """The code cells of a page as (options, code)."""
    found = []
    for body in CELL.findall(page.read_text(encoding="utf-8")):
        options, code = [], []
        for line in body.splitlines():
            (options if line.startswith(":") and not code else code).append(line)
        # `:key:` starts an option, `:  more` goes on with it
        text = "\n".join(re.sub(r"^:(?=\w)|^:(?= )", "", line, count=1) for line in options)
        found.append((yaml.safe_load(text) or {}, "\n".join(code)))
    return found


def prose(page: Path) -> str:
    """A page without front matter, code, roles' targets and other markup that a reader does not see."""
    text = re.sub(r"\A---\n.*?\n---\n", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = CELL.sub("", text)
    text = re.sub(r"^(:{3,}|`{3,}).*$|^\(.*\)=$|^:\w+:.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{glue:text\}`[^`]*`", "GLUED", text)
    return re.sub(r"\{cite:\w\}`[^`]*`|\{[\w-]+\}(?=`)|(?<=\])\([^)]*\)| <[\w.-]+>(?=`)", "", text)


def claims(page: Path) -> dict[str, str]:
    """The paragraphs that follow an anchor ``(claim-…)=``."""
    return dict(re.findall(r"^\((claim-[\w-]+)\)=\n(.*?)(?=\n\n)", page.read_text(encoding="utf-8"), re.M | re.S))


def pages(names: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", names, ids=lambda page: page.stem)


def test_every_page_is_in_the_table_of_contents_and_there():
    listed = list(parse_toc_yaml(ROOT / "_toc.yml"))
    assert [file for file in listed if file in GENERATED] == GENERATED
    assert set(listed) - set(GENERATED) == {f"chapters/{page.stem}" for page in PAGES}, "_toc.yml names every page"


@pages(NOTEBOOKS)
def test_a_chapter_is_found_by_what_people_ask(page):
    front = page.read_text(encoding="utf-8").split("\n---\n")[0]
    assert "    description: >-\n" in front, "the front matter has a description, as that of the other chapters"
    asked = CHAPTERS / "asked" / f"{page.stem}.txt"
    assert asked.is_file(), f"there is no {asked}, with questions that people ask"
    assert asked.read_text(encoding="utf-8").strip()


@pages(NOTEBOOKS)
def test_every_figure_has_a_name_a_caption_and_an_alternative_text(page):
    drawing = [options for options, code in cells(page) if re.search(r"plots\.(style|\w+_curves|seed_strip)\(", code)]
    assert drawing, "a chapter draws something in the course's style: plots.style()"
    names = [options["mystnb"]["figure"]["name"] for options in drawing]
    assert len(set(names)) == len(names)
    for options in drawing:
        assert len(options["mystnb"]["figure"]["caption"].split()) >= 5
        assert len(options["mystnb"]["image"]["alt"].split()) >= 15


@pages(NOTEBOOKS)
def test_a_chapter_is_short_and_its_cells_are_too(page):
    visible = [code for options, code in cells(page) if "remove-cell" not in options.get("tags", [])]
    words = len(re.findall(r"\w[\w'-]*", prose(page)))
    assert 800 <= words <= 1500, f"a chapter has 800 to 1500 words outside of its code; this one has {words}"
    assert 7 <= len(visible) <= 15, f"a chapter shows 7 to 15 cells of code; this one shows {len(visible)}"
    for code in visible:
        assert len(code.splitlines()) <= 25, "a cell has 25 lines at most: " + code
        assert max(map(len, code.splitlines())) <= 76, "scrolls on a desktop: " + code


@pages(NOTEBOOKS)
def test_a_chapter_can_be_taken_as_a_notebook_that_first_asks_for_what_it_needs(page):
    assert cells(page), "a chapter has code, and the first cell is the hidden one of chapters/red-wine.md"
    options, code = cells(page)[0]
    assert options.get("tags") == ["remove-cell"], "the first cell of code is hidden: `:tags: [remove-cell]`"
    assert code == cells(CHAPTERS / "red-wine.md")[0][1], "the first cell is that of red-wine.md"
    assert "prepare_chapter()" in code


@pages(NOTEBOOKS)
def test_a_chapter_ends_with_what_a_reader_can_do(page):
    turn = page.read_text(encoding="utf-8").partition("\n## Your turn\n")[2]
    assert "](clinic.md)" in turn, "## Your turn leads to the clinic, for the reader's own program"
    assert "](#take-an-exercise)" in turn, "## Your turn says how to get the exercise"
    assert f" <{page.stem}.ipynb>`" in turn, "## Your turn offers the chapter as a notebook"


def test_the_glossary_is_in_alphabetical_order():
    _, text = (CHAPTERS / "glossary.md").read_text(encoding="utf-8").split(":::{glossary}")
    terms = re.findall(r"^(?!:::)(\S.*)\n  \S", text, re.MULTILINE)
    assert len(terms) >= 30
    assert terms == sorted(terms, key=str.casefold)


@pages(NOTEBOOKS)
def test_every_number_in_a_verdict_comes_from_code_or_stands_in_its_plan(page):
    assert claims(page), "an answer makes claims: (claim-NAME)= stands before each"
    for name, text in claims(page).items():
        file = ROOT / "experiments" / "claims" / page.stem / f"{name.removeprefix('claim-')}.toml"
        assert file.is_file(), f"{name} has no plan: there is no {file}"
        plan = file.read_text(encoding="utf-8")
        without_roles = re.sub(r"(\{(glue:text|cite:p)\})?`[^`]*`", "", text)
        settings = re.findall(r"\d+", without_roles)
        assert [number for number in settings if not re.search(rf"\b0*{number}\b", plan)] == [], name
        assert "{glue:text}" in text or '"exactly"' in plan, name


@pages(NOTEBOOKS)
def test_what_is_glued_is_used_and_the_reverse(page):
    text = page.read_text(encoding="utf-8")
    used = {key.split(":")[0] for key in re.findall(r"\{glue:text\}`([^`]*)`", text)}
    calls = "\n".join(re.findall(r"^put\((.*?)\)$", text, re.MULTILINE | re.DOTALL))
    glued = {key.replace("_", "-") for key in re.findall(r"\b(\w+)=(?!=)", calls)}
    assert used - glued == set()
    assert glued - used == set()


@pages(NOTEBOOKS)
def test_every_option_of_the_quiz_has_a_reason(page):
    quiz = page.read_text(encoding="utf-8").partition("## Check yourself")[2].partition("\n## ")[0]
    options = re.findall(r"^:::\{dropdown\} ([^\n]+)\n(.+?)^:::$", quiz, re.MULTILINE | re.DOTALL)
    questions = re.split(r"^\*\*\d\. ", quiz, flags=re.MULTILINE)[1:]
    assert len(questions) == 3, "## Check yourself asks three questions, each of which begins with **1. and so on"
    assert len(options) >= 9, "each question of the quiz has three options, each a :::{dropdown} with its reason"
    for option, reason in options:
        assert len(reason.split()) >= 5, f"the reason has five words or more: {option}"
    for question in questions:  # progress.js tells the right one by its first word
        right = re.findall(r"^:::\{dropdown\} [^\n]+\nYes\b", question, re.MULTILINE)
        assert len(right) == 1, "the reason of the one right option begins with Yes: " + question


def test_the_ledgers_tables_name_the_headings_of_the_page():
    text = (CHAPTERS / "claims.md").read_text(encoding="utf-8")
    named = dict(
        re.findall(r'^    "([\w-]+)": "([^"]+)",$', text.partition("HEADINGS = {")[2].partition("\n}")[0], re.M)
    )
    below = re.findall(r'^## ([^\n]+)\n(?:(?!^## ).*\n)*?table\("([\w-]+)"\)', text, re.M)
    assert list(named.items()) == [(chapter, heading) for heading, chapter in below]


def test_a_plan_for_a_class_leaves_out_no_chapter():
    plan = (CHAPTERS / "teach.md").read_text(encoding="utf-8").partition("TWELVE_WEEKS = [")[2].partition("\n]")[0]
    named = sorted(re.findall(r'"([a-z-]+)"', plan))
    assert named == sorted(page.stem for page in NOTEBOOKS), "TWELVE_WEEKS in teach.md names each chapter once"


@pages(PAGES)
def test_links_inside_the_book_have_a_target(page):
    anchors = {a for p in PAGES for a in re.findall(r"^\(([\w-]+)\)=$", p.read_text(encoding="utf-8"), re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith("https://"):
            made = f"chapters/{target.removesuffix('.md')}" in GENERATED  # when the book is built
            assert made or (CHAPTERS / target).is_file(), target


def late(name: str) -> pd.DataFrame:
    """Late validation error with a row for each unit and a column for each variant."""
    return pd.read_csv(RESULTS / f"{name}.csv").pivot_table("val_mae_last_10", "unit", "variant")


def test_dropout_on_raw_features_answers_too_low_and_a_start_at_the_mean_cures_it():
    table = pd.read_csv(RESULTS / "red_wine_small.csv")
    shift = (table["mean_prediction_training"] - table["mean_prediction"]).groupby(table["variant"]).median()
    assert shift["dropout-only-128"] > 0.5
    assert abs(shift["dropout-only-bias-128"]) < 0.1
    assert abs(shift["lesson-128"]) < 0.2


def test_dropout_on_scaled_features_errs_less_in_every_unit_than_on_raw_ones_and_than_the_lesson():
    error = late("red_wine_small")
    assert (error["raw-dropout-64"] - error["standardised-dropout-64"]).min() > 0.1
    assert (error["raw-dropout-64"] - error["input-bn-dropout-64"]).min() > 0.1
    assert (error["lesson-128"] - error["standardised-dropout-64"]).min() > 0.03
    assert error["standardised-dropout-bias-128"].max() < error["plain-128"].min()
