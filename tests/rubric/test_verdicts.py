"""Metrics, rubrics and verdicts: points, words, and the trip through JSON."""

import contextlib
import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercises import FOLDER_VARIABLE, exercise_names
from autograder.rubric import (
    Behaves,
    Criterion,
    Curve,
    Dependable,
    Event,
    Metric,
    Observed,
    Reaches,
    Remark,
    Result,
    Rubric,
    RubricError,
    Status,
    Verdict,
    behaviour,
    load_rubric,
)

ACCURACY = Metric("accuracy", "Is right", 4, "accuracy", target=0.9, floor=0.5, unit="{:.0%}", read_next="page#a")
ERROR = Metric("error", "Errs little", 4, "error", target=1.0, floor=2.0, read_next="page#e")


def judged(metric, value, **observed):
    return metric.judge(Observed(None, {metric.measure: value}, **observed))


@pytest.mark.parametrize(
    ("value", "points", "status"),
    [
        (0.95, 4, Status.MET),
        (0.9, 4, Status.MET),
        (0.7, 2, Status.PARTLY),
        (0.5, 0, Status.MISSED),
        (0.1, 0, Status.MISSED),
        (math.inf, 4, Status.MET),
    ],
)
def test_more_is_better_where_the_target_is_above(value, points, status):
    result = judged(ACCURACY, value)
    assert (result.points, result.status) == (pytest.approx(points), status)
    assert result.target == "at least 90%"


@pytest.mark.parametrize(
    ("value", "points", "status"),
    [
        (0.5, 4, Status.MET),
        (1.0, 4, Status.MET),
        (1.25, 3, Status.PARTLY),
        (2.0, 0, Status.MISSED),
        (math.inf, 0, Status.MISSED),
    ],
)
def test_less_is_better_where_the_target_is_below(value, points, status):
    result = judged(ERROR, value, details={"error": "Over 5 seeds."})
    assert (result.points, result.status) == (pytest.approx(points), status)
    assert (result.target, result.message) == ("at most 1", "Over 5 seeds.")
    assert bool(result.read_next) == (status is not Status.MET)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_a_better_value_never_earns_less(one, other):
    worse, better = sorted((one, other))
    assert judged(ACCURACY, worse).points <= judged(ACCURACY, better).points
    assert judged(ERROR, better).points <= judged(ERROR, worse).points
    assert 0 <= judged(ERROR, one).points <= 4


CURVE = Curve("smooth", "Is smooth and high", 4, target=0.02, floor=0.06, level=0.8, read_next="page#c")
DEPENDABLE = Dependable("dependable", "Works each time", 3, CURVE, read_next="page#d")


def repeated(criterion, roughness, level, **observed):
    return criterion.judge(Observed(None, {}, {"roughness": roughness, "late_accuracy": level}, **observed))


@pytest.mark.parametrize(
    ("roughness", "level", "points", "status"),
    [
        ((0.01, 0.01, 0.5), (0.9, 0.9, 0.2), 4, Status.MET),  # the median run counts
        ((0.02, 0.02, 0.02), (0.8, 0.8, 0.8), 4, Status.MET),
        ((0.04, 0.04, 0.04), (0.9, 0.9, 0.9), 2, Status.PARTLY),
        ((0.06, 0.07, 0.08), (0.9, 0.9, 0.9), 0, Status.MISSED),
        ((0.0, 0.0, 0.0), (0.2, 0.2, 0.2), 0, Status.MISSED),  # stuck
        ((0.0, 0.0, 0.5), (0.2, 0.2, 0.9), 0, Status.MISSED),
    ],
)
def test_a_curve_must_be_smooth_and_high(roughness, level, points, status):
    result = repeated(CURVE, roughness, level)
    assert (result.points, result.status) == (pytest.approx(points), status)
    assert "accuracy" in result.reached
    assert result.target == "roughness at most 0.02, accuracy at least 0.8"


GAP = Curve("gap", "Knows little by heart", 4, target=0.1, floor=0.3, level=0.8, measure="gap")


@pytest.mark.parametrize(
    ("gap", "level", "points"),
    [
        ((0.05, 0.1, 0.4), (0.9, 0.9, 0.9), 4),  # the median run counts
        ((0.2, 0.2, 0.2), (0.9, 0.9, 0.9), 2),
        ((0.3, 0.5, 0.0), (0.9, 0.9, 0.9), 0),
        ((0.0, 0.0, 0.0), (0.2, 0.2, 0.2), 0),  # learned nothing
    ],
)
def test_a_gap_is_small_only_where_something_was_learned(gap, level, points):
    result = GAP.judge(Observed(None, repeated={"gap": gap, "late_accuracy": level, "roughness": (9.0,) * 3}))
    assert result.points == pytest.approx(points)
    assert result.target == "gap at most 0.1, accuracy at least 0.8"
    assert result.reached.startswith("gap 0.")


FAST = Reaches("fast", "Learns fast", 4, target=2, floor=4, level=0.8)


def reached(criterion, *curves, **observed):
    return criterion.judge(Observed(None, curves={"accuracy_curve": curves}, **observed))


@pytest.mark.parametrize(
    ("curves", "points", "epochs"),
    [
        (((0.9, 0.1, 0.1), (0.5, 0.8, 0.1), (0.1, 0.1, 0.1)), 4, "after 2 epochs"),  # the median run counts
        (((0.1, 0.1, 0.81), (0.1, 0.1, 0.8), (0.9, 0.9, 0.9)), 2, "after 3 epochs"),
        (((0.1, 0.1, 0.1, 0.9),) * 3, 0, "after 4 epochs"),
        (((0.1, 0.2, 0.3, 0.4),) * 3, 0, "never"),
    ],
)
def test_epochs_are_counted_until_the_level_is_reached(curves, points, epochs):
    result = reached(FAST, *curves)
    assert result.points == pytest.approx(points)
    assert result.reached == f"accuracy 0.8 {epochs}"
    assert result.target == "accuracy 0.8 within 2 epochs"


def test_steps_are_counted_where_a_rubric_counts_steps():
    steps = Reaches("fast", "Learns fast", 4, target=2, floor=4, level=0.8, counts="steps")
    observed = Observed(None, curves={"accuracy_by_step": ((0.0, 0.1, 0.9),) * 3, "accuracy_curve": ((0.9,),) * 3})
    result = steps.judge(observed)
    assert (result.points, result.reached) == (2, "accuracy 0.8 after 3 steps")
    assert result.target == "accuracy 0.8 within 2 steps"
    assert steps.measures == ("accuracy_by_step",)


def test_a_recipe_may_have_to_be_fast_with_every_seed():
    each = Dependable("each", "Each time", 3, FAST)
    result = reached(each, (0.9,), (0.1, 0.8), (0.1, 0.1, 0.9))
    assert (result.points, result.reached) == (2, "2 of 3 times")


def test_a_dependable_recipe_passes_with_every_seed():
    assert repeated(DEPENDABLE, (0.01, 0.02, 0.0), (0.9, 0.8, 0.85)).points == 3
    some = repeated(DEPENDABLE, (0.01, 0.03, 0.0), (0.9, 0.9, 0.2), details={"roughness": "How it came."})
    assert (some.points, some.status, some.reached) == (1, Status.PARTLY, "1 of 3 times")
    assert some.message == "How it came."
    assert repeated(DEPENDABLE, (0.0, 0.0), (0.2, 0.2)).status is Status.MISSED


@pytest.mark.parametrize(("level", "points"), [((0.9, 0.9, 0.9), 3), ((0.9, 0.9, 0.2), 3), ((0.9, 0.2, 0.2), 1.5)])
def test_a_dependable_recipe_may_be_allowed_an_unlucky_seed(level, points):
    mostly = Dependable("mostly", "Works most times", 3, CURVE, target=2 / 3)
    result = repeated(mostly, (0.0, 0.0, 0.0), level)
    assert (result.points, result.target) == (points, "at least 67% of the times")
    assert (result.status is Status.MET) == (points == 3)


@pytest.mark.parametrize("target", [0, -0.5, 1.5, 67])
def test_how_often_is_a_share(target):
    with pytest.raises(ValueError, match="criterion odd: the target is a share"):
        Dependable("odd", "Odd", 1, CURVE, target=target)


@pytest.mark.parametrize("criterion", [CURVE, GAP, FAST, DEPENDABLE])
def test_a_recipe_that_was_not_repeated_earns_nothing_and_says_why(criterion):
    told = criterion.judge(Observed(None, details=dict.fromkeys(criterion.measures, "Nine epochs are too few.")))
    assert (told.points, told.status, told.message) == (0, Status.MISSED, "Nine epochs are too few.")
    assert criterion.judge(Observed(None, missing="It broke off.")).message == "It broke off."
    later = criterion.judge(Observed(None, final=False))
    assert (later.points, later.status) == (0, Status.LATER)


@pytest.mark.parametrize("measured", [{}, {"accuracy": math.nan}, {"error": 0.99}])
def test_what_was_not_measured_earns_nothing(measured):
    result = ACCURACY.judge(Observed(None, measured, missing="The model answers NaN."))
    assert (result.points, result.status, result.reached) == (0, Status.MISSED, "")
    assert result.message == "The model answers NaN."
    assert ACCURACY.judge(Observed(None, measured)).message


@pytest.mark.parametrize(("value", "shown"), [(0.99, "99%"), (0.1, "10%"), (None, "")])
def test_before_grading_what_is_known_is_shown_and_nothing_is_decided(value, shown):
    measured = {} if value is None else {"accuracy": value}
    result = ACCURACY.judge(Observed(None, measured, details={"accuracy": "On your rows."}, final=False))
    assert (result.points, result.status, result.reached, result.value) == (0, Status.LATER, shown, value)
    assert result.message == "Decided at grading, on rows you have not seen. On your rows."
    assert result.preview == (None if value is None else decided(measured).points)
    assert result.falls_short == (value == 0.1)
    assert result.read_next == ("" if value == 0.99 else "page#a")


def decided(measured):
    """What the same measurement earns where it decides."""
    return ACCURACY.judge(Observed(None, measured))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Metric("flat", "Flat", 1, "x", target=1.0, floor=1.0),
        lambda: Curve("flat", "Flat", 1, target=1.0, floor=1.0, level=0.5),
        lambda: Reaches("flat", "Flat", 1, target=1.0, floor=1.0, level=0.5),
    ],
)
def test_a_number_needs_a_range(make):
    with pytest.raises(ValueError, match="criterion flat: floor and target must differ"):
        make()


NUMBERS = st.floats(0, 100)
RESULTS = st.builds(
    Result,
    st.text(),
    st.text(),
    NUMBERS,
    NUMBERS,
    st.sampled_from(Status),
    st.text(),
    st.text(),
    st.text(),
    st.text(),
    st.none() | NUMBERS,
)
VERDICTS = st.builds(
    Verdict,
    st.text(),
    st.lists(RESULTS, max_size=4).map(tuple),
    st.lists(st.builds(Remark, st.text(), st.sampled_from(Event)), max_size=3).map(tuple),
    st.text(),
)


@given(VERDICTS)
def test_a_verdict_survives_json(verdict):
    again = Verdict.from_json(verdict.to_json())
    assert again == verdict
    assert all(type(result.status) is Status for result in again.results)
    assert again.points == sum(result.points for result in verdict.results)
    assert again.max_points == sum(result.max_points for result in verdict.results)


def test_a_remark_of_a_course_that_was_graded_before_is_a_sentence_alone():
    kept = json.dumps({"exercise": "one", "results": [], "remarks": ["It printed a lot."]})
    assert Verdict.from_json(kept).remarks == (Remark("It printed a lot."),)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["exercise", "results", "remarks", "status", "points"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.one_of(JSON.map(json.dumps), st.text()))
def test_what_is_no_verdict_is_a_value_error(text):
    with contextlib.suppress(ValueError):
        assert isinstance(Verdict.from_json(text), Verdict)


def test_a_criterion_id_is_used_once():
    with pytest.raises(RubricError, match="used twice: error"):
        Rubric("twice", "Twice", "red-wine", (ERROR, ERROR))


def test_a_rubric_judges_criteria_in_order():
    both = Rubric("both", "Both", "red-wine", (ACCURACY, ERROR))
    verdict = both.judge(Observed(None, {"accuracy": 0.7, "error": 1.0}), (Remark("A\nremark.", Event.ENDED),))
    assert [result.criterion for result in verdict.results] == ["accuracy", "error"]
    assert (verdict.exercise, verdict.remarks) == ("both", (Remark("A remark.", Event.ENDED),))
    assert (verdict.points, verdict.max_points) == (pytest.approx(6), both.points)


def with_purpose(purpose="error", **measured):
    both = Rubric("both", "Both", "red-wine", (ACCURACY, ERROR, Behaves("free", "Free", 2, met)), purpose=purpose)
    return both.judge(Observed(ANYTHING, measured))


def met(behaviour):
    return ""


ANYTHING = behaviour.Behaviour(((11,),), (), (), behaviour.Head((), -1, 1))


@pytest.mark.parametrize(
    ("error", "points"),
    [(1.0, [4, 4, 2]), (1.75, [4, 1, 2]), (2.0, [2, 0, 1]), (math.nan, [2, 0, 1])],
)
def test_what_misses_its_purpose_earns_half(error, points):
    verdict = with_purpose(accuracy=0.95, error=error)
    assert [result.points for result in verdict.results] == points
    for result in verdict.results:
        halved = 0 < result.points < result.max_points and result.criterion != "error"
        assert halved == ("Counts half" in result.message)
        assert halved <= (result.status is Status.PARTLY)


def test_what_misses_a_condition_that_has_no_points_earns_half():
    lacks = Behaves("needed", "Takes rows of any length", 0, lambda _: "It takes rows of 24.")
    verdict = Rubric("one", "One", "red-wine", (lacks, ACCURACY)).judge(Observed(ANYTHING, {"accuracy": 0.95}))
    assert [result.points for result in verdict.results] == [0, 2]
    assert "this, which is needed, is missing: takes rows of any length." in verdict.results[1].message


def test_a_purpose_that_was_not_measured_is_missed():
    assert [result.points for result in with_purpose(accuracy=0.95).results] == [2, 0, 1]


def test_before_grading_a_purpose_that_is_not_measured_yet_is_not_missed():
    both = Rubric("both", "Both", "red-wine", (ERROR, Behaves("free", "Free", 2, met)), purpose="error")
    assert both.judge(Observed(ANYTHING, {}, final=False)).points == 2


def test_before_grading_a_purpose_that_validation_rows_miss_shows_what_it_would_cost():
    both = Rubric("both", "Both", "red-wine", (ACCURACY, ERROR, Behaves("free", "Free", 2, met)), purpose="error")
    home = both.judge(Observed(ANYTHING, {"accuracy": 0.95, "error": 1e9}, final=False))
    final = both.judge(Observed(ANYTHING, {"accuracy": 0.95, "error": 1e9}))
    assert [one.points + (one.preview or 0) for one in home.results] == [one.points for one in final.results]


def test_a_purpose_must_be_a_criterion():
    with pytest.raises(RubricError, match="the purpose 'errors' is no criterion's id"):
        with_purpose("errors")


def test_a_rubric_knows_whether_the_judge_trains_again_and_from_where_on_that_is_hopeless():
    ratio = Metric("ratio", "Errs little", 4, "error_ratio", target=0.9, floor=1.2)
    for criteria, again in [((ACCURACY, ERROR), False), ((ACCURACY, ratio), True), ((CURVE,), True), ((FAST,), True)]:
        assert Rubric("some", "Some", "red-wine", criteria).trains_again is again
    assert Rubric("some", "Some", "red-wine", (ACCURACY, ratio, CURVE)).floors == {
        "accuracy": 0.5,
        "error_ratio": 1.2,
    }


def test_why_the_cells_must_run_again_is_plain_text():
    verdict = Rubric("one", "One", "red-wine", (ACCURACY,)).judge(Observed(None), run_again="the callback\x1b[2J")
    assert verdict.run_again.startswith("the callback")
    assert verdict.run_again.isprintable()


def test_the_rubrics_there_are_load():
    assert "red-wine" in exercise_names()
    for name in exercise_names():
        assert load_rubric(name).exercise == name
        assert load_rubric(name).points > 0


def test_the_example_in_the_guide_is_a_rubric_with_every_kind_of_criterion():
    guide = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(from autograder\.rubric .*?)```", guide, re.DOTALL)
    names = {}
    exec(example, names)
    assert {type(one) for one in names["RUBRIC"].criteria} == set(get_args(Criterion))
    verdict = names["RUBRIC"].judge(Observed(None, {"accuracy": 0.74}))
    assert {result.criterion: result.points for result in verdict.results}["accuracy"] == 1
    from autograder.judge import measure  # imports TensorFlow

    assert names["RUBRIC"].measures <= {*measure.MEASURES, *measure.REPEATED, *measure.CURVES}


@pytest.mark.parametrize("name", ["", "white-wine", "../red-wine", "red-wine/", "red_wine"])
def test_an_exercise_that_does_not_exist(name):
    with pytest.raises(RubricError, match=r"no exercise called .*red-wine"):
        load_rubric(name)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "RUBRIC = 3",
        "from autograder.rubric import Rubric\nRUBRIC = Rubric('other', 'Other', 'red-wine', ())",
    ],
)
def test_a_rubric_file_that_defines_no_rubric(content, tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rubric.py").write_text(content, encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(RubricError, match=r"rubric\.py must define RUBRIC = Rubric\(exercise='mine'"):
        load_rubric("mine")


EMPTY = "The kernel left nothing."


@pytest.mark.parametrize(
    ("observed", "no_model"),
    [
        (Observed(None, missing=EMPTY), EMPTY),
        (Observed(None, missing=EMPTY, details={"accuracy": EMPTY}), EMPTY),
        (Observed(None, missing=EMPTY, details={"accuracy": "The model answers NaN."}), ""),
        (Observed(None, {"accuracy": 0.1}, missing=EMPTY), ""),
        (Observed(None, missing=EMPTY, final=False), ""),
    ],
)
def test_a_verdict_knows_whether_there_was_a_model(observed, no_model):
    verdict = Rubric("one", "One", "red-wine", (ACCURACY,)).judge(observed)
    assert verdict.no_model == no_model
    assert Verdict.from_json(verdict.to_json()) == verdict
    before = json.loads(verdict.to_json())
    del before["no_model"]  # as it was stored once
    assert Verdict.from_json(json.dumps(before)).results == verdict.results


@pytest.mark.parametrize(
    ("chapter", "read_next", "place"),
    [
        (None, "#fix", "chapters/mine.html#fix"),
        ("", "https://example.org/fix", "https://example.org/fix"),
        ("red-wine", "#fix", "chapters/red-wine.html#fix"),
        ("red-wine", "chapters/other.html#fix", "chapters/other.html#fix"),
        ("red-wine", "", ""),
    ],
)
def test_an_anchor_is_one_of_the_exercises_chapter(chapter, read_next, place):
    asked = Rubric("mine", "Mine", "red-wine", (replace(ACCURACY, read_next=read_next),), chapter=chapter)
    assert asked.judge(Observed(None)).results[0].read_next == place


def test_an_anchor_needs_a_chapter():
    with pytest.raises(RubricError, match="reads on at a place in no chapter"):
        Rubric("mine", "Mine", "red-wine", (replace(ACCURACY, read_next="#fix"),), chapter="")


UNKNOWN_QUESTION = "from autograder.rubric import behaviour\nbehaviour.has_layers(2)"


@pytest.mark.parametrize("content", ["RUBRIC = (", "import nowhere_to_be_found", "1 / 0", UNKNOWN_QUESTION])
def test_a_rubric_file_with_a_mistake_names_the_file_and_the_mistake(content, tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rubric.py").write_text(content, encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(RubricError, match=r"rubric\.py cannot be used: \w+Error"):
        load_rubric("mine")
