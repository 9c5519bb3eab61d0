"""Saved and live models: what the doctor finds in them, and that nothing of it needs TensorFlow."""

import json
import zipfile

import pytest

from autograder.anatomy.compiled import read_compile
from autograder.anatomy.training import ABSENT, Made
from autograder.anatomy.unknown import Unknown

SQUASHED = "head/squashed-regression"
ORDER = "order/batch-norm-after-dropout"


@pytest.fixture(scope="module")
def model():
    import keras

    layers = [
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dropout(0.5),
        keras.layers.BatchNormalization(name="norm"),
        keras.layers.Dense(1, activation="sigmoid", name="answer"),
    ]
    made = keras.Sequential(layers, name="wine")
    made.compile(loss="mse", optimizer=keras.optimizers.SGD(1e-4, momentum=0.9), metrics=["mae"])
    return made


@pytest.fixture(scope="module")
def saved(model, tmp_path_factory):
    path = tmp_path_factory.mktemp("saved") / "wine.keras"
    model.save(path)
    return path


def test_a_live_model_is_examined_with_its_training(model):
    import autograder as ag

    report = ag.doctor(model)
    found = {finding.rule.id: finding.fault for finding in report.findings}
    assert {SQUASHED, ORDER} <= found.keys()
    assert (found[SQUASHED].layer, found[ORDER].layer) == ("answer", "norm")
    assert "mean_squared_error" in found[SQUASHED].message
    assert f"wine: warning[{ORDER}]" in str(report)
    assert "'norm'" in str(report)
    shown = report._repr_html_()
    assert shown.count("<article") == len(report.findings)
    assert "in 1 model: " in shown
    assert "prefers-color-scheme" not in shown, "a dark notebook may stand in a light system"


def test_a_saved_model_gives_what_the_live_one_gives(model, saved):
    import autograder as ag

    live, archived = ag.doctor(model), ag.doctor(saved)
    assert [f.fault for f in live.findings] == [f.fault for f in archived.findings]
    assert {finding.path for finding in archived.findings} == {str(saved)}


def test_the_command_reads_a_saved_model(doctor, saved):
    entries = json.loads(doctor(saved, "--format", "json", rules=f"{SQUASHED},{ORDER}").out)
    assert {(entry["rule"], entry["line"], entry["column"]) for entry in entries} == {
        (SQUASHED, None, None),
        (ORDER, None, None),
    }
    assert "'norm'" in doctor(saved).out
    result = json.loads(doctor(saved, "--format", "sarif").out)["runs"][0]["results"][0]["locations"][0]
    assert result["logicalLocations"] == [{"name": "norm", "kind": "member"}]


def test_compile_comes_back_as_it_was_given(model):
    event = read_compile(model.get_compile_config())
    assert event.loss == Made("mean_squared_error", by_name=True)
    assert event.metrics == (Made("mean_absolute_error", by_name=True),)
    assert event.optimizer == Made("SGD", {"learning_rate": 0.0001, "momentum": 0.9})
    assert event.loss_weights is ABSENT
    assert event.place is None


def test_compile_knows_objects_functions_and_what_is_not_of_keras():
    import keras

    def mine(truth, answer):
        return keras.ops.mean(truth - answer)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    rate = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)
    logits = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(loss=logits, optimizer=keras.optimizers.Adam(rate), metrics=[mine, keras.losses.mean_squared_error])
    event = read_compile(model.get_compile_config())
    assert event.loss == Made("binary_crossentropy", {"from_logits": True})
    assert event.optimizer.arguments["learning_rate"].name == "ExponentialDecay"
    assert event.metrics == (Made("mine", own=True), Made("mean_squared_error"))


@pytest.mark.parametrize("described", [None, {}, [], "adam", {"loss": "mse"}, 3])
def test_a_model_that_was_not_compiled_has_no_compile(described):
    assert read_compile(described) is None


@pytest.mark.parametrize(
    "optimizer", [{"class_name": 3, "config": {}}, {"class_name": "SGD", "config": 7}, {"class_name": "function"}]
)
def test_a_damaged_compile_is_unknown(optimizer):
    event = read_compile({"optimizer": optimizer, "loss": {"class_name": []}})
    assert isinstance(event.optimizer, Unknown)
    assert isinstance(event.loss, Unknown)


def test_only_models_and_paths_can_be_examined():
    import autograder as ag

    with pytest.raises(TypeError, match="expected a Keras model or a path, received int"):
        ag.doctor(3)
    with pytest.raises(TypeError, match="there is no model yet"):
        ag.doctor(None)


def test_a_model_that_cannot_describe_itself_is_no_exception():
    import autograder as ag

    class Odd:
        def get_config(self):
            raise RuntimeError

    assert ag.doctor(Odd()).findings == []


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"{", b"[]", b'{"config": []}', b"[" * 100_000, b"\xff\xfe", b"0" * (2 << 20)],
    ids=["empty", "letters", "brace", "list", "no-config", "deep", "bytes", "large"],
)
def test_a_hostile_description_is_one_finding(doctor, tmp_path, content):
    with zipfile.ZipFile(tmp_path / "model.keras", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", content)
    ran = doctor(tmp_path, "--format", "json")
    assert ran.code == 2
    assert [entry["rule"] for entry in json.loads(ran.out)] == ["read/archive"]


def test_a_truncated_archive_is_one_finding(doctor, saved, tmp_path):
    content = saved.read_bytes()
    for part in (10, len(content) // 2, len(content) - 5):
        (tmp_path / "part.keras").write_bytes(content[:part])
        assert [entry["rule"] for entry in json.loads(doctor(tmp_path, "--format", "json").out)] == ["read/archive"]


HEAVY = {"tensorflow", "keras", "nbgrader", "torch", "jax", "nbformat", "IPython"}


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_no_way_imports_tensorflow(process, script, saved, form):
    program = """
import sys
sys.argv[1:] = ["doctor", *sys.argv[1:]]
from autograder.cli import main
try:
    main()
finally:
    print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
    ran = process(program, script, saved, "--format", form)
    assert ran.returncode == 1
    imported = set(ran.stderr.split())
    assert HEAVY.isdisjoint(imported)
    assert {"pandas", "rich", "typer", "libcst"}.isdisjoint(imported)


@pytest.mark.parametrize("option", ["--fix", "--list", "--explain=order/batch-norm-after-dropout"])
def test_no_option_imports_tensorflow(process, script, option):
    program = """
import sys
sys.argv[1:] = ["doctor", *sys.argv[1:]]
from autograder.cli import main
try:
    main()
finally:
    print("modules:", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
    ran = process(program, script, option)
    assert ran.returncode in {0, 1}
    assert HEAVY.isdisjoint(ran.stderr.rpartition("modules:")[2].split())


def test_the_report_of_a_path_needs_no_tensorflow(process, script, saved):
    program = """
import sys
import autograder as ag
import autograder.doctor.examine
report = ag.doctor(sys.argv[1]), ag.doctor(sys.argv[2])
assert len(str(report[0])) > 100 and report[1].findings and report[1]._repr_html_()
print(*{name.partition(".")[0] for name in sys.modules})
"""
    ran = process(program, script, saved)
    assert ran.stderr == ""
    assert HEAVY.isdisjoint(ran.stdout.split())
