"""Every exercise is whole: notebook, rubric, sample class and book fit together."""

import re
import tomllib
from pathlib import Path

import pytest

from autograder.evidence.capture import require_model
from autograder.exercises import ANSWER, exercise_names, exercises_folder, grade_id, solution
from autograder.rubric import load_rubric

BOOK = Path(__file__).resolve().parents[1]


def anchors(page: Path) -> set[str]:
    """What can be linked to on a chapter's page: ``(name)=`` and headings."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") for heading in headings}
    return slugs | set(re.findall(r"^\(([a-z0-9-]+)\)=$", text, re.MULTILINE))


@pytest.mark.parametrize("exercise", exercise_names())
def test_whoever_misses_a_criterion_is_sent_to_a_place_that_exists(exercise: str) -> None:
    for criterion in load_rubric(exercise).criteria:
        page, _, anchor = criterion.read_next.partition("#")
        source = BOOK / Path(page).with_suffix(".md")
        assert source.is_file(), criterion.read_next
        assert anchor in anchors(source), criterion.read_next


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_points_of_the_check_cell_are_those_of_the_rubric(exercise: str) -> None:
    cells = {grade_id(cell): cell for cell in solution(exercise).cells}
    rubric = load_rubric(exercise)
    assert cells[rubric.cell].metadata.nbgrader.points == rubric.points
    assert "### BEGIN SOLUTION" in cells[ANSWER].source


@pytest.mark.parametrize("exercise", exercise_names())
def test_a_notebook_without_an_answer_says_that_there_is_no_model_yet(exercise: str) -> None:
    begin = next(cell.source for cell in solution(exercise).cells if cell.cell_type == "code")
    assert re.search(r"^model = history = None\b", begin, re.MULTILINE), "else the check ends in a NameError"
    with pytest.raises(TypeError, match="there is no model yet. Run the cell that builds"):
        require_model(None)


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_sample_class_hands_in_files_that_exist(exercise: str) -> None:
    folder = exercises_folder() / exercise
    students = tomllib.loads((folder / "class.toml").read_text(encoding="utf-8"))
    assert len(students) >= 10
    missing = [s["answer"] for s in students.values() if "answer" in s and not (folder / s["answer"]).is_file()]
    assert not missing
