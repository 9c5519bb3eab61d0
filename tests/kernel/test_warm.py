"""The warm parent: one for all kernels of a process, replaced when it dies, gone when the process is gone."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.environment import FOLDER_VARIABLE, thread_variables
from autograder.gradebook import execution
from autograder.gradebook.execution import Executor
from autograder.kernel import Limits, session, warm, warm_up

from .conftest import LIGHT, Ran, until, warm_processes

pytestmark = [pytest.mark.usefixtures("_light"), pytest.mark.xdist_group("kernel")]
Run = Callable[..., Ran]


def warm_parents() -> list[int]:
    return [pid for pid, parent in warm_processes(os.getpid()).items() if parent == os.getpid()]


def test_all_kernels_share_one_parent(run: Run) -> None:
    warm_up()
    assert run("print(1)").said.strip() == "1"
    before = warm_parents()
    assert run("print(2)").said.strip() == "2"
    assert len(before) == 1
    assert warm_parents() == before


def test_a_parent_that_died_is_replaced(run: Run) -> None:
    run("print(1)")
    [parent] = warm_parents()
    os.kill(parent, signal.SIGKILL)
    assert run("print(2)").said.strip() == "2"
    assert parent not in warm_parents()


def test_a_killed_guard_takes_its_kernel_along_and_nobody_elses(run: Run) -> None:
    from threading import Timer

    def kill_the_guard() -> None:
        [parent] = warm_parents()
        assert until(lambda: parent in warm_processes(os.getpid()).values(), 30)
        time.sleep(2)
        [guard] = [pid for pid, its_parent in warm_processes(os.getpid()).items() if its_parent == parent]
        os.kill(guard, signal.SIGKILL)

    run("print(1)")
    timer = Timer(0, kill_the_guard)
    timer.start()
    ran = run("import time; time.sleep(50)")
    timer.join()
    assert (ran.died, ran.why) == (True, "its guard was killed from outside")
    assert until(lambda: len(warm_processes(os.getpid())) == 1)
    assert run("print(2)").said.strip() == "2"


def test_what_a_notebook_left_is_not_lost_with_a_guard_that_dies_after_the_last_cell(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard hands it over at its end: without it a right answer would look like none."""
    killed: list[int] = []

    def kill_the_guard(_: Executor) -> None:
        if not killed:
            [parent] = warm_parents()
            killed.extend(pid for pid, above in warm_processes(os.getpid()).items() if above == parent)
            for guard in killed:
                os.kill(guard, signal.SIGKILL)

    run("print(1)")
    monkeypatch.setattr(Executor, "set_widgets_metadata", kill_the_guard)  # after the last cell
    leave = f"import os, pathlib\npathlib.Path(os.environ[{FOLDER_VARIABLE!r}], 'model.keras').write_text('it')"
    ran = execution.run(nbformat.writes(new_notebook(cells=[new_code_cell(leave)])), {}, Limits(seconds=60))
    assert killed
    assert dict(ran.evidence) == {"model.keras": b"it"}
    assert ran.remarks == ()


def test_every_kernel_draws_the_same_random_numbers(run: Run) -> None:
    """A submission that is graded twice gets the same score."""
    draw = "import random; import numpy as np; print(random.random(), np.random.rand())"
    first, second = (run(draw).said for _ in range(2))
    assert first == second


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_the_grader(end: int, can_sandbox: None) -> None:
    grader = f"""
        import time
        from jupyter_client import KernelManager
        from autograder.kernel import NAME, session
        session.LIBRARIES = {LIGHT!r}
        manager = KernelManager(kernel_name=NAME)
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        client.execute("import os, signal, time\\nsignal.signal(2, signal.SIG_IGN)\\n"
                       "os.fork() or os.setsid()\\nwhile True: time.sleep(1)")
        time.sleep(0.5)
        print("running", flush=True)
        time.sleep(60)
        """
    command = [sys.executable, "-c", textwrap.dedent(grader)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        running = warm_processes(process.pid)
        assert len(running) == 5, "parent, guard, first process, kernel and its child"
        process.send_signal(end)
        process.wait(20)
    assert until(lambda: not warm_processes(process.pid))


def test_a_parent_that_cannot_import_says_what(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    warm.stop()
    monkeypatch.setattr(session, "LIBRARIES", ("no_such_library",))
    with pytest.raises(warm.WarmParentError, match="No module named 'no_such_library'"):
        run("print(1)")
    warm.stop()


def test_a_parent_with_threads_refuses_to_fork(tmp_path: Path) -> None:
    """A fork would hang in the first operation of TensorFlow."""
    (tmp_path / "threaded.py").write_text("import threading, time\n"
        "for _ in range(3): threading.Thread(target=time.sleep, args=(30,), daemon=True).start()")  # fmt: skip
    code = "from autograder.kernel import session; session.preload(['threaded'])"
    one_thread = {**os.environ, **thread_variables(1)}
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=one_thread, capture_output=True, text=True,
                         check=False)  # fmt: skip
    assert "importing the libraries started 4 threads; a fork would hang" in ran.stderr


def test_files_of_a_kernel_are_removed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = Path(f"/tmp/ag-test-{os.getpid()}")
    short.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    assert "ag-" in run(f"import os; print(os.path.exists({str(short)!r}), 'ag-')").said
    assert list(short.iterdir()) == []
    short.rmdir()
