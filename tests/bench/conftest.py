"""The benchmark's scripts are no part of the package: they are found where they lie."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))


@pytest.fixture(scope="session")
def setting(tmp_path_factory):
    from bench.setting import Setting

    return Setting(tmp_path_factory.mktemp("bench"), submissions=2, recorded=3, repetitions=1)
