"""Things put together that do not belong together: layers of Keras 2 and 3, a text in place of texts, a judge
that goes on learning beside the generator."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.lookup import (
    Found,
    Text,
    argument_at,
    called,
    first_of,
    keyword,
    names,
    owner_of,
    walk,
)
from autograder.anatomy.source.names import api

_OLD = ("tf_keras", "tensorflow.python.keras")
_NEW = ("keras.", "tensorflow.keras.")
_ONLY_OLD = ("TF_USE_LEGACY_KERAS", "keras<3", "keras < 3")
_DEEP = 5
_MIXES = (
    "shuffle(",
    "permutation",
    "permuted",
    "train_test_split",
    ".sample(",
    "random.sample",
    "argsort",
    "choice(",
)
_NUMBERS_ANEW = frozenset({"fit_transform", "factorize", "unique", "subtract", "apply", "LabelEncoder", "where"})
_ONE_TEXT = frozenset({"read", "join", "lower", "upper", "strip", "replace", "decode", "translate", "read_text"})


def looks(text: Text) -> Found:
    """All that stands in a program."""
    for look in (_two_kinds, _one_text, _judge, _one_more, _class_by_class):
        yield from look(text)


def _two_kinds(text: Text) -> Found:
    """``keras.Sequential([tf_keras.layers.LSTM(32)])``, and the same the other way round."""
    if not any(old in text.whole for old in _OLD) or any(word in text.whole for word in _ONLY_OLD):
        return
    modules = _modules(text)
    for call in text.calls({"Sequential"}):
        given = argument_at(call, 0, "layers")
        listed = given.elts if isinstance(given, ast.List | ast.Tuple) else []
        yield from _strangers(text, modules, call, listed)
    for call in text.calls({"add"}):
        owner = text.resolved(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if called(owner) == "Sequential" and isinstance(owner, ast.Call):
            yield from _strangers(text, modules, owner, call.args)
    kinds = {_kind(modules, call) for call in text.calls({"Input"})}
    for call in text.all(ast.Call) if kinds == {"3"} else ():
        made = text.resolved(call.func)
        if isinstance(made, ast.Call) and called(made) in api()["layers"] and _kind(modules, made) == "2":
            yield "mixed", _stranger(made, "2"), call


def _strangers(text: Text, modules: dict[str, str], model: ast.Call, listed: list[ast.expr]) -> Found:
    """The layers that a model of the other Keras is given."""
    mine = _kind(modules, model)
    for part in listed:
        made = text.resolved(part)
        kind = _kind(modules, made)
        if isinstance(made, ast.Call) and mine and kind and kind != mine:
            yield "mixed", _stranger(made, kind), part


def _stranger(made: ast.Call, kind: str) -> str:
    other = "3" if kind == "2" else "2"
    return f"{called(made)} is a layer of Keras {kind}: a model of Keras {other} refuses it."


def _modules(text: Text) -> dict[str, str]:
    """What each imported name means."""
    found = {alias.asname or alias.name.split(".")[0]: alias.name if alias.asname else alias.name.split(".")[0]
             for node in text.all(ast.Import) for alias in node.names}  # fmt: skip
    for node in text.all(ast.ImportFrom):
        found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _kind(modules: dict[str, str], made: ast.AST) -> str:
    """Of which Keras a call makes something: ``2``, ``3``, or empty if that is not known."""
    spelt = ast.unparse(made.func) if isinstance(made, ast.Call) else ""
    root, _, rest = spelt.partition(".")
    dotted = f"{modules.get(root, '')}.{rest}"
    return "2" if dotted.startswith(_OLD) else "3" if dotted.startswith(_NEW) else ""


def _one_text(text: Text) -> Found:
    """``tokenizer.fit_on_texts(file.read())``: a text in place of a list of them."""
    for call in text.calls({"fit_on_texts", "texts_to_sequences", "texts_to_matrix"}):
        owner = getattr(call.func, "value", None)
        made = text.resolved(owner) if owner is not None else None
        letters = keyword(made, "char_level") if isinstance(made, ast.Call) else None
        asked = letters is not None and getattr(letters, "value", None) is not False
        given = call.args[0] if len(call.args) == 1 else keyword(call, "texts")
        if given is not None and not asked and called(made) == "Tokenizer" and _is_text(text, given):
            said = "This is one text, which is read letter by letter, as if each were a text"
            yield "one text", f"{said}: give a list of texts.", given


def _is_text(text: Text, node: ast.expr, depth: int = 0) -> bool:
    """Whether a value surely is one text."""
    if isinstance(node, ast.Name):
        every = text.values.get(node.id, []) if text.is_sure(node.id) and depth < _DEEP else []
        others = [value for value in every if not _bends(value, node.id)]
        return bool(others) and all(_is_text(text, value, depth + 1) for value in others)
    if isinstance(node, ast.BinOp):
        added = isinstance(node.op, ast.Add)
        return added and (_is_text(text, node.left, depth + 1) or _is_text(text, node.right, depth + 1))
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Slice) and _is_text(text, node.value, depth + 1)
    if isinstance(node, ast.Call):
        return _gives_text(text, node, depth)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _bends(value: ast.expr, name: str) -> bool:
    """Whether a text is made of the one before: ``text = text.lower()``."""
    owner = getattr(value.func, "value", None) if isinstance(value, ast.Call) else None
    return called(value) in _ONE_TEXT and isinstance(owner, ast.Name) and owner.id == name


def _gives_text(text: Text, node: ast.Call, depth: int) -> bool:
    """Whether a call gives one text: what a file holds, words that are joined, a text in other letters."""
    owner, name = node.func.value if isinstance(node.func, ast.Attribute) else None, called(node)
    if owner is None:
        return name == "str"
    if name in {"read", "read_text"}:
        return called(owner) in {"open", "Path"} or (isinstance(owner, ast.Name) and _is_file(text, owner.id))
    if name == "join":
        return isinstance(owner, ast.Constant) and isinstance(owner.value, str)
    return name in _ONE_TEXT and _is_text(text, owner, depth + 1)


def _is_file(text: Text, name: str) -> bool:
    """Whether a name holds an open file, here or in a ``with``."""
    opened = [item.context_expr for one in text.all(ast.With) for item in one.items
              if getattr(item.optional_vars, "id", "") == name]  # fmt: skip
    every = [*opened, *text.values.get(name, [])]
    return bool(every) and all(called(value) == "open" for value in every)


def _judge(text: Text) -> Found:
    """``gan = Sequential([generator, judge])`` with a judge that is trained by itself, and never frozen."""
    if "trainable" in text.whole or "GradientTape" in text.whole or "train_step" in text.whole:
        return
    trained = {owner_of(call) for call in text.calls({"train_on_batch"})}
    compiled = {owner_of(call): call for call in text.calls({"compile"})}
    for name, call in compiled.items():
        inner = _parts(text, name)
        judges = [part for part in inner if part in trained and part in compiled]
        if (
            name in trained
            and len(inner) > 1
            and len(judges) == 1
            and inner[-1] == judges[0]
            and _makes_up(text, inner[0])
        ):
            judge = judges[0]
            said = f"{judge} learns in {name}, too, where its answers should be wrong"
            yield (
                "judge",
                f"{said}: set {judge}.trainable = False before {name} is trained, and True before {judge} is.",
                call,
            )


def _parts(text: Text, name: str) -> list[str]:
    """The models in a model that is made of others, in order."""
    made = [one.value for one in text.all(ast.Assign) if any(ast.unparse(target) == name for target in one.targets)]
    if len(made) != 1 or not isinstance(made[0], ast.Call):
        return []
    if called(made[0]) == "Sequential":
        listed = made[0].args[0].elts if made[0].args and isinstance(made[0].args[0], ast.List) else []
        added = [call.args[0] for call in text.calls({"add"})
                 if call.args and owner_of(call) == name]  # fmt: skip
        return [ast.unparse(part) for part in (*listed, *added) if isinstance(part, ast.Name | ast.Attribute)]
    outputs = argument_at(made[0], 1, "outputs")
    found: list[str] = []
    for _ in range(4):
        outputs = text.resolved(outputs) if isinstance(outputs, ast.Name) else outputs
        if not isinstance(outputs, ast.Call) or len(outputs.args) != 1:
            break
        found.insert(0, ast.unparse(outputs.func))
        outputs = outputs.args[0]
    return found if called(made[0]) == "Model" else []


def _makes_up(text: Text, name: str) -> bool:
    """Whether a model is asked for rows, as a generator is."""
    asked = {owner_of(call) for call in text.calls({"predict", "predict_on_batch"})}
    return name in asked or any(ast.unparse(call.func) == name for call in text.all(ast.Call))


def _one_more(text: Text) -> Found:
    """``to_categorical`` of labels from 1 to 7 makes 8 columns, for a ``Dense(7)``."""
    for call in text.calls({"to_categorical"}):
        alone = len(call.args) == 1 and keyword(call, "num_classes", "nb_classes") is None
        last = _from_one(text, call.args[0]) if alone else 0
        units = [(argument_at(dense, 0, "units"), dense) for dense in text.calls({"Dense"})]
        wide = [dense for given, dense in units if given is not None and text.number(given) == last]
        if (
            last > 1
            and len(wide) == 1
            and not any(given is None or text.number(given) == last + 1 for given, _ in units)
        ):
            said = f"The labels go from 1 to {last}, of which to_categorical makes {last + 1} columns"
            yield "one more", f"{said}, one for a 0: take 1 from the labels.", wide[0]


def _from_one(text: Text, labels: ast.expr) -> int:
    """The last of labels that a table in the program numbers from 1; 0 if that is not so."""
    todo, seen, found = [labels], set(), 0
    for node in todo:
        for part in walk(node):
            if isinstance(part, ast.BinOp | ast.AugAssign | ast.IfExp) or called(part) in _NUMBERS_ANEW:
                return 0
            if isinstance(part, ast.Dict):
                numbers = sorted(value.value for value in part.values if type(getattr(value, "value", None)) is int)  # type: ignore[attr-defined]
                found = len(numbers) if numbers == [*range(1, len(part.values) + 1)] else found
            if isinstance(part, ast.Name) and part.id not in seen:
                seen.add(part.id)
                todo += text.values.get(part.id, [])
    changed = {name for one in text.all(ast.AugAssign) for name in names(one.target)}
    return 0 if seen & changed else found


def _class_by_class(text: Text) -> Found:
    """Labels that a loop over the classes appends, and ``validation_split``, which takes the last of them."""
    if "validation_split" not in text.whole or any(word in text.whole for word in _MIXES):
        return
    stacked = {name for loop in text.all(ast.For) for name in _stacked(loop)}
    for fit in text.calls({"fit"}):
        wanted, share = argument_at(fit, 1, "y"), keyword(fit, "validation_split")
        given = text.resolved(share) if share is not None else None
        if wanted is None or not isinstance(given, ast.Constant) or not given.value:
            continue
        used = names(wanted) | {
            name for part in names(wanted) for value in text.values.get(part, []) for name in names(value)
        }
        if used & stacked:
            said = "The rows were put together class by class, and validation_split takes the last ones"
            yield "by class", f"{said}: whole classes are missing.", fit


def _stacked(loop: ast.For) -> Iterator[str]:
    """The lists to which a loop appends its own number, once for each round of a loop within it."""
    within = [node for part in loop.body for node in walk(part) if isinstance(node, ast.For)]
    counted = called(loop.iter) in {"enumerate", "range"} and isinstance(loop.iter, ast.Call)
    target = first_of(loop.target)
    for call in (node for inner in within for part in inner.body for node in walk(part)):
        if not isinstance(call, ast.Call) or called(call) != "append" or not isinstance(call.func, ast.Attribute):
            continue
        own = isinstance(target, ast.Name) and [ast.unparse(part) for part in call.args] == [target.id]
        if counted and own and isinstance(call.func.value, ast.Name):
            yield call.func.value.id
