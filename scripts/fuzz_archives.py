"""Damages saved models in thousands of ways; says whether the reader of archives or the doctor ever raised anything.

``.venv/bin/python scripts/fuzz_archives.py [--archives 10000] [--seed 0]`` exits with 1 if one did, or took too long.
"""

from __future__ import annotations

import argparse
import copy
import io
import json
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.anatomy import ArchiveError, read_keras_file
from autograder.anatomy.shapes import shapes
from autograder.doctor.examine import examine
from autograder.doctor.formats import page, records, sarif, text
from autograder.rules import all_rules

LONGEST = 5.0  # seconds for one archive
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3, 10**30, 0.5, -1e308, float("nan"), float("inf"), "", "x", "relu", "sigmoid",
    "é" * 50, "\0\x1b[2J", "../..", [], {}, [None], [[]], [1, 2], [None, 4], {"class_name": "Dense"},
    {"class_name": "Dense", "config": None}, {"class_name": 3, "config": {}},
    {"class_name": "function", "config": "f"},
    {"class_name": "__keras_tensor__", "config": {"keras_history": ["x", 0, 0]}}, ["dense", 0, 0], [["dense", 0, 0]],
)  # fmt: skip
_DEEP = "[" * 900 + "]" * 900


def models() -> Iterator[tuple[str, Any]]:
    """Real models of different kinds, by name."""
    import keras  # noqa: PLC0415  (it takes seconds)
    from keras import layers  # noqa: PLC0415

    def compiled(model: Any, **given: Any) -> Any:
        model.compile(**given)
        return model

    dense = [keras.Input((4,)), layers.Dense(8, activation="tanh"), layers.Dropout(0.5), layers.BatchNormalization()]
    yield "regression", compiled(keras.Sequential([*dense, layers.Dense(1)]), loss="mse", metrics=["mae"])
    squashed = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
    rate = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)
    objects = {
        "loss": keras.losses.Huber(),
        "optimizer": keras.optimizers.SGD(rate),
        "metrics": [keras.metrics.AUC()],
    }
    yield "objects", compiled(squashed, **objects)
    sigmoid = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, "sigmoid")])
    yield "squashed", compiled(sigmoid, loss="mse", optimizer="sgd", metrics=["mae", "accuracy"])
    picture = keras.Input((16, 16, 3))
    x = layers.Conv2D(8, 3, padding="same")(picture)
    x = layers.Add()([x, layers.SeparableConv2D(8, 3, padding="same")(layers.ReLU()(x))])
    flat = layers.Flatten()(layers.MaxPooling2D()(x))
    heads = [layers.Dense(10, activation="softmax", name="kind")(flat), layers.Dense(1, name="size")(flat)]
    losses = {"kind": "sparse_categorical_crossentropy", "size": "mae"}
    yield "two-heads", compiled(keras.Model(picture, heads), loss=losses, metrics={"kind": ["acc"]}, optimizer="adam")
    words = [keras.Input((20,)), layers.Embedding(50, 8), layers.Bidirectional(layers.LSTM(4)), layers.Dense(1)]
    yield "words", compiled(keras.Sequential(words), loss=keras.losses.BinaryCrossentropy(from_logits=True))
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(4)])
    start = keras.Input((4,))
    yield "nested", keras.Model(start, inner(inner(start) * 2.0))


def mutated(archive: bytes, pick: random.Random, others: list[bytes]) -> bytes:
    """The archive with one kind of damage: to its bytes, its members, or the description in it."""
    return pick.choice((_bytes, _members, _described, _described, _described))(archive, pick, others)


def _bytes(archive: bytes, pick: random.Random, others: list[bytes]) -> bytes:
    damaged = bytearray(archive)
    for _ in range(pick.randint(1, 8)):
        at = pick.randrange(len(damaged) or 1)
        match pick.randrange(4):
            case 0:
                damaged[at : at + 1] = bytes([pick.randrange(256)])
            case 1:
                del damaged[at : at + pick.randint(1, 200)]
            case 2:
                damaged[at:at] = pick.randbytes(pick.randint(1, 20))
            case _:
                damaged = damaged[: at + 1] if pick.random() < 0.3 else damaged
    return bytes(damaged)


def _members(archive: bytes, pick: random.Random, others: list[bytes]) -> bytes:
    config = _config_of(archive)
    contents = (
        config, config[: pick.randrange(len(config))], b"", b"null", b"[]", b"{}", b"\xff\xfe" + config,
        _DEEP.encode(),
        config.decode().encode("utf-16"), b"\xef\xbb\xbf" + config, b"0" * (1 << 21), config * 2, b'{"config": {}}',
        pick.randbytes(100), json.dumps({"class_name": "Sequential", "config": json.loads("[]")}).encode(),
    )  # fmt: skip
    file = io.BytesIO()
    kind = pick.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    with zipfile.ZipFile(file, "w", kind) as made:
        for name in pick.choice((["config.json"], [], ["Config.json"], ["config.json/"], ["x/../config.json", "é"])):
            made.writestr(name, b"" if name.endswith("/") else pick.choice(contents))
    damaged = bytearray(file.getvalue())
    if pick.random() < 0.4:  # flags, method, sizes in the headers
        for mark, size in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46), (b"PK\x05\x06", 22)):
            at = damaged.find(mark)
            if at >= 0 and pick.random() < 0.6:
                damaged[at + pick.randrange(4, size)] = pick.randrange(256)
    return bytes(damaged)


def _described(archive: bytes, pick: random.Random, others: list[bytes]) -> bytes:
    tree, donor = json.loads(_config_of(archive)), json.loads(_config_of(pick.choice(others)))
    for _ in range(pick.randint(1, 5)):
        change(tree, donor, pick)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("config.json", json.dumps(tree))
    return file.getvalue()


def change(tree: Any, donor: Any, pick: random.Random) -> None:
    """Replace, remove, repeat or rename one value somewhere in a tree."""
    places = list(_places(tree))
    if not places:
        return
    owner, key = pick.choice(places)
    value = copy.deepcopy(pick.choice([place[0][place[1]] for place in _places(donor)] or [None]))
    what = pick.random()
    if what < 0.45:
        owner[key] = copy.deepcopy(pick.choice(_VALUES))
    elif what < 0.65:
        owner[key] = value
    elif what < 0.85:
        del owner[key]
    elif isinstance(owner, list):
        owner[key:key] = [copy.deepcopy(owner[key])] * pick.randint(1, 5)
    else:
        owner[pick.choice(["name", "class_name", "config", "layers", "units", "rate", "loss", "é"])] = owner.pop(key)


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in list(keys):
        yield tree, key
        yield from _places(tree[key])


def _config_of(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read("config.json")


def check(path: Path, found: Counter[str]) -> None:
    """Read, examine and show one archive. Raises whatever the reader or the doctor raises."""
    try:
        shapes(read_keras_file(path))
        found["described"] += 1
    except ArchiveError:
        found["refused"] += 1
    examined = examine(str(path), list(all_rules().values()))
    if not examined.readable and len(examined.findings) != 1:
        raise AssertionError(f"{len(examined.findings)} findings for an archive that cannot be read")
    for finding in examined.findings:
        found[finding.rule.id if finding.rule.id != "read/mistake" else finding.fault.message] += 1
    for shown in (records.render([examined]), sarif.render([examined]), page.render([examined])):
        shown.encode()
    "".join(text.render([examined], text.Style())).encode()


def main() -> int:
    """Run, print a summary, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archives", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    found: Counter[str] = Counter()
    slowest, wrong = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        seeds = []
        for name, model in models():
            model.save(Path(folder) / f"{name}.keras")
            seeds.append((Path(folder) / f"{name}.keras").read_bytes())
        path = Path(folder) / "damaged.keras"
        for number in range(asked.archives):
            pick = random.Random(asked.seed + number)  # noqa: S311  # chance, not secrecy
            path.write_bytes(mutated(seeds[number % len(seeds)], pick, seeds))
            begin = time.perf_counter()
            try:
                check(path, found)
            except Exception:
                wrong += 1
                print(f"--- seed {asked.seed + number}\n{traceback.format_exc()}")
            took = time.perf_counter() - begin
            slowest = max(slowest, took)
            wrong += took > LONGEST
    print(f"{asked.archives} archives; {wrong} wrong; the slowest took {slowest:.2f} s")
    print("\n".join(f"{count:6} {kind}" for kind, count in found.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
