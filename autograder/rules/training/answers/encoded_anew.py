"""# Encoded anew for the question

**What it sees.** What a model is asked about went through a vectorizer, a PCA, a `TextVectorization` or a `Tokenizer`
that was fitted on these very rows, and the training rows through another one, or through the same before it was
fitted again, also by one function that fits and encodes each time, or where it is given no encoder. Also kinds that
`factorize` numbers in the training and the test rows apart, and columns of two `get_dummies` that were cut or filled
to one width.

**Why it hurts.** The encoder numbers words, kinds or columns as it meets them. Fitted on other rows it gives other
numbers to the same words: the model reads them as those that it learned, and its answers mean nothing.

**Example.**

```python
import keras
from sklearn.feature_extraction.text import CountVectorizer

count = CountVectorizer(max_features=500)
x_train = count.fit_transform(texts).toarray()
model = keras.Sequential([keras.Input((500,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
x_new = count.fit_transform(new_texts).toarray()  # ← here
print(model.predict(x_new))
```

**Instead.**

```python
import keras
from sklearn.feature_extraction.text import CountVectorizer

count = CountVectorizer(max_features=500)
x_train = count.fit_transform(texts).toarray()
model = keras.Sequential([keras.Input((500,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)
x_new = count.transform(new_texts).toarray()
print(model.predict(x_new))
```
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from autograder.anatomy.text import Text, argument_at, bound_or_default, called, keyword, names, owner_of, walk
from autograder.rules.looks.dataflow import sources
from autograder.rules.looks.encodings import TEST, columns_of_the_test, made_by, tables_of_questions, trained_by
from autograder.rules.rule import Found, Level, Rule

_MEETS = "factorize numbers kinds as it meets them"
_VECTORS = frozenset({"TextVectorization", "StringLookup"})
_ENCODERS = frozenset({"CountVectorizer", "TfidfVectorizer", "PCA", "TruncatedSVD"})  # others sort what they number
_LOOKUPS = frozenset({"TextVectorization", "StringLookup", "IntegerLookup"})
_ENCODES = {"fit_transform": _ENCODERS, "fit_on_texts": frozenset({"Tokenizer"}), "adapt": _LOOKUPS}


def _look(text: Text) -> Found:
    """What is made anew for a question: columns, numbers of kinds, and what encodes them."""
    for call, table, cut in text.once(tables_of_questions):
        said = f"get_dummies makes the columns of {table} by what stands in it"
        if cut:
            yield f"{said}; cut or filled to one width they are not those of the training.", call
    for table, way, node in text.once(columns_of_the_test):
        if way == "factorize":
            yield f"{_MEETS}: in {table} the same kind gets another number.", node
    for look in (_adapted, _encoded_again, _encoded_by_a_function, _encoder_not_given):
        yield from look(text)


def _adapted(text: Text) -> Found:
    """A second ``TextVectorization``, or the same one adapted again, for what a model is asked about."""
    trained = {_vector(text, call) for call in text.once(trained_by)} - {""}
    for asked in text.calls({"predict", "evaluate"}) if trained else ():
        for call in made_by(text, argument_at(asked, 0, "x"), asked):
            name = _vector(text, call)
            adapts = [one for one in text.calls({"adapt"}) if ast.unparse(one.func) == f"{name}.adapt"]
            other = name not in trained and bool(adapts)
            again = len(adapts) > 1 and any(TEST.search(part) for part in names(adapts[-1]) - {name})
            if name and (other or again):
                said = f"{name} is adapted to what the model is asked about"
                yield f"{said}: its numbers mean other things than in the training.", call


def _vector(text: Text, call: ast.Call) -> str:
    """The name of the layer that a call numbers words with."""
    made = text.resolved(call.func) if isinstance(call.func, ast.Name) else None
    return call.func.id if isinstance(call.func, ast.Name) and called(made) in _VECTORS else ""


def _encoded_again(text: Text) -> Found:
    """``encoder.fit_transform(new)``, or a second ``Tokenizer``, for what a model is asked about."""
    trained = [*text.once(trained_by)]
    known = {ast.unparse(call.func.value) for call in trained if isinstance(call.func, ast.Attribute)}
    words = any(called(call).startswith("texts_to") for call in trained) or "sequences_to_matrix" in text.whole
    words = words or any(f"{name}.load_data(" in text.whole for name in ("imdb", "reuters"))
    for asked in text.calls({"predict", "evaluate"}):
        for call in made_by(text, argument_at(asked, 0, "x"), asked):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            maker = called(text.resolved(owner)) if owner is not None else ""
            if owner is None:
                continue
            again = called(call) == "fit_transform" and maker in _ENCODERS and call not in trained
            other = called(call).startswith("texts_to") and maker == "Tokenizer" and ast.unparse(owner) not in known
            if (again and trained) or (other and words and f"{ast.unparse(owner)}.fit_on_texts" in text.whole):
                said = f"{ast.unparse(owner)} is fitted anew on what the model is asked about"
                yield f"{said}: its numbers mean other things than in the training.", call


def _encoded_by_a_function(text: Text) -> Found:
    """``numbers(texts)`` for the training, ``numbers(news)`` for a question, where ``numbers`` fits an encoder."""
    own = {node.name: _shared(text, node) for node in text.all(ast.FunctionDef) if _fits_its_own(text, node)}
    trained = [*text.once(trained_by)]
    fed = {
        name
        for fit in text.calls({"fit"})
        if (first := argument_at(fit, 0, "x")) is not None
        for name in names(first)
    }
    given = [one.value for one in text.all(ast.Assign) if any(names(target) & fed for target in one.targets)]
    trained += [node for value in given for node in walk(value) if isinstance(node, ast.Call)]
    for asked in text.calls({"predict", "evaluate"}) if own else ():
        for call in made_by(text, argument_at(asked, 0, "x"), asked):
            others = [ast.unparse(node) for node in trained if called(node) == called(call)]
            if called(call) in own and others and ast.unparse(call) not in others:
                said = f"{called(call)} fits an encoder on what the model is asked about"
                place = own[called(call)] or call
                yield f"{said}: its numbers mean other things than in the training.", place


def _encoder_not_given(text: Text) -> Found:
    """``numbers(texts, tokenizer=None)``, which fits one where none is given, called without it for a question."""
    choosing = {one.name: one for one in text.all(ast.FunctionDef) if _chooses(text, one)}
    fits = list(text.calls({"fit"})) if choosing else []
    trained = [call for fit in fits for call in _calls_behind(text, argument_at(fit, 0, "x"), fit, choosing)]
    first = {called(call) for call in trained if _fits_one(choosing[called(call)], call)}
    asked = [(argument_at(call, 0, "x"), call) for call in text.calls({"predict", "evaluate"})]
    asked += [(keyword(fit, "validation_data"), fit) for fit in fits]
    met = {id(call) for call in trained}
    for given, user in asked if first else ():
        for call in _calls_behind(text, given, user, choosing):
            if called(call) in first and id(call) not in met and _fits_one(choosing[called(call)], call):
                met.add(id(call))
                said = f"{called(call)} fits a new encoder on these rows, for it is not given that of the training"
                yield f"{said}: its numbers mean other things.", call


def _calls_behind(text: Text, given: ast.expr | None, user: ast.AST, wanted: Collection[str]) -> Iterator[ast.Call]:
    """The calls of certain functions that a value comes from."""
    for part in sources(text, given, user) if given is not None else ():
        if isinstance(part, ast.Call) and called(part) in wanted:
            yield part


def _chooses(text: Text, function: ast.FunctionDef) -> ast.If | None:
    """Where a function fits an encoder, if one of its arguments says so."""
    asked = {one.arg for one in function.args.args}
    for one in function.body:
        if not isinstance(one, ast.If) or not names(one.test) & asked:
            continue
        within = [node for part in one.body for node in walk(part) if isinstance(node, ast.Call)]
        made = {
            ast.unparse(part.targets[0]): called(part.value)
            for part in (*text.all(ast.Assign),)
            if isinstance(part.value, ast.Call)
        }
        if any(called(one) in _ENCODES and made.get(owner_of(one), "") in _ENCODES[called(one)] for one in within):
            return one
    return None


def _fits_one(function: ast.FunctionDef, call: ast.Call) -> bool:
    """Whether a call lets a function fit an encoder: ``if tokenizer is None``, ``if fit``."""
    given = bound_or_default(function, call)
    for test in (one.test for one in function.body if isinstance(one, ast.If)):
        turned = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        inner = test.operand if isinstance(test, ast.UnaryOp) else test
        empty = isinstance(inner, ast.Compare) and isinstance(inner.ops[0], ast.Is)
        inner = inner.left if isinstance(inner, ast.Compare) and empty else inner
        value = given.get(inner.id) if isinstance(inner, ast.Name) else None
        if isinstance(value, ast.Constant):
            return (value.value is None) != turned if empty else bool(value.value) != turned
    return False


def _fits_its_own(text: Text, function: ast.FunctionDef) -> bool:
    """Whether a function always fits an encoder on what it is given, and gives the encoded rows alone."""
    last = function.body[-1]
    given = last.value if isinstance(last, ast.Return) else None
    fits = [
        node
        for one in function.body
        if isinstance(one, ast.Assign | ast.Expr | ast.Return)
        for node in walk(one)
        if isinstance(node, ast.Call) and called(node) in _ENCODES and _is_encoder(text, node)
    ]
    asked = {argument.arg for argument in function.args.args} - {"self"}
    used = (
        given is not None and any(f"{owner_of(fits[0])}" in ast.unparse(one) for one in function.body[-2:])
        if fits
        else False
    )
    return used and all(names(node) & asked for node in fits) and not isinstance(given, ast.Tuple)


def _shared(text: Text, function: ast.FunctionDef) -> ast.expr | None:
    """Where a function fits an encoder that was made outside of it."""
    made = {ast.unparse(target) for one in walk(function) if isinstance(one, ast.Assign) for target in one.targets}
    fits = [node for node in walk(function) if called(node) in _ENCODES and isinstance(node, ast.Call)]
    return next((node for node in fits if _is_encoder(text, node) and owner_of(node) not in made), None)


def _is_encoder(text: Text, call: ast.Call) -> bool:
    """Whether this fits what numbers words or kinds as it meets them."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    values = text.values.get(owner.id, []) if isinstance(owner, ast.Name) else []
    if isinstance(owner, ast.Attribute) and ast.unparse(owner.value) == "self":
        spelt = ast.unparse(owner)
        values = [
            one.value for one in text.all(ast.Assign) if any(ast.unparse(part) == spelt for part in one.targets)
        ]
    return bool(values) and all(called(value) in _ENCODES[called(call)] for value in values)


RULE = Rule(
    level=Level.ERROR,
    title="encoded anew for the question",
    instead="Fit the encoder once, on the training rows, and only transform what comes later.",
    text=_look,
)
