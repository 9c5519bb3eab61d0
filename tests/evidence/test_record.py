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
from autograder.evidence.capture import MODEL, RECORD, training

NAME = "red-wine"


def history(curves, steps=3):
    return SimpleNamespace(history=curves, params={"steps": steps})


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
    assert (evidence.epochs, evidence.steps) == (2, 3)
    assert from_config(evidence.config) == read_model(model)
    again = keras.models.load_model(evidence.model, compile=False)
    assert np.array_equal(again.predict(rows, verbose=0), model.predict(rows, verbose=0))


@pytest.mark.parametrize("untrained", [None, keras.callbacks.History(), history({}, steps=None)])
def test_an_untrained_model_has_no_curves(untrained, model, tmp_path):
    capture(tmp_path, NAME, model, untrained)
    evidence = read_evidence(tmp_path, NAME)
    assert (evidence.curves, evidence.epochs, evidence.steps) == ({}, 0, 0)


def test_a_training_that_diverged_is_read(model, tmp_path):
    capture(tmp_path, NAME, model, history({"loss": [1.0, math.inf, math.nan]}))
    losses = read_evidence(tmp_path, NAME).curves["loss"]
    assert losses[:2] == [1.0, math.inf]
    assert math.isnan(losses[2])


def test_numbers_of_numpy_become_plain_and_tables_are_left_out():
    curves = {"loss": [np.float32(0.5)], "f1 of each class": [np.ones(3)], "learning_rate": np.array([0.1, 0.2])}
    assert training(history(curves))["history"] == {"loss": [0.5], "learning_rate": [0.1, 0.2]}


@pytest.mark.parametrize("wrong", [None, 3, "model", {"layers": []}, keras.Sequential])
def test_only_a_model_is_captured(wrong, tmp_path):
    if wrong is keras.Sequential:
        wrong = SimpleNamespace(save=None, get_config=dict)
    with pytest.raises(TypeError, match="expected a Keras model, got"):
        capture(tmp_path, NAME, wrong, None)


@pytest.mark.parametrize("wrong", [{"loss": [1.0]}, [1.0], "history"])
def test_only_a_history_is_captured(wrong, model, tmp_path):
    with pytest.raises(TypeError, match=r"expected the History that model\.fit returns, got"):
        capture(tmp_path, NAME, model, wrong)


def test_nothing_left_is_refused(tmp_path):
    with pytest.raises(Refused, match="The check did not run"):
        read_evidence(tmp_path, NAME)
    with pytest.raises(Refused, match="The check did not run"):
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


def record(curves=None, steps=3, exercise=NAME):
    return json.dumps(
        {"exercise": exercise, "history": {"loss": [1.0]} if curves is None else curves, "steps": steps}
    )


FORGED = {
    "empty": ("", "not JSON"),
    "cut short": (record()[:-1], "not JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "a list": ("[]", "not for the exercise red-wine"),
    "other exercise": (record(exercise="easier"), "not for the exercise red-wine"),
    "no exercise": ("{}", "not for the exercise red-wine"),
    "no history": (json.dumps({"exercise": NAME, "steps": 3}), "no history"),
    "history of numbers": (record([1.0]), "no history"),
    "curve of text": (record({"loss": "low"}), "no history"),
    "curve of texts": (record({"loss": ["0.1"]}), "no history"),
    "curve of whole numbers": (record({"loss": [1]}), "no history"),
    "curve of yes and no": (record({"loss": [True]}), "no history"),
    "curve of nothing": (record({"loss": [None]}), "no history"),
    "nested curve": (record({"loss": [[1.0]]}), "no history"),
    "many curves": (record({str(i): [] for i in range(1000)}), "no history"),
    "many epochs": (record({"loss": [0.0] * 5_001}), "no history"),
    "name that cannot be printed": (record({"\ud800": [1.0]}), "no history"),
    "name that clears the terminal": (record({"\x1b[2J": [1.0]}), "no history"),
    "steps as yes": (record(steps=True), "how many steps"),
    "steps as fraction": (record(steps=3.0), "how many steps"),
    "negative steps": (record(steps=-1), "how many steps"),
    "endless steps": (record(steps=10**9), "how many steps"),
    "no steps": (record(steps=None), "how many steps"),
    "too large": (record({"loss": [0.123456789] * 10**6}), "at most"),
}


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
CURVES = st.dictionaries(st.text(max_size=5), st.lists(st.floats(), max_size=4), max_size=3)
FUZZED = st.one_of(
    st.builds(lambda h, s: {"exercise": NAME, "history": h, "steps": s}, VALUES | CURVES, VALUES | st.integers()).map(
        json.dumps
    ),
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
    assert 0 <= evidence.steps <= 1_000_000
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
