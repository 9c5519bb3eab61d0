"""``ag.hint``: a step further with each call, as text and as HTML; nothing that anybody types breaks it."""

from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

import autograder as ag
from autograder import hinting, shipped
from autograder.checking import Checked
from autograder.exercises import exercise_names, hints
from autograder.hinting import HintError
from autograder.report import prose
from autograder.rubric import Result, RubricError, Status, Verdict

WINE = hints("red-wine")
CALL = 'ag.hint("red-wine")'


@pytest.fixture(autouse=True)
def _a_new_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hinting, "_session", hinting._Session())
    monkeypatch.delenv("AUTOGRADER_BOOK", raising=False)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an exercise that a course has written itself, without hints so far."""
    folder = tmp_path / "exercises" / "mine"
    folder.mkdir(parents=True)
    rubric = "from autograder.rubric import Rubric\nRUBRIC = Rubric('mine', 'Mine', 'red-wine', (), chapter='ours')\n"
    (folder / "rubric.py").write_text(rubric, encoding="utf-8")
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "autograder")
    return folder


def shown(hint: hinting.Hint) -> int:
    return len(hint.steps)


def test_each_call_shows_one_hint_more_until_there_are_no_more() -> None:
    assert [shown(ag.hint("red-wine")) for _ in range(4)] == [1, 2, 3, 3]
    last = repr(ag.hint("red-wine"))
    assert "There are no more hints." in last
    assert "chapters/red-wine.html" in last


def test_every_exercise_has_steps_of_its_own() -> None:
    ag.hint("red-wine")
    assert shown(ag.hint("freezing")) == 1
    assert shown(ag.hint("red-wine")) == 2


def test_a_step_can_be_asked_for_and_the_next_call_goes_on_from_there() -> None:
    assert shown(ag.hint("red-wine", 2)) == 2
    assert shown(ag.hint("red-wine")) == 3
    assert shown(ag.hint("red-wine", step=1)) == 1
    assert shown(ag.hint("red-wine")) == 2


@pytest.mark.parametrize("step", [0, 4, -1, "two", 1.5])
def test_a_step_that_there_is_not_is_one_sentence_and_shows_nothing(step) -> None:
    with pytest.raises(HintError, match=r"The hints for red-wine have the steps 1 to 3, and .+ is none of them\.$"):
        ag.hint("red-wine", step)
    assert shown(ag.hint("red-wine")) == 1


@pytest.mark.parametrize("name", ["white-wine", "../red-wine", "red-wine/", "<script>", "\x1b[31m", 3])
def test_an_unknown_exercise_is_the_sentence_of_the_check(name) -> None:
    with pytest.raises(RubricError) as ours:
        ag.hint(name)
    with pytest.raises(RubricError) as theirs:
        ag.check(name, None)
    assert str(ours.value) == str(theirs.value)
    assert "\x1b" not in str(ours.value)


def test_without_a_name_the_exercise_that_was_checked_last_is_meant() -> None:
    ag.hint("freezing")
    with pytest.raises(TypeError, match="there is no model yet"):
        ag.check("red-wine", None)
    assert ag.hint().heading == "Hints for red-wine"
    assert shown(ag.hint()) == 2


def test_without_a_name_and_without_a_check_the_names_are_told() -> None:
    said = repr(ag.hint())
    assert all(f'ag.hint("{name}")' in " ".join(said.split()) for name in exercise_names())
    assert ag.hint()._repr_html_().count("<code>") == len(exercise_names())


def test_a_terminal_shows_them_numbered_with_the_place_to_read_and_the_next_call() -> None:
    lines = repr(ag.hint("red-wine")).splitlines()
    assert (lines[0], lines[-1]) == ("Hints for red-wine", f"For hint 2 of 3, call {CALL} again.")
    assert lines[1].startswith(f"1. {WINE[0][:40]}")
    assert max(map(len, repr(ag.hint("red-wine", 3)).splitlines())) <= 100
    assert "the fix (chapters/red-wine.html#the-fix)" in " ".join(repr(ag.hint("red-wine", 3)).split())


def test_links_open_where_the_book_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<a " not in ag.hint("red-wine", 3)._repr_html_()
    assert "<code>chapters/<wbr>red-wine.html<wbr>#the-fix</code> in the course's book" in ag.hint()._repr_html_()
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book/")
    page = ag.hint("red-wine", 3)._repr_html_()
    assert '<a href="https://example.org/book/chapters/red-wine.html#the-fix">the fix</a>' in page
    assert '<a href="https://example.org/book/chapters/red-wine.html">the chapter</a>' in page
    assert page.count("<li ") == 3


def test_an_exercise_without_hints_says_so_and_where_to_read(own: Path) -> None:
    for step in (None, 2):
        assert "There are no hints for mine. Read on in the chapter (chapters/ours.html)." in repr(
            ag.hint("mine", step)
        )


def test_a_course_may_write_as_many_hints_as_it_likes_and_links_lead_to_its_chapter(own: Path) -> None:
    text = "Why?\nWhy\nnot?\n\n\n\nRead [this](#here), or [that](chapters/glossary.html#there).\n"
    (own / "hints.md").write_text(text, encoding="utf-8")
    assert ag.hint("mine").steps == ("Why? Why not?",)
    assert "this (chapters/ours.html#here), or that (chapters/glossary.html#there)." in repr(ag.hint("mine"))


def test_whatever_stands_in_a_hint_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book")
    hostile = '<img src=x onerror=y> `<b>` [<i>"](a"onclick="b) \ud800 [open `'
    made = prose.as_html(hostile, [hostile], hostile)
    assert not any(tag in made for tag in ("<img", "<b>", "<i>", 'a"onclick'))
    assert "<code>&lt;b&gt;</code>" in made
    made.encode("utf-8")
    prose.as_text(hostile, [hostile], hostile).encode("utf-8")


def checked(status: Status, exercise: str = "red-wine", no_model: str = "") -> Checked:
    result = Result("error-ratio", "Predicts", 0, 5, status, message=no_model)
    return Checked(Verdict(exercise, (result,), no_model=no_model))


def test_a_check_that_misses_something_names_the_hints_once() -> None:
    missed = checked(Status.MISSED)
    assert repr(missed).count(CALL) == 1
    assert (
        repr(missed).splitlines()[-1] == f"If you do not see why, {CALL} gives a hint, and one more with each call."
    )
    assert missed._repr_html_().count("<code>ag.hint(&#34;red-wine&#34;)</code>") == 1


@pytest.mark.parametrize(
    "nothing_to_hint_at", [checked(Status.MET), checked(Status.LATER), checked(Status.MISSED, no_model="Train it.")]
)
def test_a_check_that_misses_nothing_or_finds_no_model_names_no_hints(nothing_to_hint_at: Checked) -> None:
    assert "ag.hint" not in repr(nothing_to_hint_at) + nothing_to_hint_at._repr_html_()


def test_a_check_names_no_hints_where_there_are_none(own: Path) -> None:
    assert "ag.hint" not in repr(checked(Status.MISSED, "mine"))


def test_what_validate_shows_is_the_verdict_and_no_line_of_this_package(capsys: pytest.CaptureFixture[str]) -> None:
    said = "red-wine: 1 of 5\n✗ Learns\n    " + "Reached: 1.54; asked: 1.08. " * 5
    InteractiveShell().run_cell(f"from autograder.checking import NotThereYetError as No; raise No({said!r})")
    first, second, *rest = capsys.readouterr().out.strip().splitlines()
    assert (first, second) == tuple(said.splitlines()[:2])
    assert len(rest) == 2, "a long line is broken, for a window that does not"
    assert all(line.startswith("    ") and len(line) <= 100 for line in rest)
