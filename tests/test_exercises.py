"""Every exercise is whole: notebook, rubric, sample class and book fit together."""

import re
import tomllib
from pathlib import Path

import pytest

from autograder.evidence.capture import require_model
from autograder.exercises import ANSWER, exercise_names, exercises_folder, grade_id, hints, solution
from autograder.rubric import load_rubric

BOOK = Path(__file__).resolve().parents[1]


def anchors(page: Path) -> set[str]:
    """What can be linked to on a chapter's page: ``(name)=`` and headings."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") for heading in headings}
    return slugs | set(re.findall(r"^\(([a-z0-9-]+)\)=$", text, re.MULTILINE))


def is_in_book(place: str) -> bool:
    page, _, anchor = place.partition("#")
    source = BOOK / Path(page).with_suffix(".md")
    return source.is_file() and anchor in anchors(source)


def code_lines(exercise: str) -> set[str]:
    """Lines of right answers and of wrong ones, without those that are too short to tell anything."""
    answers = [path.read_text(encoding="utf-8") for path in (exercises_folder() / exercise).rglob("*.py")]
    own = next(cell.source for cell in solution(exercise).cells if grade_id(cell) == ANSWER)
    lines = {line.strip().rstrip(",") for text in (own, *answers) for line in text.splitlines()}
    return {line for line in lines if len(line) >= 12}


@pytest.mark.parametrize("exercise", exercise_names())
def test_whoever_misses_a_criterion_is_sent_to_a_place_that_exists(exercise: str) -> None:
    rubric = load_rubric(exercise)
    assert [one.read_next for one in rubric.criteria if not is_in_book(one.read_next)] == []
    assert (BOOK / Path(rubric.page).with_suffix(".md")).is_file()


@pytest.mark.parametrize("exercise", [*exercise_names(), "new/xor"])
def test_a_notebook_imports_the_course_before_keras(exercise: str) -> None:
    """Which keeps TensorFlow's log out of the first output that a student sees."""
    text = (exercises_folder() / exercise / "notebook.md").read_text(encoding="utf-8")
    assert re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE)[0] == "autograder"


@pytest.mark.parametrize("exercise", exercise_names())
def test_three_hints_lead_from_a_question_to_a_place_that_exists(exercise: str) -> None:
    question, measure, pointer = hints(exercise)
    assert "?" in question
    assert "](" not in question + measure
    places = re.findall(r"\]\(([^)]*)\)", pointer)
    assert places
    assert [place for place in places if not is_in_book(load_rubric(exercise).page + place)] == []


@pytest.mark.parametrize("exercise", exercise_names())
def test_no_hint_tells_the_answer(exercise: str) -> None:
    given = " ".join(hints(exercise))
    lines = code_lines(exercise)
    assert len(lines) > 20
    assert [line for line in lines if line in given] == []
    assert not re.search(r"layers\.|keras\.|Dense|Dropout|Normalization|\w+=", given), "no code of a model"


@pytest.mark.parametrize("exercise", exercise_names())
def test_no_hint_names_a_number_that_the_notebook_keeps_to_itself(exercise: str) -> None:
    notebook = "".join(cell.source for cell in solution(exercise).cells if grade_id(cell) != ANSWER)
    numbers = re.findall(r"(?<![\w.])[.\d]*\d", " ".join(hints(exercise)))
    assert [number for number in numbers if number not in re.findall(r"[.\d]*\d", notebook)] == []


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_notebook_says_that_there_are_hints(exercise: str) -> None:
    (said,) = [cell for cell in solution(exercise).cells if f'ag.hint("{exercise}")' in cell.source]
    assert said.cell_type == "markdown"


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
