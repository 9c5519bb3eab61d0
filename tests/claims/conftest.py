"""What tests on another backend of Keras need."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / ".jax"


@pytest.fixture(scope="session")
def jax() -> dict[str, str]:
    """The variables of an experiment that runs on JAX, which ``make test`` puts beside the course's packages."""
    if not (FOLDER / "jax").is_dir():
        pytest.skip("needs JAX: make .jax/.ready")
    return {"KERAS_BACKEND": "jax"}
