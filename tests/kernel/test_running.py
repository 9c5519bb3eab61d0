"""An honest notebook notices nothing of its box, whoever starts the kernel."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from nbformat.v4 import new_code_cell, new_notebook

from autograder.gradebook import execution
from autograder.kernel import NAME, Limits, warm, write_kernelspec

from .conftest import Ran

pytestmark = pytest.mark.xdist_group("kernel")
Run = Callable[..., Ran]
TRAIN = """
import hashlib
import keras
import numpy as np

keras.utils.set_random_seed(7)
rows = np.random.default_rng(1).normal(size=(512, 8))
model = keras.Sequential([keras.layers.Input((8,)), keras.layers.Dense(16, activation="relu"),
                          keras.layers.Dropout(0.3), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
history = model.fit(rows, rows.sum(axis=1), epochs=3, batch_size=32, verbose=0)
print(hashlib.sha256(b"".join(weights.tobytes() for weights in model.get_weights())).hexdigest())
"""


@pytest.fixture(scope="module", autouse=True)
def _full() -> Iterator[None]:
    warm.stop()
    yield
    warm.stop()


def test_training_gives_the_same_bits_as_in_a_cold_process(run: Run) -> None:
    pinned = dict.fromkeys(("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"), "1")
    quiet = {"TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    environment = {**os.environ, **pinned, **quiet}
    cold = subprocess.run([sys.executable, "-c", TRAIN], env=environment, capture_output=True, text=True, check=True)
    warm_ones = [run(TRAIN, limits=Limits(threads=1)).said.strip() for _ in range(2)]
    assert warm_ones == [cold.stdout.strip()] * 2


def test_the_number_of_threads_is_pinned(run: Run) -> None:
    count = TRAIN + "import os\nprint('threads', len(os.listdir('/proc/self/task')))"
    one, four = (int(run(count, limits=Limits(threads=number)).said.split("threads")[1]) for number in (1, 4))
    assert four - one >= 3


def test_check_leaves_evidence_in_the_outbox(run: Run) -> None:
    ran = run(TRAIN, "import autograder as ag\nag.check('red-wine', model, history)")
    assert sorted(ran.left) == ["model.keras", "record.json"]
    assert json.loads(ran.left["record.json"])["exercise"] == "red-wine"


@pytest.mark.usefixtures("can_sandbox")
@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            "model.predict(1)",
            "Cell 3 raised .* no model yet. Run the cell .* Before it: Cell 2 raised Attrib",
        ),
        ("1 / 0", "Cell 2 raised ZeroDivisionError: “division by zero”$"),
    ],
)
def test_of_a_notebook_without_a_model_it_is_said_that_there_is_none(shown: str, said: str) -> None:
    """The cell that shows the curves comes before the check, and knows only that ``None`` has no ``predict``."""
    check = "from autograder.evidence.capture import require_model\nrequire_model(model)"
    cells = [new_code_cell(code) for code in ("model = None", shown, check)]
    (told,) = execution.run(nbformat.writes(new_notebook(cells=cells)), {}, Limits()).remarks
    assert re.match(said, told.text)


def test_modules_beside_the_notebook_are_imported_but_none_for_one_of_python(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nets").mkdir()
    (tmp_path / "helper.py").write_text("UNITS = 100")
    (tmp_path / "nets" / "small.py").write_text("from helper import UNITS\nWIDTH = UNITS // 10")
    (tmp_path / "wave.py").write_text("raise ImportError('this is not the wave of Python')")
    code = "import wave, helper\nfrom nets.small import WIDTH\nprint(helper.UNITS, WIDTH)"
    assert run(code, folder=tmp_path).said.strip() == "100 10"


def test_the_working_directory_is_a_copy_of_the_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ada: wine, red"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "wine.csv").write_text("1,2")
    os.mkfifo(folder / "pipe")
    ran = run(
        "import os; print(open('data/wine.csv').read(), sorted(os.listdir()))",
        "open('data/wine.csv', 'w').write('mine'); open('new', 'w').close(); print(open('data/wine.csv').read())",
        folder=folder,
    )
    assert ran.said.splitlines()[0] == "1,2 ['data']"
    assert "mine" in ran.said
    assert (folder / "data" / "wine.csv").read_text() == "1,2"
    assert not (folder / "new").exists()


def test_a_folder_that_is_too_large_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "large").mkdir()
    (tmp_path / "large" / "file").write_bytes(bytes(3 << 20))
    with pytest.raises(RuntimeError, match="copy of .*large in the 2 MB that a submission may fill"):
        run("print(1)", folder=tmp_path / "large", limits=Limits(disk=2 << 20))


def test_plots_shell_commands_and_helper_processes_work(run: Run) -> None:
    ran = run(
        "import matplotlib.pyplot as plt; plt.plot([1, 2]);",
        "!echo from the shell",
        "import subprocess; print(subprocess.run(['id', '-un'], capture_output=True, text=True).stdout)",
        "import multiprocessing; print(multiprocessing.get_context('fork').Pool(2).map(abs, [-3, -4]))",
        "import tempfile, pandas as pd; print(tempfile.gettempdir(), pd.DataFrame({'a': [1]}).shape)",
        "print(open('/proc/meminfo').readline(), __name__)",
    )
    for said in ("image/png", "from the shell", "student", "[3, 4]", "/tmp (1, 1)", "MemTotal", "__main__"):
        assert said in ran.said


def test_interrupt_and_restart() -> None:
    async def work() -> None:
        manager = AsyncKernelManager(kernel_name=NAME)
        await manager.start_kernel()
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        client.execute("import time; time.sleep(60)")
        await asyncio.sleep(1)
        await manager.interrupt_kernel()
        reply = await client.get_shell_msg(timeout=20)
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        client.execute("kept = 1")
        await client.get_shell_msg(timeout=20)
        await manager.restart_kernel(now=True)
        await client.wait_for_ready(timeout=60)
        client.execute("kept")
        reply = await client.get_shell_msg(timeout=20)
        assert reply["content"]["ename"] == "NameError"
        client.stop_channels()
        await manager.shutdown_kernel()
        manager.context.destroy()

    asyncio.run(work())


def test_plain_nbgrader_uses_it(can_sandbox: None, tmp_path: Path) -> None:
    write_kernelspec(tmp_path / "jupyter")
    (tmp_path / "nbgrader_config.py").write_text(f'c = get_config()\nc.ExecutePreprocessor.kernel_name = "{NAME}"\n')
    tagged = {"schema_version": 3, "solution": False, "points": 1, "grade_id": "where", "locked": True, "grade": True}
    where = "import os\nprint(os.getcwd())\nassert os.getcwd() == '/submission'"
    notebook = new_notebook(cells=[new_code_cell(where, metadata={"nbgrader": tagged})])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for folder in (tmp_path / "source" / "wine", tmp_path / "submitted" / "ada" / "wine"):
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "wine.ipynb")
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "JUPYTER_PATH": str(tmp_path / "jupyter"),
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
    }
    for command in (["generate_assignment", "wine"], ["autograde", "wine", "--create"]):
        subprocess.run(
            [scripts / "nbgrader", *command], cwd=tmp_path, env=environment, check=True, capture_output=True
        )
    graded = nbformat.read(tmp_path / "autograded" / "ada" / "wine" / "wine.ipynb", as_version=4)
    assert graded.cells[0].outputs[0].text.strip() == "/submission"
