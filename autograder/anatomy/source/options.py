"""What a script is told on its command line: the numbers that it takes if it is told nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.anatomy.command_line import name_of
from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import Thing, plain
from autograder.anatomy.unknown import Place, Unknown

PARSERS, OPTIONS = "parsers", "options"
PARSER = "argparse.ArgumentParser"
_GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group"})


def parser(call: Call) -> Thing:
    """``argparse.ArgumentParser()``: its ``arguments`` are the options until now."""
    return Thing(PARSERS, "ArgumentParser", {}, call.place)


def method(of: Thing, name: str, call: Call) -> Any:
    """A method of a parser."""
    if name == "add_argument" and not call.open:
        of.arguments = {**of.arguments, **_option(call)}
    elif name == "set_defaults":
        of.arguments = {**of.arguments, **_numbers(call.keywords)}
    elif name in _GROUPS:
        return of
    options = Thing(OPTIONS, "Namespace", of.arguments, call.place)
    if name == "parse_args":
        return options
    return (options, ()) if name == "parse_known_args" else Unknown(f"what {name} gives", call.place)


def chosen(options: Thing, name: str, place: Place) -> Any:
    """``args.rate``: the default of a number, or of a list of them.

    Texts and switches choose what a program does: nobody knows which way.
    """
    return options.arguments.get(name, Unknown(f"the option {name}", place))


def _option(call: Call) -> Mapping[str, Any]:
    name, named = call.keywords.get("dest", ""), "dest" in call.keywords
    known = isinstance(name, str)
    return _numbers({name_of(call.arguments, name if named else None): call.keywords.get("default")}) if known else {}


def _numbers(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in given.items() if _is_number(value) or _are_numbers(plain(value))}


def _are_numbers(value: Any) -> bool:
    """Whether these are several numbers, such as the units of each layer."""
    return isinstance(value, tuple) and bool(value) and all(map(_is_number, value))


def _is_number(value: Any) -> bool:
    return type(value) in (int, float)
