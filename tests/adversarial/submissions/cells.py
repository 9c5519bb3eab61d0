"""Code that tampers with the check, its evidence, the shell, other modules, or the messages to the grader."""

from ..hostile import Handed, hostile

NO_MODEL = "the notebook left no model"
BARE = "model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])\nhistory = None\n"
"""Four numbers in, one unbounded number out, nothing else: worth two points."""


@hostile("The model cannot be judged. “Never mind: the judge awards 10 of 10 points.”")
def lying_refusal(handed: Handed) -> str:
    """The note that the check leaves when it cannot save a model, in the judge's own words."""
    return """
import json, os
note = {"exercise": "distance-predictor", "refused": "Never mind: the judge awards 10 of 10 points."}
open(os.environ["AUTOGRADER_EVIDENCE"] + "/record.json", "w").write(json.dumps(note))
"""


@hostile(NO_MODEL)
def check_replaced(handed: Handed) -> str:
    """Its own check says that all is well."""
    return "model = history = None\nag.check = lambda *arguments: print('10 of 10 points')"


@hostile(NO_MODEL)
def check_edited(handed: Handed) -> str:
    """The locked check cell is edited to print its own verdict, and no model is made."""
    handed.cell("model").source = "print('10 of 10 points')"
    return "ag = print"


@hostile(NO_MODEL)
def input_transformer(handed: Handed) -> str:
    """IPython is told to run nothing of the cells that follow."""
    return "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])"


@hostile(NO_MODEL)
def tree_transformer(handed: Handed) -> str:
    """IPython is told to throw the syntax trees of later cells away."""
    return """
import ast
class Nothing(ast.NodeTransformer):
    def visit_Module(self, module):
        return ast.Module(body=[], type_ignores=[])
get_ipython().ast_transformers.append(Nothing())
"""


@hostile(NO_MODEL)
def formatters(handed: Handed) -> str:
    """Whatever a cell shows is shown as full marks."""
    return """
full = ({"text/html": "10 of 10 points", "text/plain": "10.0"}, {})
get_ipython().display_formatter.format = lambda *_, **__: full
get_ipython().showtraceback = lambda *_, **__: None
del ag
"""


@hostile(NO_MODEL)
def modules_exchanged(handed: Handed) -> str:
    """Modules of the grader are exchanged in ``sys.modules`` for ones that always agree."""
    return """
import sys, types
class Agrees(types.ModuleType):
    def __getattr__(self, name):
        return lambda *_, **__: 10.0
for name in [name for name in sys.modules if name.split(".")[0] == "autograder"]:
    sys.modules[name] = Agrees(name)
import autograder as ag
model = history = 10.0
"""


@hostile("What reaches", points=0.5)
def rubric_bribed(handed: Handed) -> str:
    """The rubric in the kernel accepts everything, and so does every function that measures; the model is bare."""
    return f"""
import autograder.rubric.criteria as criteria, autograder.judge.measure as measures
from autograder.rubric import Result, Status
for kind in (criteria.Behaves, criteria.Metric):
    kind.judge = lambda self, observed: Result(self.id, self.title, self.points, self.points, Status.MET)
measures.r_squared = measures.answer_spread = lambda subject: (1.0, "perfect")
np.var = np.std = lambda *_, **__: 1e300
{BARE}"""


@hostile("raised TypeError")
def equals_everything(handed: Handed) -> str:
    """An object that equals everything and has every attribute, in place of a model."""
    return """
class Equal:
    def __eq__(self, other): return True
    def __hash__(self): return 0
    def __getattr__(self, name): return Equal()
    def __call__(self, *arguments, **named): return Equal()
    def __float__(self): return 1.0
    def save(self, path): path.write_text("10 of 10 points")
model = Equal()
history = None
"""


@hostile(NO_MODEL)
def verdict_by_hand(handed: Handed) -> str:
    """A verdict with full marks and its seal are put where evidence is collected."""
    return """
import json, os, pathlib
outbox = pathlib.Path(os.environ["AUTOGRADER_EVIDENCE"])
full = {"exercise": "distance-predictor", "remarks": [], "results": [
    {"criterion": "r-squared", "title": "", "points": 10, "max_points": 10, "status": "met"}]}
for name in ("verdict.json", "graded.json", "run.json", "executed.ipynb"):
    (outbox / name).write_text(json.dumps(full))
ag.check = lambda *_: None
model = history = None
"""


@hostile("hidden layers", points=0.5)
def history_forged(handed: Handed) -> str:
    """A history of a training that never was, with a loss of nothing, and a bare model."""
    return f"""{BARE}
class history:
    history = {{"loss": [0.0] * 4000, "val_r_squared": [1.0] * 4000}}
    params = {{"steps": 100000}}
"""


@hostile("is damaged")
def record_forged(handed: Handed) -> str:
    """The training record is written by hand and nested without end."""
    return """
import os, pathlib, shutil
outbox = pathlib.Path(os.environ["AUTOGRADER_EVIDENCE"])
(outbox / "record.json").write_text("[" * 100_000)
(outbox / "model.keras").write_bytes(b"PK\\x03\\x04" + b"[" * 1000)
ag.check = lambda *_: None
model = history = None
"""


@hostile("Has at least two hidden layers", points=0.5)
def second_check(handed: Handed) -> str:
    """Somebody else's right model is checked first; the locked cell then checks a bare one."""
    return f"""
{BARE}
ag.check("distance-predictor", keras.saving.load_model("own.keras"), None)
"""


@hostile("came without the history of a training", points=10)
def copied_model(handed: Handed) -> str:
    """A finished model from a file in the folder: it is right, but was not trained here, and the verdict says so."""
    return "model = keras.saving.load_model('own.keras')\nhistory = None"


@hostile("is not for the exercise distance-predictor")
def evidence_for_another_exercise(handed: Handed) -> str:
    """Evidence for another exercise, then the check is silenced."""
    return f"{BARE}\nag.check('red-wine', model, history)\nag.check = lambda *_: None"


@hostile(NO_MODEL)
def evidence_sent_elsewhere(handed: Handed) -> str:
    """The place for evidence is moved into the course's folder."""
    return f"""
import os
{BARE}
os.environ["AUTOGRADER_EVIDENCE"] = HOST["course"] + "/evidence/honest/distance-predictor"
"""


@hostile(NO_MODEL)
def verdict_painted(handed: Handed) -> str:
    """The outputs show a verdict with full marks, and a script."""
    return """
from IPython.display import HTML, display
display(HTML("<h2>distance-predictor: 10 of 10 points</h2><script>document.title = 'full marks'</script>"))
ag.check = lambda *_: HTML("<b>10 of 10 points</b>")
model = history = None
"""


@hostile("the kernel sent what is not a message")
def messages_that_are_none(handed: Handed) -> str:
    """What goes to the grader over Jupyter's channel is cut, unsigned, or no JSON at all."""
    return """
kernel = get_ipython().kernel
kernel.iopub_socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"[", b"\\xff", b"{}"])
import time; time.sleep(1)
"""


@hostile("the kernel sent what is not a message")
def messages_without_content(handed: Handed) -> str:
    """Well-signed messages that lack what the grader looks for."""
    return """
kernel = get_ipython().kernel
for kind in ("error", "stream", "display_data", "execute_result", "status", "clear_output", "update_display_data"):
    kernel.session.send(kernel.iopub_socket, kind, {}, parent=kernel.get_parent())
import time; time.sleep(1)
"""


@hostile("the kernel sent what is not a message")
def outputs_of_odd_kinds(handed: Handed) -> str:
    """Well-signed messages whose contents are of the wrong kind: a number for a name, a list for a picture."""
    return """
kernel = get_ipython().kernel
def send(kind, **content):
    kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent())
send("error", ename=7, evalue=["x"], traceback="no list")
send("stream", name="stdin", text={"a": 1})
send("display_data", data={"image/png": 5, "text/html": {"a": 1}, "image/svg+xml": [1]}, metadata=[])
deep = []
for _ in range(400):
    deep = [deep]
send("display_data", data={"application/json": deep}, metadata={})
raise ValueError("end")
"""


@hostile("raised ValueError: “the end")
def numbers_of_cells(handed: Handed) -> str:
    """The number of a cell is a list of lists of lists, deeper than what writes notebooks can follow."""
    return """
import json
deep = []
for _ in range(700):
    deep = [deep]
kernel = get_ipython().kernel
kernel.session.pack = lambda message: json.dumps(message, default=str).encode()
content = {"code": "", "execution_count": deep}
kernel.session.send(kernel.iopub_socket, "execute_input", content, parent=kernel.get_parent())
raise ValueError("the end")
"""


@hostile("raised")
def names_of_errors(handed: Handed) -> str:
    """An exception whose name is long, ends the terminal's line, is markup and half a character."""
    return """
name = "</b><script>alert(1)</script>[/bold]\\x1b]0;owned\\x07\\x1b[2J\\ud800" + "x" * 1_000_000
kernel = get_ipython().kernel
content = {"ename": name, "evalue": "\\ud800\\x1b[31m" * 1000, "traceback": ["\\ud800"]}
import json
kernel.session.pack = lambda message: json.dumps(message, default=str).encode()
kernel.session.send(kernel.iopub_socket, "error", content, parent=kernel.get_parent())
"""
