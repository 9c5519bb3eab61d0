"""From files to verdicts: outcomes, plans and looks, and what is said of files that are wrong."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import ledger

EFFECT = {
    "where": "in a test",
    "experiment": "runs",
    "measure": "error",
    "changed": "new",
    "base": "old",
    "predicts": "lower",
    "measured_in": "points",
    "varies": "weights",
}
MARGIN = '[margin.points]\nmatters = 0.1\nreason = "Less cannot be seen."'
UNITS = "units = {first = 10, looks = [20, 40]}"


def as_toml(*effects, margin=MARGIN, units=UNITS):
    lines = ['says = "It is better."', 'by = "the answer"', units, margin]
    for effect in effects:
        lines += ["[[effect]]", *(f"{key} = {value!r}" for key, value in effect.items())]
    return "\n".join(lines)


def write_claim(folder, text):
    (folder / "wine").mkdir(exist_ok=True)
    (folder / "wine" / "order.toml").write_text(text)
    return folder


def write_runs(folder, plans="exploration", first=0, **variants):
    """A result file with the measures ``error`` and ``other`` (ten times as large); more rows if there is one."""
    file = folder / "runs.csv"
    text = file.read_text() if file.exists() else "variant,unit,plans,error,other\n"
    for name, values in variants.items():
        text += "".join(f"{name},{first + n},{plans},{x},{x * 10}\n" for n, x in enumerate(values))
    file.write_text(text)
    return folder


def find(folder, text=None, **changes):
    """What the ledger finds for `EFFECT` with these keys changed."""
    write_claim(folder, text or as_toml(EFFECT | changes))
    return ledger.claim("wine/order", folder, folder).findings[0]


def digest(folder):
    return find(folder).plan.digest


@pytest.mark.parametrize(
    ("low", "high", "expected", "of_sameness"),
    [
        (0.1, 0.3, "helps", "differs"),
        (0.05, 0.3, "undecided", "undecided"),  # more than zero is not enough
        (-0.05, 0.05, "no difference", "no difference"),
        (0.01, 0.09, "no difference", "no difference"),  # surely there, surely too small
        (-0.1, 0.05, "no help", "undecided"),  # nothing, or the reverse
        (-0.3, 0.3, "undecided", "undecided"),
        (-0.05, 0.1, "undecided", "undecided"),
        (-0.3, -0.05, "no help", "undecided"),
        (-0.3, -0.1, "hurts", "differs"),
        (float("-inf"), float("inf"), "undecided", "undecided"),
    ],
)
def test_outcome_of_an_interval(low, high, expected, of_sameness):
    assert ledger.outcome("higher", 0.1, low, high) == ledger.outcome("lower", 0.1, low, high) == expected
    assert ledger.outcome("same", 0.1, low, high) == of_sameness


@given(st.integers(6, 12).flatmap(lambda n: st.tuples(*[st.lists(st.integers(0, 99), min_size=n, max_size=n)] * 2)))
def test_effect_is_the_same_seen_from_the_other_side(tmp_path_factory, pair):
    folder = write_runs(tmp_path_factory.mktemp("results"), new=pair[0], old=pair[1])
    lower, higher = find(folder), find(folder, changed="old", base="new", predicts="higher")
    assert (lower.median, lower.low, lower.high, lower.outcome) == (
        higher.median,
        higher.low,
        higher.high,
        higher.outcome,
    )


def test_differences_of_variants_and_measures_and_a_plain_number_as_base(tmp_path):
    folder = write_runs(tmp_path, new=[1] * 6, old=[3] * 6, wide=[7] * 6)
    assert find(folder, changed="wide - old", base="old - new", predicts="higher").median == 2
    assert find(folder, measure="other - error").median == 18
    assert find(folder, base=5).median == 4


@pytest.mark.parametrize(
    ("outcomes", "verdict", "instead"),
    [
        (["helps"], "confirmed", ""),
        (["helps", "helps"], "confirmed", ""),
        (["hurts", "hurts"], "refuted", "the reverse"),
        (["no difference", "no difference"], "refuted", "no difference that matters"),
        (["hurts", "no difference"], "refuted", "the reverse or no difference that matters"),
        (["helps", "hurts"], "depends", "the reverse"),
        (["helps", "no difference", "undecided"], "depends", "no difference that matters"),
        (["no help", "no difference"], "refuted", "no help, perhaps the reverse or no difference that matters"),
        (["helps", "undecided"], "undecided", ""),
        (["hurts", "undecided"], "undecided", "the reverse"),
        (["undecided"], "undecided", ""),
    ],
)
def test_verdict_of_a_claim(tmp_path, outcomes, verdict, instead):
    values = {"helps": [0] * 6, "no difference": [1] * 6, "hurts": [2] * 6, "undecided": [0, 0, 0, 2, 2, 2]}
    values["no help"] = [1, 1, 1, 2, 2, 2]
    write_runs(tmp_path, old=[1] * 6, **values)
    write_claim(tmp_path, as_toml(*(EFFECT | {"changed": outcome} for outcome in outcomes)))
    (claim,) = ledger.read("wine", tmp_path, tmp_path)
    assert [finding.outcome for finding in claim.findings] == outcomes
    assert (claim.verdict, claim.instead) == (verdict, instead)
    assert (claim.chapter, claim.name, claim.says, claim.by) == ("wine", "order", "It is better.", "the answer")


@pytest.fixture
def three_claims(tmp_path):
    write_runs(tmp_path, new=[1] * 6, old=[2] * 6)
    for name in ("early", "late", "order"):
        write_claim(tmp_path, as_toml(EFFECT))
        (tmp_path / "wine" / "order.toml").rename(tmp_path / "wine" / f"{name}.toml")
    return tmp_path


def test_claims_come_in_the_order_of_their_chapter_and_without_one_by_name(three_claims):
    def names():
        return [claim.name for claim in ledger.read(folder=three_claims, results=three_claims)]

    assert names() == ["early", "late", "order"]
    (three_claims / "wine" / "order.txt").write_text("order\nearly\nlate\n")
    assert names() == ["order", "early", "late"]


@pytest.mark.parametrize("names", ["early late", "early late order more", "early late order late"])
def test_an_order_names_each_claim_once(three_claims, names):
    (three_claims / "wine" / "order.txt").write_text(names)
    wrong = {"early late": "order"}.get(names, names.split()[-1])
    with pytest.raises(ledger.LedgerError, match=rf"^wine/order.txt: .*: {wrong}$"):
        ledger.read(folder=three_claims, results=three_claims)


def test_equal_numbers_are_counted_and_one_that_differs_is_enough(tmp_path):
    write_runs(tmp_path, new=[1] * 30, old=[1] * 29 + [1.0001])
    same = as_toml(EFFECT | {"predicts": "exactly", "changed": "new", "base": 1}, margin="")
    other = as_toml(EFFECT | {"predicts": "exactly", "changed": "old", "base": 1}, margin="")
    assert (find(tmp_path, same).outcome, find(tmp_path, same).n, find(tmp_path, same).basis) == (
        "always",
        30,
        "exact",
    )
    assert find(tmp_path, other).outcome == "not always"
    assert ledger.claim("wine/order", tmp_path, tmp_path).verdict == "refuted"


def test_a_look_counts_when_it_is_whole_and_until_then_the_exploration_speaks(tmp_path):
    write_runs(tmp_path, new=[3] * 10, old=[1] * 10)
    plan = digest(tmp_path)
    assert (find(tmp_path).basis, find(tmp_path).n, find(tmp_path).outcome) == ("exploration", 10, "hurts")
    write_runs(tmp_path, plan, 10, new=[0] * 19, old=[1] * 20)
    assert (find(tmp_path).basis, find(tmp_path).n, find(tmp_path).look) == ("exploration", 10, 0)
    write_runs(tmp_path, plan, 29, new=[0])
    assert (find(tmp_path).basis, find(tmp_path).n, find(tmp_path).look) == ("planned", 20, 1)
    assert find(tmp_path).outcome == "helps"
    assert not ledger.claim("wine/order", tmp_path, tmp_path).exploration


def test_a_second_look_decides_only_what_the_first_has_left_undecided(tmp_path):
    write_runs(tmp_path, new=[0] * 10, old=[1] * 10)
    plan = digest(tmp_path)
    write_runs(tmp_path, plan, 10, new=[0] * 20 + [5] * 20, old=[1] * 40)
    assert (find(tmp_path).look, find(tmp_path).n, find(tmp_path).outcome) == (1, 20, "helps")
    (tmp_path / "runs.csv").unlink()
    write_runs(tmp_path, plan, 10, new=[0, 2] * 10 + [0] * 20, old=[1] * 40)
    assert (find(tmp_path).look, find(tmp_path).n) == (2, 40)


def test_what_is_due_is_a_look_of_both_variants_and_later_only_what_is_undecided(tmp_path):
    write_runs(tmp_path, new=[0] * 10, old=[1] * 10, open=[0, 2] * 5)
    write_claim(tmp_path, as_toml(EFFECT, EFFECT | {"changed": "open"}))
    book = ledger.Ledger(tmp_path, tmp_path)
    clear, unclear = (finding.plan.digest for finding in book.claims()[0].findings)
    due = book.due("runs", 1)
    assert due.keys() == {(name, unit) for name in ("new", "old", "open") for unit in range(10, 30)}
    assert (due["new", 10], due["old", 10]) == ({clear}, {clear, unclear})
    assert book.due("walks", 1) == {}
    write_runs(tmp_path, clear, 10, new=[0] * 20)
    write_runs(tmp_path, f"{clear} {unclear}", 10, old=[1] * 20)
    write_runs(tmp_path, unclear, 10, open=[0, 2] * 10)
    assert book.due("runs", 2).keys() == {(name, unit) for name in ("old", "open") for unit in range(10, 50)}
    assert book.due("runs", 3) == {}


def test_a_claim_is_measured_again_on_another_backend_by_the_same_plan_and_its_own_runs(tmp_path):
    write_runs(tmp_path, new=[0] * 10, old=[1] * 10)
    plan = digest(tmp_path)
    write_runs(tmp_path, plan, 10, new=[0] * 20, old=[1] * 20)
    write_claim(tmp_path, as_toml(EFFECT, EFFECT))
    here, there = ledger.Ledger(tmp_path, tmp_path), ledger.Ledger(tmp_path, tmp_path).on("jax")
    assert (here.experiments, there.experiments) == (["runs"], [])
    assert (there.claims(), there.due("runs", 1)) == ([], {})
    write_claim(tmp_path, as_toml(EFFECT, EFFECT, units=f"{UNITS}\nagain_on = 'jax'"))
    here, there = ledger.Ledger(tmp_path, tmp_path), ledger.Ledger(tmp_path, tmp_path).on("jax")
    assert there.due("runs", 1) == here.due("runs", 1)
    assert there.experiments == ["runs"]
    (tmp_path / "jax").mkdir()
    write_runs(tmp_path / "jax", plan, 10, new=[1] * 20, old=[0] * 20)
    (again,) = ledger.again("jax", tmp_path, tmp_path)
    assert [(finding.outcome, finding.n) for finding in again.findings] == [("hurts", 20)] * 2
    (claim,) = here.claims()
    assert [finding.outcome for finding in claim.findings] == ["helps"] * 2
    assert [f.confidence for f in again.findings] == [f.confidence for f in claim.findings]


def test_the_more_effects_a_chapter_has_the_wider_are_their_intervals(tmp_path):
    write_runs(tmp_path, new=range(10), old=[0] * 10)
    plan = digest(tmp_path)
    write_runs(tmp_path, plan, 10, new=range(20), old=[0] * 20)
    alone, confidence = find(tmp_path), 1 - 0.05 / 2  # two looks
    assert alone.confidence == pytest.approx(confidence)
    many = find(tmp_path, as_toml(*[EFFECT] * 40))
    assert many.confidence == pytest.approx(1 - 0.05 / 80)
    assert many.low < alone.low < alone.high < many.high


@pytest.mark.parametrize(
    "text",
    [
        as_toml(EFFECT, margin=MARGIN.replace("0.1", "0.2")),
        as_toml(EFFECT, units=UNITS.replace("20, 40", "20")),
        as_toml(EFFECT, units=UNITS.replace("10", "11")),
        as_toml(EFFECT | {"predicts": "same"}),
        as_toml(EFFECT | {"measure": "other"}),
        as_toml(EFFECT | {"base": 3}),
        as_toml(EFFECT | {"varies": "data and weights"}),
    ],
    ids=["margin", "looks", "first", "prediction", "measure", "arm", "varies"],
)
def test_a_plan_that_changed_after_its_runs_is_an_error_and_new_words_are_none(tmp_path, text):
    write_runs(tmp_path, new=[0] * 11, old=[1] * 11)
    plan = digest(tmp_path)
    write_runs(tmp_path, plan, 11, new=[0], old=[1])
    assert digest(tmp_path) == plan
    words = as_toml(EFFECT | {"where": "elsewhere"}, margin=MARGIN.replace("seen", "felt"))
    assert find(tmp_path, words).plan.digest == plan
    with pytest.raises(ledger.LedgerError, match=rf"^wine/order.toml:\d+: runs.csv:24: .*stale.*{plan}"):
        find(tmp_path, text)


def without(key):
    return {name: value for name, value in EFFECT.items() if name != key}


BAD = {
    "says = ": ":1: Invalid value",
    'says = "It is."': ":1: missing or unknown: by, effect, units",
    f'says = "It is."\nby = "me"\n{UNITS}\neffect = []': ":1: expected one [[effect]] or more",
    as_toml(EFFECT, margin=""): ':5: no margin: expected a table [margin."points"]',
    as_toml(EFFECT, EFFECT | {"measured_in": "miles"}): ':16: no margin: expected a table [margin."miles"]',
    as_toml(EFFECT, margin=MARGIN.replace("reason", "# ")): ":7: missing or unknown: reason",
    as_toml(EFFECT, margin=MARGIN.replace("Less cannot be seen.", " ")): ":7: reason: expected a sentence",
    as_toml(EFFECT, margin=MARGIN.replace("0.1", "0")): ":7: matters: expected a number above zero, received 0",
    as_toml(EFFECT, margin=MARGIN.replace("0.1", "nan")): ":7: matters: expected a number above zero, received nan",
    as_toml(EFFECT, margin=MARGIN.replace("0.1", "'small'")): "received 'small'",
    as_toml(EFFECT | {"predicts": "exactly"}, EFFECT | {"measured_in": "miles"}): "expected a table [margin",
    as_toml(without("measured_in") | {"measured_in": "miles"}): ":1: no effect is measured in 'points'",
    as_toml(EFFECT, units="units = {first = -1, looks = [20]}"): ":1: first: expected the number of a unit",
    as_toml(EFFECT, units="units = {first = 10, looks = []}"): ":1: looks: expected",
    as_toml(EFFECT, units="units = {first = 10, looks = [40, 20]}"): ":1: looks: expected",
    as_toml(EFFECT, units=f"{UNITS}\nagain_on = 'theano'"): ":1: again_on: expected one of jax, received 'theano'",
    as_toml(EFFECT) + "\nbetetr = 'lower'": ":7: missing or unknown: betetr",
    as_toml(without("varies")): ":7: missing or unknown: varies",
    as_toml(EFFECT | {"predicts": "smaller"}): "expected one of lower, higher, same, exactly, received 'smaller'",
    as_toml(EFFECT | {"changed": "newer"}): ":7: runs.csv: no runs of the variant 'newer'",
    as_toml(EFFECT | {"base": "newer - old"}): "no runs of the variant 'newer'",
    as_toml(EFFECT | {"measure": "loss"}): "runs.csv: no measure 'loss'",
    as_toml(EFFECT | {"experiment": "walks"}): ":7: walks.csv: cannot be read",
    as_toml(EFFECT | {"changed": "torn"}): "runs.csv:19: error of 'torn', unit 5: expected a finite number, received",
    as_toml(EFFECT | {"base": "late"}): "runs.csv: the variant 'late' has no run with unit 0, others have",
    as_toml(EFFECT | {"changed": "planned", "base": 3}): "no look is complete and no unit before 10 was explored",
    as_toml(EFFECT | {"experiment": "twice"}): "twice.csv:3: 'new', unit 0, is there twice",
    as_toml(EFFECT | {"experiment": "cut"}): "cut.csv:3: this line is cut off",
    as_toml(EFFECT | {"experiment": "short"}): "short.csv:2: expected 4 columns, received 3",
    as_toml(EFFECT | {"experiment": "odd"}): "odd.csv:2: unit: expected a number, received 'x'",
    as_toml(EFFECT | {"experiment": "seeds"}): "seeds.csv:1: no column 'unit'",
}
HEADER = "variant,unit,plans,error\n"
FILES = {
    "twice": f"{HEADER}new,0,exploration,1\nnew,0,exploration,1\n",
    "cut": f"{HEADER}new,0,exploration,1\nold,0,explo",
    "short": f"{HEADER}new,0,exploration\n",
    "odd": f"{HEADER}new,x,exploration,1\n",
    "seeds": "variant,seed,plans,error\n",
}


@pytest.fixture
def bad_runs(tmp_path):
    write_runs(tmp_path, new=[1] * 6, old=[2] * 6, torn=[1, 1, 1, 1, 1, "nan"])
    write_runs(tmp_path, first=7, late=[1])
    write_runs(tmp_path, first=12, planned=[1])
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


@pytest.mark.parametrize("text", BAD, ids=BAD.values())
def test_what_is_wrong_is_said_with_file_and_line(bad_runs, text):
    write_claim(bad_runs, text)
    with pytest.raises(ledger.LedgerError, match=r"^wine/order.toml:\d+: ") as caught:
        ledger.read(folder=bad_runs, results=bad_runs)
    assert BAD[text] in str(caught.value)


def test_the_command_line_says_all_verdicts():
    called = [sys.executable, "-m", "autograder.ledger"]
    done = subprocess.run(called, capture_output=True, text=True, check=True)
    again = ledger.again("jax")
    assert done.stdout.count("\n    ") == sum(len(claim.findings) for claim in [*ledger.read(), *again])
    assert done.stdout.count(", again on jax: ") == len(again) > 0


def test_the_command_line_says_what_is_wrong_in_one_line(bad_runs):
    write_claim(bad_runs, as_toml(EFFECT, margin=""))
    code = (
        "from pathlib import Path; from autograder.ledger import __main__ as it; import autograder.ledger as l\n"
        f"it.read = lambda: l.read(folder=Path({str(bad_runs)!r}), results=Path({str(bad_runs)!r}))\nit.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == 'wine/order.toml:5: no margin: expected a table [margin."points"]\n'
