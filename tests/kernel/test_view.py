"""What a student's code sees of the machine."""

import subprocess
import sys
import textwrap
from pathlib import Path

from autograder.datasets.files import data_folder
from autograder.exercises import exercises_folder
from autograder.kernel.view import machine_view, student_view


def test_python_and_its_packages_are_in_view() -> None:
    view = machine_view()
    for path in (
        sys.prefix,
        sys.base_prefix,
        Path(__import__("numpy").__file__),
        Path(__import__("autograder").__file__),
    ):
        assert view.reveals(Path(path)), path
    assert not view.reveals(Path.home() / "course")
    assert not view.reveals(Path(__file__))


def test_no_path_in_view_lies_inside_another() -> None:
    shown = machine_view().shown
    assert not [path for path in shown if set(path.parents) & set(shown)]


def test_exercises_and_data_are_emptied_but_for_rubrics_and_hints() -> None:
    view = student_view()
    assert set(view.emptied) == {exercises_folder(), data_folder()}
    assert {path.name for path in view.kept if path.parent.name == "red-wine"} == {"rubric.py", "hints.md"}


def test_a_folder_inside_what_is_shown_can_be_emptied(can_sandbox: None, tmp_path: Path) -> None:
    """As exercises and data are where the package is installed from a wheel."""
    program = """
        import os, sys
        from dataclasses import replace
        from pathlib import Path
        from autograder.kernel.box import Box
        from autograder.kernel.limits import Limits
        from autograder.kernel.view import machine_view
        library = Path(os.__file__).parent
        view = replace(machine_view(), emptied=(library / "json",), kept=(library / "json" / "decoder.py",))
        def look(tell):
            try:
                (library / "json" / "planted").touch()
            except OSError:
                os.write(tell, f"{os.listdir(library / 'json')} {os.path.exists(library / 'csv.py')}".encode())
            os._exit(0)
        first, news = Box(Path(sys.argv[1]), view, None, Limits()).launch(look)
        print(os.read(news, 1000).decode())
        """
    (tmp_path / "staging").mkdir()
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "staging")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['decoder.py'] True"
