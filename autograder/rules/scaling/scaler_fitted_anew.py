"""# Scaler fitted anew for the question

**What it sees.** A program trains a model on rows that a scaler was fitted on, and scales others by that scaler or
keeps it; but a function that asks the model, a command or a method of its own, fits a scaler on the very rows that it
asks about, or takes the mean and the deviation of these. Also a scaler that was loaded from a file, and is fitted
again. Where one function scales the rows of the training and of the question alike, each recording by itself perhaps,
nothing is said.

**Why it hurts.** The model has learned what 1 means on the scale of the training rows. A scaler of the question's own
makes a mean row of whatever comes in: the same row gets another answer in other company, a batch of high incomes is
scored as one of middling ones, and a single row becomes nothing but zeros.

**Example.**

```python
import keras
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

def train(path):
    data = pd.read_csv(path).values
    x_train, x_test, y_train, y_test = train_test_split(data[:, :8], data[:, 8])
    scaler = StandardScaler()
    x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    model.fit(x_train, y_train, epochs=20, validation_data=(x_test, y_test))
    model.save("risk.keras")

def score(path):
    model = keras.models.load_model("risk.keras")
    rows = StandardScaler().fit_transform(pd.read_csv(path).values)  # ← here
    return model.predict(rows)
```

**Instead.**

```python
import joblib
import keras
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

def train(path):
    data = pd.read_csv(path).values
    x_train, x_test, y_train, y_test = train_test_split(data[:, :8], data[:, 8])
    scaler = StandardScaler()
    x_train, x_test = scaler.fit_transform(x_train), scaler.transform(x_test)
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    model.fit(x_train, y_train, epochs=20, validation_data=(x_test, y_test))
    model.save("risk.keras")
    joblib.dump(scaler, "scaler.joblib")

def score(path):
    model = keras.models.load_model("risk.keras")
    rows = joblib.load("scaler.joblib").transform(pd.read_csv(path).values)
    return model.predict(rows)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, owner_of, subject, walk
from autograder.rules.looks.dataflow import passed, sources, traced, unfolded
from autograder.rules.looks.scopes import arguments, owner
from autograder.rules.looks.words import ASKS
from autograder.rules.rule import Found, Level, Rule

_SCALES = re.compile(r"(Scaler|PowerTransformer|QuantileTransformer)$")
_FILE = re.compile(r"\.\w{2,7}$|[/\\]")
_SAMPLES = re.compile(r"^(load|fetch|make)_\w+$")  # of a library, which give the same rows each time
_SETTINGS = re.compile(r"args?|opts?|options?|cfg|config|conf|flags|params|settings|self", re.I)
_LOADS = frozenset({"joblib.load", "pickle.load", "pkl.load", "dill.load", "cloudpickle.load"})
_SAVES = frozenset({"dump", "dumps", "to_pickle", "save", "savez"})
_AT_ONCE = frozenset({"scale", "minmax_scale", "robust_scale", "maxabs_scale"})
_JOINS = frozenset({"concat", "concatenate", "vstack", "append", "r_"})


def _look(text: Text) -> Found:
    """``scaler.fit_transform(rows)`` in a function that asks about these rows, beside a scaler of the training."""
    if "fit_transform(" not in text.whole and ".fit(" not in text.whole:
        return
    trained = list(text.once(_of_the_training))
    told: set[int] = set()
    for asked in text.calls(ASKS):
        given = argument_at(asked, 0, "x")
        for fitted, rows in _fitted(text, traced(text, given, asked)) if given is not None else ():
            if id(fitted) in told:
                continue
            told.add(id(fitted))
            if isinstance(fitted, ast.Call) and _is_loaded(text, fitted):
                yield f"{owner_of(fitted)} was loaded as the training left it, and is fitted again.", fitted
            elif trained and _is_another(text, asked, fitted, trained) and not _is_known(text, rows, fitted):
                yield (
                    "What the model is asked about is scaled by its own numbers, not by those of the training rows.",
                    fitted,
                )


def _fits_of_keras(text: Text) -> list[ast.Call]:
    told = ("epochs", "nb_epoch", "batch_size", "callbacks", "validation_data", "validation_split")
    return [fit for fit in text.calls({"fit"}) if keyword(fit, *told) and argument_at(fit, 0, "x") is not None]


def _of_the_training(text: Text) -> Iterator[ast.expr]:
    """The calls that fitted a scaler on rows of the training; none, if a training is without."""
    found: list[ast.expr] = []
    for fit in _fits_of_keras(text):
        given = argument_at(fit, 0, "x")
        fitted = [call for call, _ in _fitted(text, traced(text, given, fit))] if given is not None else []
        if not fitted:
            return
        found += fitted
    yield from found


def _fitted(text: Text, parts: Iterable[ast.AST]) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What, among the parts of a value, takes a scale from the rows that it gives; with these rows."""
    for part in parts:
        if isinstance(part, ast.BinOp) and _own_mean(text, part) is not None and isinstance(part.left, ast.BinOp):
            yield part, part.left.left
        elif isinstance(part, ast.Call) and part.args and isinstance(part.func, ast.Attribute):
            yield from ((fit, part.args[0]) for fit in _fits_behind(text, part))


def _fits_behind(text: Text, call: ast.Call) -> Iterator[ast.Call]:
    """The call that fitted a scaler on the very rows that another call gives, scaled by it."""
    at_once = called(call) in _AT_ONCE and ast.unparse(call.func).partition(".")[0] in {"preprocessing", "sklearn"}
    if at_once or (called(call) == "fit_transform" and (_scaler(text, call) or _is_loaded(text, call))):
        yield call
    elif called(call) == "transform":
        inner = next(
            (one for one in (getattr(call.func, "value", None), _made(text, call)) if called(one) == "fit"), None
        )
        before = [inner] if isinstance(inner, ast.Call) else _fits_before(text, call)
        same = [fit for fit in before if fit.args and ast.unparse(fit.args[0]) == ast.unparse(call.args[0])]
        yield from (fit for fit in same[-1:] if _scaler(text, fit))


def _own_mean(text: Text, node: ast.BinOp) -> ast.expr | None:
    """The mean in ``(x - x.mean(axis=0)) / x.std(axis=0)``, at once or as a variable; None for anything else."""
    left = node.left
    if not isinstance(node.op, ast.Div) or not isinstance(left, ast.BinOp) or not isinstance(left.op, ast.Sub):
        return None
    mean = unfolded(text, left.right, node)
    if not isinstance(mean, ast.Call) or called(mean) not in {"mean", "min"} or not (mean.args or mean.keywords):
        return None
    of = subject(mean, {"np", "numpy", "tf"})
    return left.right if of is not None and ast.unparse(of) == ast.unparse(left.left) else None


def _fits_before(text: Text, call: ast.Call) -> list[ast.Call]:
    """The calls of ``scaler.fit`` above a call of its ``transform`` in the same function."""
    fits = [fit for fit in text.calls({"fit"}) if text.function_of(fit) == text.function_of(call)]
    return [fit for fit in fits if fit.lineno < call.lineno and owner_of(fit) == owner_of(call)]


def _made(text: Text, call: ast.Call) -> ast.expr | None:
    """What made the object of which a method is called."""
    held = getattr(call.func, "value", None)
    if isinstance(held, ast.Name):
        return text.latest(held.id, call)[0]
    if isinstance(held, ast.Attribute):
        spelt = ast.unparse(held)
        values = [
            one.value for one in text.all(ast.Assign) if any(ast.unparse(part) == spelt for part in one.targets)
        ]
        return values[0] if len(values) == 1 else None
    return held if isinstance(held, ast.expr) else None


def _scaler(text: Text, call: ast.Call) -> bool:
    return _SCALES.search(called(_made(text, call))) is not None


def _is_loaded(text: Text, call: ast.Call) -> bool:
    """Whether a scaler comes from a file, so that it was fitted before."""
    made = _made(text, call)
    named = "scal" in f"{owner_of(call)} {ast.unparse(made) if made is not None else ''}".lower()
    return isinstance(made, ast.Call) and ast.unparse(made.func) in _LOADS and named


def _is_another(text: Text, asked: ast.Call, fitted: ast.expr, trained: list[ast.expr]) -> bool:
    """Whether a function that trains nothing fits a scaler, and the training one that it kept or used for others."""
    within = {text.function_of(fit) for fit in _fits_of_keras(text)} | {text.function_of(call) for call in trained}
    if any(call is fitted for call in trained) or {text.function_of(asked), text.function_of(fitted)} & within:
        return False
    return all(_is_of_the_training(text, call) or _is_one(text, call, fitted) for call in trained)


def _is_of_the_training(text: Text, fitted: ast.expr) -> bool:
    """Whether a scale is also that of other rows than those that it was taken from, or is saved."""
    names, rows = _scale(text, fitted)
    here, spelt = text.function_of(fitted), ast.unparse(rows)
    near: list[tuple[str, ast.expr, ast.expr]] = [
        (owner_of(call), call.args[0], call) for call in text.calls({"transform"}) if call.args
    ]
    near += [(ast.unparse(one.right), one.left, one) for one in text.all(ast.BinOp) if isinstance(one.op, ast.Sub)]
    others = {name for name, of, one in near if text.function_of(one) == here and ast.unparse(of) != spelt}
    given = [one for call in text.calls(_SAVES) for one in (*call.args, *(named.value for named in call.keywords))]
    saved = {ast.unparse(part) for one in given for part in walk(one) if isinstance(part, ast.Name | ast.Attribute)}
    return bool(names & (others | saved))


def _scale(text: Text, fitted: ast.expr) -> tuple[set[str], ast.expr]:
    """The names of a scaler, or of a mean, with the rows that it was taken from."""
    if isinstance(fitted, ast.BinOp) and isinstance(fitted.left, ast.BinOp):
        return {ast.unparse(fitted.left.right)}, fitted.left.left
    kept = [ast.unparse(target) for one in text.all(ast.Assign) if one.value is fitted for target in one.targets]
    return ({owner_of(fitted), *kept}, fitted.args[0]) if isinstance(fitted, ast.Call) else (set(), fitted)


def _is_one(text: Text, first: ast.expr, second: ast.expr) -> bool:
    """Whether two methods of a class, or two functions, fit one scaler that is made outside of both.

    Where the second also takes the answers back to the scale of its own rows, every series may have its own.
    """
    if not isinstance(first, ast.Call) or not isinstance(second, ast.Call):
        return False
    held, back = _made(text, first), text.calls({"inverse_transform"})
    if any(text.function_of(call) == text.function_of(second) for call in back):
        return False
    return owner_of(first) == owner_of(second) and isinstance(held, ast.Call) and held is _made(text, second)


def _is_known(text: Text, rows: ast.expr, fitted: ast.expr) -> bool:
    """Whether rows may be those of the training, or are joined with them."""
    parts = list(_near(text, rows, fitted))
    if any(called(part) in _JOINS for part in parts):
        return True
    trained = [(argument_at(fit, 0, "x"), fit) for fit in _fits_of_keras(text)]
    known = {one for given, fit in trained if given is not None for one in _origins(text, _near(text, given, fit))}
    return bool(_origins(text, parts) & known)


def _near(text: Text, node: ast.expr, user: ast.AST) -> Iterator[ast.AST]:
    """What a value is computed of in its function, and what the callers of that function give."""
    function, met = owner(text, user), set()
    for part in sources(text, node, user):
        yield part
        name = getattr(part, "id", "")
        if name in arguments(function) and name not in met:
            met.add(name)
            for given in passed(text, function, name):
                yield from sources(text, *given)


def _origins(text: Text, parts: Iterable[ast.AST]) -> set[str]:
    """Where rows come from: files by their names, data sets of a library, settings that a function is called with."""
    found = set()
    for part in parts:
        value = part.value if isinstance(part, ast.Constant) else None
        if isinstance(value, str) and _FILE.search(value):
            found.add(value)
        elif isinstance(part, ast.Call):
            own = called(part) in text.functions
            found |= {called(part)} if _SAMPLES.search(called(part)) and not own else set()
            read = [given for given in part.args if isinstance(given, ast.Attribute)]
            found |= {ast.unparse(one) for one in read if _is_setting(one) and not _is_command(text, one)}
    return found


def _is_setting(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and _SETTINGS.fullmatch(node.value.id) is not None


def _is_command(text: Text, setting: ast.Attribute) -> bool:
    """Whether a setting belongs to a function that the program never calls by its name: a command of its own."""
    function = owner(text, setting)
    return function is not None and not any(called(call) == function.name for call in text.all(ast.Call))


RULE = Rule(
    level=Level.WARNING,
    title="scaler fitted anew for the question",
    instead="Keep the scaler of the training rows, and call its transform for what the model is asked.",
    text=_look,
    exact=True,
)
