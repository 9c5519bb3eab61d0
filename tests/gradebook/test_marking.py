"""Who marks a written answer sees the model answer beside it, and no student does."""

from importlib.resources import files

import nbformat
import pdf
import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.samples import answered
from autograder.grading.returning import feedback

pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
EXERCISE = "red-wine"
MODEL_ANSWER, NOTE, OWN = "It rescued dropout", "Marking: one point for", "My own words."


def test_the_model_answer_and_how_to_mark_stand_above_what_the_student_wrote(on_sqlite) -> None:
    course = on_sqlite.course
    notebook = answered(course.release(EXERCISE) / f"{EXERCISE}.ipynb", EXERCISE, explain=OWN)
    formgrader = HTMLExporter(config=nbgrader_config(course, EXERCISE))  # as nbgrader makes it
    page, _ = formgrader.from_notebook_node(notebook, {"assignment_id": EXERCISE, "notebook_id": EXERCISE})
    assert page.index(MODEL_ANSWER) < page.index(NOTE) < page.index(OWN)
    assert "END SOLUTION" not in page
    assert page.count("no student sees it") == 1, "code is marked by the judge"
    gone, _ = formgrader.from_notebook_node(notebook, {"assignment_id": "gone", "notebook_id": "gone"})
    assert OWN in gone


@pytest.mark.requires_program("chromium")
def test_figures_have_words_and_no_red_frame_and_columns_of_tables_stand_apart(on_sqlite) -> None:
    figure = new_output("display_data", {"image/png": "aaaa"})
    table = new_output("display_data", {"text/html": "<table><tr><td>1</td></tr></table>"})
    notebook = new_notebook(cells=[new_code_cell(outputs=[figure, table])])
    formgrader = HTMLExporter(config=nbgrader_config(on_sqlite.course, EXERCISE), template_name="classic")
    page, _ = formgrader.from_notebook_node(notebook, {"assignment_id": EXERCISE, "notebook_id": EXERCISE})
    own = files("nbgrader.server_extensions.formgrader").joinpath("static", "css", "formgrade.css").read_text()
    with pdf.chromium() as browser:
        opened = browser.new_page()
        opened.set_content(page.replace("</head>", f"<style>{own} td {{ padding: 0 }}</style></head>"))  # Bootstrap's
        expect(opened.get_by_alt_text("a figure")).to_have_css("border-top-width", "0px")
        expect(opened.locator(".output_subarea td")).to_have_css("padding-left", "8px")


def test_feedback_does_not_tell_the_model_answer(on_sqlite) -> None:
    course = on_sqlite.course
    with Gradebook(on_sqlite.url) as gradebook:
        on_sqlite.record(gradebook, "ada", 7)
    course.autograded("ada", EXERCISE).mkdir(parents=True)
    notebook = answered(course.release(EXERCISE) / f"{EXERCISE}.ipynb", EXERCISE, explain=OWN)
    nbformat.write(notebook, course.autograded("ada", EXERCISE) / f"{EXERCISE}.ipynb")
    course.submitted("ada", EXERCISE).mkdir(parents=True)
    assert [one.failure for one in feedback(course, EXERCISE, ["ada"])] == [""]
    page = (course.feedback("ada", EXERCISE) / f"{EXERCISE}.html").read_text(encoding="utf-8")
    assert OWN in page
    assert MODEL_ANSWER not in page
