"""Changes of single calls and imports in a piece of code; every other character of it stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from autograder.anatomy.source.syntax import without_magic

Spot = tuple[int, int]  # line from 1 and column from 0, within the code
CallChange = Callable[[cst.Call], cst.Call]


@dataclass
class Changes:
    """What to change in one piece of code.

    Attributes:
        calls: changes of the call that begins at a spot.
        imports: for an import that begins at a spot, the old name of the module and the new one.
        names: names to be called otherwise wherever they stand, and where they are imported.
    """

    calls: dict[Spot, list[CallChange]] = field(default_factory=dict)
    imports: dict[Spot, list[tuple[str, str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def rewritten(code: str, changes: Changes) -> str:
    """The code after the changes; as it was, if it cannot be parsed."""
    hidden = without_magic(code).split("\n")
    shown = code.split("\n")
    for masked in (False, True):
        lines = [_mask(number, old, new) for number, (old, new) in enumerate(zip(shown, hidden, strict=True))]
        try:
            wrapper = MetadataWrapper(cst.parse_module("\n".join(lines) if masked else code))
        except (cst.ParserSyntaxError, RecursionError):
            continue
        changed = wrapper.visit(_Rewriter(changes)).code
        return _unmask(changed, shown) if masked else changed
    return code


def _mask(number: int, old: str, new: str) -> str:
    indent = old[: len(old) - len(old.lstrip())]
    return old if old == new else f"{indent}pass  # line {number} of a notebook's own language"


def _unmask(code: str, shown: list[str]) -> str:
    masked = re.compile(r"\s*pass  # line (\d+) of a notebook's own language")
    lines = code.split("\n")
    return "\n".join(shown[int(found[1])] if (found := masked.fullmatch(line)) else line for line in lines)


class _Rewriter(cst.CSTTransformer):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes

    def _spot(self, node: cst.CSTNode) -> Spot:
        start = self.get_metadata(PositionProvider, node).start
        return start.line, start.column

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:  # noqa: N802
        for change in self.changes.calls.get(self._spot(original_node), ()):
            updated_node = change(updated_node)
        return updated_node

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:  # noqa: N802
        return updated_node.with_changes(value=self.changes.names.get(updated_node.value, updated_node.value))

    def visit_Attribute_attr(self, node: cst.Attribute) -> None:  # noqa: N802
        self._kept = self.changes.names
        self.changes.names = {}

    def leave_Attribute_attr(self, node: cst.Attribute) -> None:  # noqa: N802
        self.changes.names = self._kept

    def visit_Arg_keyword(self, node: cst.Arg) -> None:  # noqa: N802
        self._kept = self.changes.names
        self.changes.names = {}

    def leave_Arg_keyword(self, node: cst.Arg) -> None:  # noqa: N802
        self.changes.names = self._kept

    def leave_ImportFrom(  # noqa: N802
        self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom
    ) -> cst.ImportFrom:
        for old, new in self.changes.imports.get(self._spot(original_node), ()):
            updated_node = _moved(updated_node, old, new)
        return updated_node


def _moved(node: cst.ImportFrom, old: str, new: str) -> cst.ImportFrom:
    """``from keras.layers.core import Dense``, ``from keras.utils import np_utils``."""
    if node.module is None or node.relative:
        return node
    module = dotted(node.module)
    if f"{module}.".startswith(f"{old}."):
        return node.with_changes(module=_dots(new + module[len(old) :]))
    if module.endswith(f".{old}"):  # tensorflow.keras.…
        return node.with_changes(module=_dots(module[: -len(old)] + new))
    aliases = node.names
    if isinstance(aliases, cst.ImportStar) or len(aliases) != 1 or "." not in new:
        return node
    (alias,) = aliases
    if f"{module}.{alias.evaluated_name}" != old:
        return node
    parent, _, last = new.rpartition(".")
    name = cst.AsName(cst.Name(alias.evaluated_alias or alias.evaluated_name))
    renamed = alias.with_changes(name=cst.Name(last), asname=name)
    return node.with_changes(module=_dots(parent), names=[renamed])


def dotted(node: cst.BaseExpression) -> str:
    """``a.b.c`` as text; empty if it is something else."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr.value}" if before else ""
    return ""


def _dots(name: str) -> cst.Name | cst.Attribute:
    first, *rest = name.split(".")
    node: cst.Name | cst.Attribute = cst.Name(first)
    for part in rest:
        node = cst.Attribute(node, cst.Name(part))
    return node


def called(old: str, new: str) -> CallChange:
    """``….old(…)`` → ``….new(…)``."""

    def change(call: cst.Call) -> cst.Call:
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == old:
            return call.with_changes(func=call.func.with_changes(attr=cst.Name(new)))
        return call

    return change


def renamed(old: str, new: str, values: Mapping[str, str]) -> CallChange:
    """``old=…`` → ``new=…``; texts among the ``values`` change with it."""

    def change(call: cst.Call) -> cst.Call:
        if any(_is(argument, new) for argument in call.args):
            return call
        return call.with_changes(
            args=[rename(argument) if _is(argument, old) else argument for argument in call.args]
        )

    def rename(argument: cst.Arg) -> cst.Arg:
        value = argument.value
        if isinstance(value, cst.SimpleString) and value.evaluated_value in values:
            argument = argument.with_changes(value=cst.SimpleString(repr(values[str(value.evaluated_value)])))
        return argument.with_changes(keyword=cst.Name(new))

    return change


def given(name: str, value: str, position: int) -> CallChange:
    """``name=value``, in place of what is there, or added; ``position`` is where it stands without its name."""

    def change(call: cst.Call) -> cst.Call:
        expression = cst.parse_expression(value)
        unnamed = [argument for argument in call.args if argument.keyword is None]
        if any(argument.star for argument in call.args):
            return call
        if len(unnamed) > position:
            arguments = [a.with_changes(value=expression) if a is unnamed[position] else a for a in call.args]
            return call.with_changes(args=arguments)
        if any(_is(argument, name) for argument in call.args):
            arguments = [a.with_changes(value=expression) if _is(a, name) else a for a in call.args]
            return call.with_changes(args=arguments)
        return _appended(call, cst.Arg(expression, keyword=cst.Name(name), equal=_EQUAL))

    return change


_EQUAL = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
_SPACE = cst.SimpleWhitespace(" ")


def _appended(call: cst.Call, added: cst.Arg) -> cst.Call:
    if not call.args:
        return call.with_changes(args=[added])
    *others, last = call.args
    between = _SPACE
    if others and isinstance(others[-1].comma, cst.Comma) and "#" not in _text(others[-1].comma.whitespace_after):
        between = others[-1].comma.whitespace_after  # type: ignore[assignment]
    added = added.with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
    comma = cst.Comma(whitespace_after=between)
    last = last.with_changes(comma=comma, whitespace_after_arg=cst.SimpleWhitespace(""))
    return call.with_changes(args=[*others, last, added])


def without(name: str) -> CallChange:
    """Without the argument ``name=…``."""

    def change(call: cst.Call) -> cst.Call:
        arguments = list(call.args)
        for at in reversed(range(len(arguments))):
            if not _is(arguments[at], name):
                continue
            gone = arguments.pop(at)
            if at and at == len(arguments):
                kept = {"comma": gone.comma, "whitespace_after_arg": gone.whitespace_after_arg}
                arguments[-1] = arguments[-1].with_changes(**kept)
        return call.with_changes(args=arguments)

    return change


def kernel(sides: int) -> CallChange:
    """``Conv2D(32, 3, 3)`` → ``Conv2D(32, (3, 3))``."""

    def change(call: cst.Call) -> cst.Call:
        places = [argument for argument in call.args if argument.keyword is None and not argument.star]
        numbers = places[1 : sides + 1]
        if len(places) != sides + 1 or not all(isinstance(number.value, cst.Integer) for number in numbers):
            return call
        size = cst.parse_expression(f"({', '.join(_text(number.value) for number in numbers)})")
        arguments = list(call.args)
        last = arguments[sides]
        arguments[1 : sides + 1] = [last.with_changes(value=size)]
        return call.with_changes(args=arguments)

    return change


def unlisted(name: str, texts: frozenset[str]) -> CallChange:
    """Without the texts in the list ``name=[…]``; a list that would be empty goes with its name."""

    def change(call: cst.Call) -> cst.Call:
        for argument in call.args:
            if _is(argument, name) and isinstance(argument.value, cst.List | cst.Tuple):
                elements = list(argument.value.elements)
                kept = [element for element in elements if _literal(element.value) not in texts]
                if not kept:
                    return without(name)(call)
                if kept != elements and kept[-1] is not elements[-1]:
                    kept[-1] = kept[-1].with_changes(comma=elements[-1].comma)
                return call.with_deep_changes(argument.value, elements=kept)
        return call

    return change


def _literal(node: cst.BaseExpression) -> str:
    return str(node.evaluated_value) if isinstance(node, cst.SimpleString) else ""


def _is(argument: cst.Arg, name: str) -> bool:
    return argument.keyword is not None and argument.keyword.value == name


def _text(node: cst.CSTNode) -> str:
    return cst.Module(body=[]).code_for_node(node)
