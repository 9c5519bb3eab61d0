import pytest
from bench.setting import Setting


@pytest.fixture(scope="session")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    return Setting(tmp_path_factory.mktemp("bench"), submissions=2, recorded=3, repetitions=1)
