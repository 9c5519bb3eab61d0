"""The same program in another dress: its settings under names, in a dictionary, in a class, or given to a function.

A rule says of it what it says of the settings where they are used, of right programs as well.
"""

import ast
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from autograder.anatomy.source import read_source
from autograder.rules import all_rules

from ..rotation import todays
from .test_rules import HEAD, PARTS

Kept = list[tuple[str, object]]
NO_SETTINGS = frozenset({"format", "join", "replace", "split", "get", "range", "print", "open", "super", "getattr"})


class Dressed(ast.NodeTransformer):
    """Puts a name in the place of each number, text and switch that a call is given."""

    def __init__(self, spelt: str) -> None:
        self.spelt, self.kept = spelt, Kept()

    def put(self, value: ast.expr, name: str) -> ast.expr:
        if not isinstance(value, ast.Constant) or not isinstance(value.value, str | int | float) or value.value == "":
            return value
        self.kept.append((f"{name}_{len(self.kept)}", value.value))
        return ast.parse(self.spelt.format(self.kept[-1][0]), mode="eval").body

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in NO_SETTINGS:
            node.args = [self.put(part, name.lower()) for part in node.args]
            for given in node.keywords:
                given.value = self.put(given.value, given.arg or "")
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = [self.visit(part) for part in node.body]
        return node


def names(kept: Kept) -> str:
    return "\n".join(f"{name} = {value!r}" for name, value in kept)


def dictionary(kept: Kept) -> str:
    return f"CFG = {dict(kept)!r}"


def of_dict(kept: Kept) -> str:
    return f"cfg = dict({', '.join(f'{name}={value!r}' for name, value in kept)})"


def data_class(kept: Kept) -> str:
    fields = "\n".join(f"    {name}: {type(value).__name__} = {value!r}" for name, value in kept)
    return f"from dataclasses import dataclass\n@dataclass\nclass Knobs:\n{fields}\nknobs = Knobs()"


DRESSES: dict[str, tuple[str, Callable[[Kept], str]]] = {
    "names": ("{}", names),
    "a dictionary": ("CFG[{!r}]", dictionary),
    "dict": ("cfg[{!r}]", of_dict),
    "a data class": ("knobs.{}", data_class),
}


def parted(code: str) -> tuple[list[ast.stmt], list[ast.stmt]]:
    """The imports of a program, and everything else."""
    every = ast.parse(code).body
    imports = [node for node in every if isinstance(node, ast.Import | ast.ImportFrom)]
    return imports, [node for node in every if node not in imports]


def spelt_out(body: list[ast.stmt]) -> str:
    return ast.unparse(ast.fix_missing_locations(ast.Module(body, [])))


def dressed(code: str, spelt: str, kept_in: Callable[[Kept], str]) -> str:
    wears = Dressed(spelt)
    imports, others = parted(code)
    others = [wears.visit(node) for node in others]
    return spelt_out([*imports, *(ast.parse(kept_in(wears.kept)).body if wears.kept else []), *others])


def in_a_function(code: str, *, given: bool) -> str:
    """The program as a function that is called once, and that is ``given`` its settings or has them in it."""
    wears = Dressed("{}")
    imports, others = parted(code)
    others = [wears.visit(node) for node in others] if given else others
    called = ", ".join(f"{name}={value!r}" for name, value in wears.kept)
    made = ast.parse(f"def main({', '.join(name for name, _ in wears.kept)}):\n    pass\nmain({called})").body
    if others and isinstance(made[0], ast.FunctionDef):
        made[0].body = others
    return spelt_out([*imports, *made])


def is_python(part: str) -> bool:
    try:
        ast.parse(part)
    except SyntaxError:
        return False
    return True


CASES: Sequence[tuple[str, Path, str]] = [
    (dress, path, part) for path, part in PARTS if is_python(part[part.index("\n") :]) for dress in DRESSES
]


@pytest.mark.parametrize(
    ("dress", "path", "part"),
    todays(CASES, 7),
    ids=lambda value: value.parent.name + "/" + value.stem if isinstance(value, Path) else value.splitlines()[0],
)
def test_a_rule_sees_through_the_dress(dress, path, part):
    rule = all_rules()[f"{path.parent.name}/{path.stem.replace('_', '-')}"]
    code = HEAD + part[part.index("\n") :]
    plain = list(rule.faults(read_source(ast.unparse(ast.parse(code)))))
    found = list(rule.faults(read_source(dressed(code, *DRESSES[dress]))))
    assert bool(found) == bool(plain), dressed(code, *DRESSES[dress])


@pytest.mark.parametrize(
    ("path", "part"),
    todays([(path, part) for path, part in PARTS if is_python(part[part.index("\n") :])], 7),
    ids=lambda value: value.parent.name + "/" + value.stem if isinstance(value, Path) else value.splitlines()[0],
)
def test_a_rule_sees_what_a_function_is_given(path, part):
    rule = all_rules()[f"{path.parent.name}/{path.stem.replace('_', '-')}"]
    code = HEAD + part[part.index("\n") :]
    given = in_a_function(code, given=True)
    plain, found = (list(rule.faults(read_source(one))) for one in (in_a_function(code, given=False), given))
    assert bool(found) == bool(plain), given
