"""The judge decides in a process of its own; what happens to that process costs nobody else, and no right points."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from autograder.environment import prepare
from autograder.evidence.record import NOT_RUN
from autograder.judge import Case, judge
from autograder.judge.case import decide
from autograder.rubric import Event, Remark, Status

prepare()


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Evidence of a right model with a recipe that would take the judge for ever."""
    import keras
    from keras import layers

    from autograder.evidence import capture
    from autograder.evidence.recording import forget, recorder
    from autograder.judge.data import course_data

    recorder()
    forget()
    keras.utils.set_random_seed(1)
    inputs, targets = course_data("red-wine", b"secret").released
    scaler = layers.Normalization()
    scaler.adapt(inputs)
    model = keras.Sequential(
        [
            keras.Input((11,)),
            scaler,
            layers.Dense(256, "relu"),
            layers.Dropout(0.2),
            layers.Dense(256, "relu"),
            layers.Dropout(0.2),
            layers.Dense(1, bias_initializer=keras.initializers.Constant(float(targets.mean()))),
        ]
    )
    model.compile("adam", "mae")
    model.fit(inputs, targets, epochs=4, batch_size=64, verbose=0)
    folder = tmp_path_factory.mktemp("evidence")
    capture(folder, "red-wine", model)
    forged(folder, folder, epochs=400, steps=400, rates=[])
    return folder


def forged(source: Path, folder: Path, **changed: object) -> Path:
    """The evidence with another account of its one fit."""
    record = json.loads((source / "record.json").read_bytes())
    record["fits"] = [{**record["fits"][0], **changed}]
    (folder / "record.json").write_text(json.dumps(record), encoding="utf-8")
    if folder != source:
        shutil.copyfile(source / "model.keras", folder / "model.keras")
    return folder


def test_a_case_that_outlasts_its_process_keeps_what_was_decided(endless: Path) -> None:
    judged = judge(Case("red-wine", endless, b"secret"), seconds=25)
    verdict = judged.verdict
    status = {result.criterion: result.status for result in verdict.results}
    assert status.pop("error-ratio") is Status.MISSED
    assert set(status.values()) <= {
        Status.MET,
        Status.PARTLY,
    }  # half, as long as the model earns nothing for its purpose
    assert "took too long" in verdict.results[-1].message


def test_no_evidence_is_decided_at_once_and_says_so(tmp_path: Path) -> None:
    before = (Remark("What happened before.", Event.RAISED),)
    verdict = judge(Case("red-wine", tmp_path, b"secret", before), seconds=0.001).verdict
    assert verdict.points == 0
    assert verdict.remarks == before
    assert {result.message for result in verdict.results} == {NOT_RUN}


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        ({"epochs": 5000, "steps": 1000}, "it took 5000000 steps in 1 phases"),
        ({"compiled": None}, "was not seen"),
        ({"compiled": {"optimizer": "adam", "loss": "mae"}}, "its optimizer is not one of Keras' own"),
        ({"data": "somewhere else"}, "was not seen"),
        ({"odd": ["it was too good"]}, "it was too good"),
    ],
)
def test_an_account_that_cannot_be_repeated_earns_nothing_until_the_cells_ran_again(
    endless: Path, tmp_path: Path, forge: dict, said: str
) -> None:
    *_, verdict = decide(Case("red-wine", forged(endless, tmp_path, **forge), b"secret"))
    assert said in verdict.run_again
    assert verdict.results[-1].points == 0


def test_a_forged_account_gains_nothing(endless: Path, tmp_path: Path) -> None:
    never = forged(endless, tmp_path, epochs=2, steps=4, rates=[float("nan")] * 2)
    *_, verdict = decide(Case("red-wine", never, b"secret"))
    assert verdict.run_again == ""
    assert verdict.results[-1].points == 0


@pytest.mark.parametrize("config", [["no mapping"], {"learning_rate": 10**400}])
def test_a_damaged_description_of_the_training_is_no_failure_of_the_judge(
    endless: Path, tmp_path: Path, config: object
) -> None:
    """Else the submission would be tried again for ever."""
    adam = {"module": "keras.optimizers", "class_name": "Adam", "config": config}
    damaged = forged(endless, tmp_path, compiled={"optimizer": adam, "loss": "mae"}, rates=[])
    record = json.loads((damaged / "record.json").read_bytes())
    record["fits"] = [*record["fits"], {**record["fits"][0], "continues": True}]
    (damaged / "record.json").write_text(json.dumps(record), encoding="utf-8")
    *_, verdict = decide(Case("red-wine", damaged, b"secret"))
    assert "its description is not one that Keras writes" in verdict.run_again


@pytest.mark.parametrize("config", ["[]", "3", "{}", '{"class_name": "Sequential", "config": []}'])
def test_a_damaged_description_of_the_model_is_no_failure_of_the_judge(
    endless: Path, tmp_path: Path, config: str
) -> None:
    forged(endless, tmp_path)
    with zipfile.ZipFile(endless / "model.keras") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "model.keras", "w") as archive:
        for name, content in {**members, "config.json": config}.items():
            archive.writestr(name, content)
    *_, verdict = decide(Case("red-wine", tmp_path, b"secret"))
    assert verdict.points == 0
