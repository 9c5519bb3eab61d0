"""Evidence goes out as plain data and comes back checked; a forged record is refused, never believed."""

import json
import math
import zipfile
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keras import layers

from autograder.anatomy import from_config, read_model
from autograder.evidence import Evidence, Refused, capture, read_evidence
from autograder.evidence.capture import MODEL, RECORD, curves

NAME = "red-wine"


def history(told):
    return SimpleNamespace(history=told)


@pytest.fixture(scope="module")
def model():
    return keras.Sequential([keras.Input((4,)), layers.Dense(3, "relu"), layers.Dense(1)])


@pytest.fixture
def folder(model, tmp_path):
    capture(tmp_path / "evidence", NAME, model, history({"loss": [2.0, 1.5]}))
    return tmp_path / "evidence"


def test_what_fit_returns_comes_back(tmp_path):
    model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    model.compile("adam", loss="mae", metrics=["mse"])
    rows, target = np.ones((8, 4)), np.ones((8, 1))
    fitted = model.fit(rows, target, validation_data=(rows, target), epochs=2, batch_size=3, verbose=0)
    capture(tmp_path, NAME, model, fitted)
    evidence = read_evidence(tmp_path, NAME)
    assert evidence.curves == fitted.history
    assert set(evidence.curves) == {"loss", "mse", "val_loss", "val_mse"}
    assert evidence.epochs == 2
    assert from_config(evidence.config) == read_model(model)
    again = keras.models.load_model(evidence.model, compile=False)
    assert np.array_equal(again.predict(rows, verbose=0), model.predict(rows, verbose=0))


@pytest.mark.parametrize("untrained", [None, keras.callbacks.History(), history({}), {}, []])
def test_an_untrained_model_has_no_curves(untrained, model, tmp_path):
    capture(tmp_path, NAME, model, untrained)
    evidence = read_evidence(tmp_path, NAME)
    assert (evidence.curves, evidence.epochs, evidence.fits, evidence.odd) == ({}, 0, (), ())


def test_a_training_that_diverged_is_read(model, tmp_path):
    capture(tmp_path, NAME, model, history({"loss": [1.0, math.inf, math.nan]}))
    losses = read_evidence(tmp_path, NAME).curves["loss"]
    assert losses[:2] == [1.0, math.inf]
    assert math.isnan(losses[2])


CURVES = {"loss": [2.0, 1.0], "val_loss": [3.0, 2.0]}


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (history(CURVES), CURVES),
        (CURVES, CURVES),
        ([history(CURVES), history({"loss": [0.5]})], {"loss": [2.0, 1.0, 0.5], "val_loss": [3.0, 2.0]}),
        ((CURVES, history({"loss": [0.5]})), {"loss": [2.0, 1.0, 0.5], "val_loss": [3.0, 2.0]}),
        (history({"loss": [np.float32(0.5)], "f1 of each class": [np.ones(3)]}), {"loss": [0.5]}),
        (history({"learning_rate": np.array([0.1, 0.2])}), {"learning_rate": [0.1, 0.2]}),
        ({1: [1.0], "loss": 3}, {"1": [1.0]}),
        (None, {}),
        ("history", {}),
        (3, {}),
        ([1.0, None], {}),
        (history(None), {}),
    ],
)
def test_curves_are_found_in_whatever_was_kept(kept, expected, model, tmp_path):
    assert curves(kept) == expected
    capture(tmp_path, NAME, model, kept)
    assert read_evidence(tmp_path, NAME).curves == expected


@pytest.mark.parametrize("wrong", [None, 3, "model", {"layers": []}, keras.Sequential])
def test_only_a_model_is_captured(wrong, tmp_path):
    if wrong is keras.Sequential:
        wrong = SimpleNamespace(save=None, get_config=dict)
    said = "there is no model yet" if wrong is None else "expected a Keras model, got"
    with pytest.raises(TypeError, match=said):
        capture(tmp_path, NAME, wrong, None)


def test_nothing_left_is_refused(tmp_path):
    with pytest.raises(Refused, match="the notebook left no model"):
        read_evidence(tmp_path, NAME)
    with pytest.raises(Refused, match="the notebook left no model"):
        read_evidence(tmp_path / "missing", NAME)


def test_a_model_without_record_is_refused(folder):
    (folder / RECORD).unlink()
    with pytest.raises(Refused, match=r"record\.json is missing"):
        read_evidence(folder, NAME)


def test_a_record_that_is_a_link_is_refused(folder, tmp_path):
    (folder / RECORD).rename(tmp_path / "elsewhere.json")
    (folder / RECORD).symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(Refused, match=r"record\.json is not a regular file"):
        read_evidence(folder, NAME)


def test_a_dangling_model_link_is_refused(folder):
    (folder / MODEL).unlink()
    (folder / MODEL).symlink_to("/nowhere")
    with pytest.raises(Refused, match="not a regular file"):
        read_evidence(folder, NAME)


def record(told=None, **more):
    return json.dumps({"exercise": NAME, "history": {"loss": [1.0]} if told is None else told, **more})


FIT = {
    "compiled": {"optimizer": {"class_name": "Adam", "config": {}}, "loss": "mse"},
    "data": "a", "batch_size": 8, "steps": 3, "epochs": 2, "rates": [0.1, 0.1], "curves": {"loss": [1.0, 0.5]},
    "frozen": ["dense"], "continues": True, "odd": [],
}  # fmt: skip
ROWS = {"a": {"inputs": ["x", "y"], "targets": [0.0, 1.0]}}


def fitted(**changed):
    return record(fits=[{**FIT, **changed}], rows=ROWS, odd=[])


def rows_like(**changed):
    return record(fits=[FIT], rows={"a": {**ROWS["a"], **changed}}, odd=[])


DAMAGED = "not as the check writes it"
FORGED = {
    "empty": ("", "not JSON"),
    "cut short": (record()[:-1], "not JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "a list": ("[]", "not for the exercise red-wine"),
    "other exercise": (record(exercise="easier"), "not for the exercise red-wine"),
    "no exercise": ("{}", "not for the exercise red-wine"),
    "no history": (json.dumps({"exercise": NAME}), DAMAGED),
    "history of numbers": (record([1.0]), DAMAGED),
    "curve of text": (record({"loss": "low"}), DAMAGED),
    "curve of texts": (record({"loss": ["0.1"]}), DAMAGED),
    "curve of whole numbers": (record({"loss": [1]}), DAMAGED),
    "curve of yes and no": (record({"loss": [True]}), DAMAGED),
    "curve of nothing": (record({"loss": [None]}), DAMAGED),
    "nested curve": (record({"loss": [[1.0]]}), DAMAGED),
    "many curves": (record({str(i): [] for i in range(1000)}), DAMAGED),
    "many epochs": (record({"loss": [0.0] * 5_001}), DAMAGED),
    "name that cannot be printed": (record({"\ud800": [1.0]}), DAMAGED),
    "name that clears the terminal": (record({"\x1b[2J": [1.0]}), DAMAGED),
    "too large": (record({"loss": [0.123456789] * 10**6}), "at most"),
    "fits that are none": (record(fits={"a": FIT}), DAMAGED),
    "many fits": (record(fits=[FIT] * 201, rows=ROWS), DAMAGED),
    "steps as yes": (fitted(steps=True), DAMAGED),
    "steps as fraction": (fitted(steps=3.0), DAMAGED),
    "negative steps": (fitted(steps=-1), DAMAGED),
    "endless steps": (fitted(steps=10**9), DAMAGED),
    "no steps": (fitted(steps=None), DAMAGED),
    "endless epochs": (fitted(epochs=10**9), DAMAGED),
    "epochs as text": (fitted(epochs="2"), DAMAGED),
    "rates of text": (fitted(rates=["0.1"]), DAMAGED),
    "many rates": (fitted(rates=[0.1] * 5_001), DAMAGED),
    "frozen by number": (fitted(frozen=[1]), DAMAGED),
    "frozen by one name": (fitted(frozen="dense"), DAMAGED),
    "curves of a fit": (fitted(curves={"loss": [None]}), DAMAGED),
    "no curves of a fit": (fitted(curves=None), DAMAGED),
    "reasons of a fit": (fitted(odd=[1]), DAMAGED),
    "rows by number": (fitted(data=1), DAMAGED),
    "reason in one": (record(odd="reason"), DAMAGED),
    "reasons that are none": (record(odd=[None]), DAMAGED),
    "rows that are none": (record(rows=[ROWS]), DAMAGED),
    "rows without targets": (rows_like(targets=None), DAMAGED),
    "more rows than targets": (rows_like(inputs=["x"] * 3), DAMAGED),
    "targets of text": (rows_like(targets=["0", "1"]), DAMAGED),
    "inputs of numbers": (rows_like(inputs=[0.0, 1.0]), DAMAGED),
    "many rows": (rows_like(inputs=["x"] * 20_001, targets=[0.0] * 20_001), DAMAGED),
}


def test_fits_are_read_as_they_were_written(folder):
    (folder / RECORD).write_text(record(fits=[FIT, FIT], rows=ROWS, odd=["a loop"]), encoding="utf-8")
    evidence = read_evidence(folder, NAME)
    assert (evidence.epochs, evidence.odd) == (4, ("a loop",))
    assert evidence.curves == {"loss": [1.0, 0.5, 1.0, 0.5]}
    fit = evidence.fits[0]
    assert (fit.compiled, fit.rows, fit.steps, fit.epochs) == (FIT["compiled"], "a", 3, 2)
    assert (fit.rates, fit.frozen, fit.continues, fit.odd) == ((0.1, 0.1), frozenset({"dense"}), True, ())
    assert (evidence.rows["a"].inputs, evidence.rows["a"].targets) == (("x", "y"), (0.0, 1.0))


def test_a_fit_without_an_epoch_trained_nothing(folder):
    (folder / RECORD).write_text(fitted(epochs=0, rates=[], curves={}), encoding="utf-8")
    evidence = read_evidence(folder, NAME)
    assert evidence.fits == ()
    assert evidence.curves == {"loss": [1.0]}


def test_reasons_are_few_and_short(folder):
    (folder / RECORD).write_text(record(odd=["long " * 100] * 100), encoding="utf-8")
    odd = read_evidence(folder, NAME).odd
    assert len(odd) <= 20
    assert max(map(len, odd)) <= 100


def test_a_model_that_could_not_be_saved_is_refused_with_the_reason(tmp_path):
    (tmp_path / RECORD).write_text(json.dumps({"exercise": NAME, "refused": "Odd 'one'." + "x" * 999}))
    with pytest.raises(Refused, match=r"^The model cannot be judged\. “Odd 'one'\.x{1,600}…”$"):
        read_evidence(tmp_path, NAME)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"refused": 3}', "[" * 100_000])
def test_a_forged_reason_is_none(content, tmp_path):
    (tmp_path / RECORD).write_text(content)
    with pytest.raises(Refused, match="the notebook left no model"):
        read_evidence(tmp_path, NAME)


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_record_is_refused(name, folder):
    content, why = FORGED[name]
    (folder / RECORD).write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match=why):
        read_evidence(folder, NAME)


def test_a_record_that_is_not_text_is_refused(folder):
    (folder / RECORD).write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(Refused, match="not JSON"):
        read_evidence(folder, NAME)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
SOME_CURVES = st.dictionaries(st.text(max_size=5), st.lists(st.floats(), max_size=4), max_size=3)
FITS = st.fixed_dictionaries(
    {}, optional={name: st.just(value) | VALUES | SOME_CURVES for name, value in FIT.items()}
).map(lambda changed: {**FIT, **changed})
FUZZED = st.one_of(
    st.fixed_dictionaries(
        {"exercise": st.just(NAME), "history": VALUES | SOME_CURVES},
        optional={
            "fits": VALUES | st.lists(FITS | VALUES, max_size=3),
            "rows": VALUES | st.dictionaries(st.sampled_from("ab"), st.just(ROWS["a"]) | VALUES, max_size=2),
            "odd": VALUES | st.lists(st.text(max_size=5), max_size=3),
        },
    ).map(json.dumps),
    VALUES.map(json.dumps),
    st.text(),
)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(FUZZED)
def test_any_record_is_refused_or_read_safely(folder, content):
    (folder / RECORD).write_text(content, encoding="utf-8", errors="surrogatepass")
    try:
        evidence = read_evidence(folder, NAME)
    except Refused:
        return
    assert isinstance(evidence, Evidence)
    assert all(0 <= number <= 1_000_000 for fit in evidence.fits for number in (fit.steps, fit.epochs))
    assert all(isinstance(reason, str) for reason in evidence.odd)
    assert all(isinstance(value, float) for curve in evidence.curves.values() for value in curve)
    assert all(name.isprintable() for name in evidence.curves)


def test_a_description_of_no_model_is_refused(folder):
    with zipfile.ZipFile(folder / MODEL) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for config in (b"[]", b"{}", b"3", b'{"config": []}'):
        with zipfile.ZipFile(folder / MODEL, "w") as archive:
            for name, content in {**members, "config.json": config}.items():
                archive.writestr(name, content)
        with pytest.raises(Refused, match="damaged"):
            read_evidence(folder, NAME)
