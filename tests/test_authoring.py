"""What is made new passes its tests at once; what cannot be made is one sentence, and nothing is changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import shipped
from autograder.authoring import AuthoringError, new_exercise, new_rule
from autograder.evidence import read_evidence
from autograder.exercises import exercise_names, grade_id, hints, solution
from autograder.judge.validity import answers, results
from autograder.rubric import load_rubric

ROOT = Path(__file__).resolve().parents[1]
LINKED = ("exercises", "tests/validity/evidence")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which the exercises that there are cannot be changed by what is made beside them."""
    for place in LINKED:
        (tmp_path / place).mkdir(parents=True)
        for path in (ROOT / place).iterdir():
            (tmp_path / place / path.name).symlink_to(path)
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "autograder")
    return tmp_path


def everything(checkout: Path) -> list[Path]:
    return sorted(checkout.rglob("*"))


@pytest.mark.parametrize("like", exercise_names())
def test_a_new_exercise_asks_for_what_the_old_one_asks_and_is_tried_already(like: str, checkout: Path) -> None:
    new_exercise("my-exercise", like)
    assert "my-exercise" in exercise_names()
    rubric, old = load_rubric("my-exercise"), load_rubric(like)
    for ours, theirs in zip(rubric.criteria, old.criteria, strict=True):
        assert (ours.id, ours.points, ours.read_next) == (theirs.id, theirs.points, theirs.read_next)
    check = next(cell for cell in solution("my-exercise").cells if grade_id(cell) == rubric.cell)
    assert 'ag.check("my-exercise", ' in check.source
    assert check.metadata.nbgrader.points == rubric.points
    assert hints("my-exercise") == hints(like)
    told = [cell.source for cell in solution("my-exercise").cells if "ag.hint(" in cell.source]
    assert told
    assert all('ag.hint("my-exercise")' in source for source in told)
    assert results("my-exercise") == [row for row in results(like) if not row.answer.startswith("blind/")]
    for answer in answers("my-exercise"):
        read_evidence(checkout / LINKED[1] / "my-exercise" / answer.name, "my-exercise")


@pytest.mark.parametrize("name", ["shape/my-rule", "training/callbacks/my-rule"])
def test_a_new_rule_passes_the_tests_of_rules(name: str, tmp_path: Path) -> None:
    family = name.partition("/")[0]
    shutil.copytree(ROOT / "autograder", tmp_path / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    for place in ("exercises", "tests/validity/evidence", f"tests/rules/corpus/{family}"):
        (tmp_path / place).mkdir(parents=True)
    tests = shutil.copy(ROOT / "tests" / "rules" / "test_rules.py", tmp_path / "tests" / "rules")
    make = f"from autograder.authoring import new_rule; new_rule('{name}')"
    subprocess.run([sys.executable, "-c", make], cwd=tmp_path, check=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests, "-k", "my-rule or my_rule"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert " passed" in said, said
    assert " failed" not in said, said


@pytest.mark.parametrize(
    ("make", "given", "says"),
    [
        (new_exercise, ("red-wine", "freezing"), "is there already; nothing was changed"),
        (new_exercise, ("My Exercise", "freezing"), "'My Exercise' cannot be a name: use small letters"),
        (new_exercise, ("../mine", "freezing"), "cannot be a name"),
        (new_exercise, ("mine", "bad-wine"), "no exercise called 'bad-wine' to begin with. Exercises: autoencoder, "),
        (new_rule, ("my-rule",), "'my-rule' names no family. Families: head, "),
        (new_rule, ("wine/my-rule",), "names no family"),
        (new_rule, ("head/my_rule",), "'my_rule' cannot be a name"),
        (new_rule, ("head/losses/my-rule",), "names a topic, and head has none. Call the rule head/my-rule"),
        (new_rule, ("training/my-rule",), "names no topic: .* made as training/TOPIC/NAME, and called training/NAME"),
    ],
)
def test_what_cannot_be_made_is_said_and_changes_nothing(make, given, says: str, checkout: Path) -> None:
    before = everything(checkout)
    with pytest.raises(AuthoringError, match=says):
        make(*given)
    assert everything(checkout) == before


def test_an_installed_package_is_no_place_for_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "autograder")
    for make, given in ((new_exercise, ("mine", "freezing")), (new_rule, ("head/mine",))):
        with pytest.raises(AuthoringError, match="Use a checkout of the repository"):
            make(*given)
