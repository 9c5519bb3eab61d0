"""Reads thousands of damaged programs, asks the rules about them, and says whether the reader ever made a mistake.

``.venv/bin/python scripts/fuzz_source.py [--programs 10000] [--seed 0]`` exits with 1 if it did, or took too long.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import read_source
from autograder.rules import diagnose

PROGRAMS = Path(__file__).resolve().parents[1] / "tests" / "anatomy" / "programs"
LONGEST = 5.0  # seconds for one program
_WORDS = (
    "keras", "model", "layers", "Dense", "Sequential", "Input", "None", "True", "0", "-1", "10**9", "'x'",
    "[]", "{}", "()",
    "lambda x: x", "x", "self", "*", "**", "model.add(model)", "model(model)", "model.layers", "yield",
    "await x", "...",
    "model.fit(x, y)", "model.compile('sgd', 'mse')", "unknown()", "if unknown():\n    ", "while unknown():\n    ",
    "for i in range(9):\n    ", "def f(x):\n    return ", "class A(keras.Model):\n    ",
    "try:\n    pass\nexcept E:\n    ",
    "return", "break", "continue", "raise", "del model", "global model", "trainable", "input_shape=(4,)",
    "'''", "#", "\\\n",
    "\t", "\0", "é", "print 1", "%time", "```", "{code-cell}",
)  # fmt: skip

_EXPRESSIONS = (
    "unknown()", "unknown", "model", "model.layers", "[model, model]", "10**9", "-1", "None", "True",
    "'x' * 3", "[]", "{}", "x",
    "lambda *a, **k: a", "keras.Sequential(model)", "keras.Model(x, x)", "model(x)",
    "x if unknown() else model", "super()",
    "[layer for layer in model.layers]", "(yield)", "model.pop()", "model.add(model)", "keras.Input((3,))",
    "x[0]", "x[:, 1:]",
    "model.output", "layers.Dense(3)(x)", "x + x", "print", "self", "model.compile('sgd', 'mse')",
    "dict(a=1)", "f'{x}'",
)  # fmt: skip
_WRAPPERS = (
    "if unknown(): pass", "while unknown(): pass", "while True: pass", "for x in range(5): pass",
    "for x in unknown(): pass",
    "for x in model.layers: pass", "def f(x, *a, y=1, **k): pass", "class A(keras.Model): pass",
    "class A: pass", "with x as y: pass",
    "try: pass\nexcept E as e: x = 1", "try: pass\nfinally: x = 1", "if True: pass",
    "def __init__(self): pass", "async def f(): pass",
)  # fmt: skip


def corpus(folder: Path) -> dict[str, str]:
    """The programs to damage, by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def mutated(text: str, seed: int, others: list[str]) -> str:
    """The program after one to six random changes: of its syntax tree, which leaves it a program, or of its text."""
    pick = random.Random(seed)  # noqa: S311  # chance, not secrecy
    if pick.random() < 0.6 and (tree := parsed(text)) is not None:
        for _ in range(pick.randint(1, 6)):
            change = change_expression if pick.random() < 0.6 else change_statements
            change(tree, pick, parsed(pick.choice(others)) or tree)
        with suppress(ValueError, RecursionError):  # some trees cannot be written down
            return ast.unparse(ast.fix_missing_locations(tree))
    for _ in range(pick.randint(1, 6)):
        text = pick.choice(_CHANGES)(text, pick, others)
    return text


def parsed(text: str) -> ast.Module | None:
    """The syntax tree; None if this is no script."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def change_statements(tree: ast.Module, pick: random.Random, donor: ast.Module) -> None:
    """Wrap, drop, repeat or add a few statements."""
    blocks = [block for node in ast.walk(tree) if isinstance(block := getattr(node, "body", None), list) and block]
    others = [block for node in ast.walk(donor) if isinstance(block := getattr(node, "body", None), list) and block]
    block, source = pick.choice(blocks or [tree.body]), pick.choice(others or [donor.body])
    at, count = pick.randint(0, len(block)), pick.randint(1, 3)
    some = block[at : at + count] or [ast.Pass()]
    wrapper: Any = ast.parse(pick.choice(_WRAPPERS)).body[0]
    wrapper.body = some
    taken = copy.deepcopy(source[:count])
    block[at : at + count] = pick.choice([[wrapper], [wrapper], [ast.Pass()], some * 2, [*some, *taken], taken])


def change_expression(tree: ast.Module, pick: random.Random, donor: ast.Module) -> None:
    """Put an expression in place of another."""
    places: list[tuple[Any, Any]] = []
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and name not in {"target", "optional_vars"}:
                places.append((vars(node), name))
            elif isinstance(value, list) and name != "targets":
                places += [(value, at) for at, item in enumerate(value) if isinstance(item, ast.expr)]
    given = [node for node in ast.walk(donor) if isinstance(node, ast.expr) and not isinstance(node, ast.Starred)]
    short = ast.parse(pick.choice(_EXPRESSIONS), mode="eval").body
    if places:
        owner, key = pick.choice(places)
        owner[key] = copy.deepcopy(pick.choice([*given, short]) if pick.random() < 0.7 else short)


def _span(text: str, pick: random.Random, longest: int) -> tuple[int, int]:
    start = pick.randint(0, len(text))
    return start, min(len(text), start + pick.randint(0, longest))


def _cut(text: str, pick: random.Random, others: list[str]) -> str:
    start, end = _span(text, pick, 40)
    return text[:start] + text[end:]


def _insert(text: str, pick: random.Random, others: list[str]) -> str:
    at = pick.randint(0, len(text))
    return text[:at] + pick.choice(_WORDS) + text[at:]


def _replace_word(text: str, pick: random.Random, others: list[str]) -> str:
    words = sorted({word for word in text.replace("(", " ").replace(",", " ").replace(".", " ").split() if word})
    return text.replace(pick.choice(words), pick.choice([*_WORDS, *words]), pick.randint(1, 3)) if words else text


def _move_line(text: str, pick: random.Random, others: list[str]) -> str:
    lines = text.split("\n")
    lines.insert(pick.randint(0, len(lines)), lines.pop(pick.randrange(len(lines))))
    return "\n".join(lines)


def _repeat_line(text: str, pick: random.Random, others: list[str]) -> str:
    lines = text.split("\n")
    at = pick.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at : at + pick.randint(1, 5)] * pick.randint(2, 9) + lines[at:])


def _indent(text: str, pick: random.Random, others: list[str]) -> str:
    lines = text.split("\n")
    at, opening = pick.randrange(len(lines)), pick.choice([word for word in _WORDS if word.endswith("\n    ")])
    count = pick.randint(1, 4)
    body = ["    " + line for line in lines[at : at + count]]
    return "\n".join([*lines[:at], opening.rstrip(" \n"), *body, *lines[at + count :]])


def _splice(text: str, pick: random.Random, others: list[str]) -> str:
    other = pick.choice(others).split("\n")
    lines = text.split("\n")
    return "\n".join(lines[: pick.randint(0, len(lines))] + other[pick.randint(0, len(other)) :])


_CHANGES = (_cut, _insert, _replace_word, _replace_word, _move_line, _repeat_line, _indent, _indent, _splice)


def main() -> int:
    """Run, print a summary, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    seeds = corpus(PROGRAMS)
    names, others = sorted(seeds), list(seeds.values())
    found: Counter[str] = Counter()
    slowest, wrong = 0.0, 0
    for number in range(asked.programs):
        name = names[number % len(names)]
        text = mutated(seeds[name], asked.seed + number, others)
        begin = time.perf_counter()
        program = read_source(text, name)
        diagnose(program)
        took = time.perf_counter() - begin
        slowest = max(slowest, took)
        for model in program.models:
            shapes(model.anatomy)
        kinds = {failure.kind for failure in program.failures}
        found.update(kinds or {"read"})
        found.update("complete models" if model.complete else "models with unknowns" for model in program.models)
        if "reader" in kinds or took > LONGEST:
            wrong += 1
            print(f"--- seed {asked.seed + number}, {name}, {took:.1f} s: {sorted(kinds)}\n{text}\n")
    print(f"{asked.programs} programs; {wrong} wrong; the slowest took {slowest:.2f} s")
    print(", ".join(f"{kind}: {count}" for kind, count in found.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
