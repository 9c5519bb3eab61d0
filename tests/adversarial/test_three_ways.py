"""A class of a hundred, a tenth of it hostile: three ways to grade it must give one gradebook.

``make hostile`` grades the hundred; among the other tests ten of them stand for all.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from crash.outcome import gradebook_rows
from playwright.sync_api import sync_playwright

from autograder.gradebook import Course
from autograder.gradebook.standing import read_scores
from autograder.kernel import reason

from .classroom import EXERCISE
from .handing_in import AUTOGRADER, TRAINED, hand_in, hand_in_hostile, new_course
from .hostile import entered
from .submissions import bombs, cells, models, notebooks

SECONDS = 60
STRIDE = 1 if os.environ.get("HOSTILE") else 10
HOSTILE = [entered(tamper) for tamper in (
    cells.rubric_bribed, cells.check_edited, notebooks.cells_deleted, cells.input_transformer, cells.history_forged,
    cells.equals_everything, bombs.dies_by_signal, bombs.fork_bomb, models.zip_bomb, notebooks.ids_twice,
)][::STRIDE]  # fmt: skip
ANSWER = """
scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((4,)), scale, layers.Dense({units}, activation="relu"),
                          layers.Dense({units}, activation="relu"), layers.Dense(1{head})])
model.compile(optimizer=keras.optimizers.Adam({rate}), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs={epochs}, verbose=0)
"""
HONEST = [
    ANSWER.format(units=units, rate=rate, epochs=epochs, head=head)
    for units, rate, epochs, head in product(
        (8, 24, 48, 100, 160), (0.0001, 0.004, 0.03), (1, 2, 4), ("", ", activation='sigmoid'")
    )
][::STRIDE]
pytestmark = [pytest.mark.xdist_group("adversarial"), pytest.mark.filterwarnings("ignore:Object of type .* not in")]


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Course:
    if missing := reason():
        pytest.skip(f"no sandbox on this machine: {missing}")
    own = a_right_model(tmp_path_factory.mktemp("alone") / "course")
    course = new_course(tmp_path_factory.mktemp("class") / "course")
    for number, answer in enumerate(HONEST):
        hand_in(course, f"student-{number:02}", answer)
    for one in HOSTILE:
        hand_in_hostile(one, course, own, {})
    assert len(course.students(EXERCISE)) == 100 / STRIDE
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"c.RunForEvidence.notebook_seconds = {SECONDS}\n")
    return course


def a_right_model(root: Path) -> bytes:
    course = new_course(root)
    hand_in(course, "ada", TRAINED)
    by_our_command(course)
    return (course.evidence("ada", EXERCISE) / "model.keras").read_bytes()


def by_our_command(course: Course) -> None:
    _run(course, AUTOGRADER, "grade", EXERCISE, "--course", ".", "--time-limit", str(SECONDS))


def by_nbgraders_command(course: Course) -> None:
    _run(course, AUTOGRADER.with_name("nbgrader"), "autograde", EXERCISE)


def by_the_formgrader(course: Course) -> None:
    """The first one by a click on its button, the others by the request that a click sends."""
    with formgrader(course) as (address, token):
        first, *others = course.students(EXERCISE)
        click(f"{address}/manage_submissions/{EXERCISE}", first, token)
        for student in others:
            post = Request(f"{address}/api/submission/{EXERCISE}/{student}/autograde", method="POST", headers=token)
            with urlopen(post, timeout=5 * SECONDS) as answer:
                told = json.load(answer)
            assert told["success"], (student, told)


def _run(course: Course, *command: str | Path) -> None:
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]


@contextmanager
def formgrader(course: Course) -> Iterator[tuple[str, dict[str, str]]]:
    """A Jupyter server in the course's folder; gives the Formgrader's address and the header that lets us in."""
    token = secrets.token_hex()
    header = {"Authorization": f"token {token}"}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root", f"--port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}",
    ]  # fmt: skip
    path = os.pathsep.join([str(AUTOGRADER.parent), os.environ["PATH"]])
    with (course.root / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=course.root, env={**os.environ, "PATH": path}, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}/formgrader"
        for _ in range(120):
            try:
                urlopen(Request(f"{address}/api/assignments", headers=header), timeout=10).close()
                break
            except URLError:
                assert server.poll() is None, (course.root / "server.log").read_text()[-5000:]
                time.sleep(0.5)
        yield address, header
    finally:
        server.terminate()
        server.wait(30)


def click(page_address: str, student: str, header: dict[str, str]) -> None:
    """Press the button that grades one student, in a browser, and wait until it says that it did."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(extra_http_headers=header)
        page.goto(page_address)
        page.locator("tr", has_text=student).locator(".autograde a").click()
        page.get_by_text(f"Successfully autograded '{EXERCISE}' for student '{student}'").wait_for(
            timeout=2000 * SECONDS
        )
        browser.close()


WAYS: tuple[Callable[[Course], None], ...] = (by_our_command, by_nbgraders_command, by_the_formgrader)


@pytest.mark.requires_program("chromium")
def test_three_ways_to_grade_give_one_gradebook(handed_in: Course) -> None:
    found = {}
    for way in WAYS:
        course = Course.open(shutil.copytree(handed_in.root, handed_in.root.with_name(way.__name__)))
        way(course)
        found[way.__name__] = sorted(gradebook_rows(course))
    ours, nbgraders, formgraders = found.values()
    assert nbgraders == ours
    assert formgraders == ours
    points = {student: score.points for student, score in read_scores(course, EXERCISE).items()}
    assert len(points) == 100 / STRIDE
    for one in HOSTILE:
        assert points[one.name] == one.points, one.name
    assert len(set(points.values())) > 3, "honest answers of all sorts earn points of all sorts"
