"""``autograder doctor``: its options, what it prints, and how it ends.

It starts in a fraction of a second because it imports what it needs when it needs it: no TensorFlow, no pandas, and
for plain text no rich.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

from autograder.doctor import choosing
from autograder.doctor.examine import STDIN, Examined, examine, examine_bytes
from autograder.doctor.files import wanted
from autograder.doctor.formats import FORMATS
from autograder.rules.rule import Level, Rule

CLEAN, FOUND, BROKEN, STOPPED = 0, 1, 2, 130
_ABOUT = """\
Say what is wrong with a Keras program or a saved model, why it hurts, and what to do instead.

Nothing is run: the doctor reads scripts, notebooks (.ipynb, MyST .md) and saved models (.keras). In a folder
it finds them itself; it skips hidden folders, virtual environments and node_modules, and is
silent on files without Keras.
"""
_MORE = """\
examples:
  autograder doctor train.py                     one script, a line for each finding
  autograder doctor train.py --verbose           why each of them hurts, and what to do instead
  autograder doctor notebooks/ model.keras       a folder, and a saved model
  autograder doctor - < train.py                 what comes on standard input
  autograder doctor . --select head,order        only these families
  autograder doctor . --ignore keras3            all but these
  autograder doctor train.py --target keras2     for who stays with Keras 2
  autograder doctor train.py --diff              show what --fix would rewrite
  autograder doctor . --format sarif -o found.sarif
  autograder doctor --explain order/batch-norm-after-dropout

to silence a finding, write on its line, or on the first or last line of its statement:
  # doctor: ignore                     everything
  # doctor: ignore[head, order/...]    these rules or families

exit codes:
  0    nothing at or above --fail-on
  1    there are findings (with --diff: something would be rewritten)
  2    a file could not be read or parsed, or an option is wrong
  130  interrupted

AUTOGRADER_BOOK is the address of your built book, for whole links; NO_COLOR and FORCE_COLOR are obeyed.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("Stopped.")
        return STOPPED
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except (choosing.UnknownRule, OSError) as error:
        _say(f"autograder doctor: error: {error}")
        return BROKEN
    return code


def _parser() -> argparse.ArgumentParser:
    shape = partial(argparse.RawDescriptionHelpFormatter, width=100)  # asking the terminal would import shutil
    parser = argparse.ArgumentParser("autograder doctor", description=_ABOUT, epilog=_MORE, formatter_class=shape)
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    add("--format", choices=FORMATS, default="text", help="how to say it (default: text)")
    add("--verbose", "-v", action="store_true", help="show each line, why it hurts, and what to do instead")
    add("--output", "-o", metavar="FILE", help="write there instead of to the terminal")
    add("--select", action="append", default=[], metavar="RULES", help="only these: ids, families, or how they begin")
    add("--ignore", action="append", default=[], metavar="RULES", help="all but these")
    add("--target", choices=["keras2", "keras3"], default="keras3", help="which Keras runs it (default: keras3)")
    levels = [level.value for level in Level]
    add("--fail-on", choices=[*levels, "never"], default="error", help="from which level the exit code is 1 (error)")
    add("--fix", action="store_true", help="rewrite what can be rewritten safely, then say what remains")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: also what changes the results")
    add("--diff", action="store_true", help="show what --fix would rewrite, and write nothing")
    add("--explain", metavar="RULE", help="print a rule's page, with the effects that were measured")
    add("--list", action="store_true", help="list all rules, by family")
    return parser


def _run(asked: argparse.Namespace) -> int:
    if asked.explain or asked.list:
        from autograder.doctor import explaining  # noqa: PLC0415

        rule = choosing.rule_called(asked.explain) if asked.explain else None
        _write(explaining.page(rule) if rule else explaining.listing(), asked.output)
        return CLEAN
    if not asked.paths:
        _parser().error("name a file or a folder, or - for standard input; --help has examples")
    ignored = [*asked.ignore, *(["keras3"] if asked.target == "keras2" else [])]
    rules, silent = choosing.chosen(asked.select, ignored), choosing.unheard(ignored)
    if asked.fix or asked.diff:
        changed = _mend(asked, rules)
        if asked.diff:
            unread = not all(_heard(one, silent).readable for one in examine_all(asked.paths, rules))
            return BROKEN if unread else FOUND if changed else CLEAN
    examined = [_heard(one, silent) for one in examine_all(asked.paths, rules)]
    report(examined, asked)
    return exit_code(examined, asked.fail_on)


def _mend(asked: argparse.Namespace, rules: Sequence[Rule]) -> bool:
    """Rewrite the files, or show how they would be rewritten. Whether there is anything."""
    from autograder.doctor.fixing import mend_file  # noqa: PLC0415  (libcst takes longer than all of the rest)
    from autograder.doctor.fixing.difference import difference  # noqa: PLC0415

    shown = []
    for path, _ in wanted(asked.paths):
        if path == "-":
            raise OSError("standard input cannot be rewritten: name a file")
        fixed = mend_file(path, rules, save=not asked.diff, unsafe=asked.unsafe_fixes)
        for sentence in fixed.refused if fixed else ():
            _say(sentence)
        if fixed and fixed.count:
            shown.append(difference(fixed.before, fixed.after, path))
            _say(f"{path}: {fixed.count} {'would be' if asked.diff else ''} mended.".replace("  ", " "))
    if asked.diff:
        _write("".join(shown), asked.output)
    return bool(shown)


def examine_all(paths: Sequence[str], rules: Sequence[Rule]) -> Iterator[Examined]:
    """One file after the other, with the progress on the terminal."""
    terminal = sys.stderr.isatty()
    for number, (path, named) in enumerate(wanted(paths), 1):
        if terminal and number > 1:
            sys.stderr.write(f"\r\x1b[K{number}: {path[-60:]!r}")
            sys.stderr.flush()
        if path == "-":
            yield examine_bytes(sys.stdin.buffer.read(), STDIN, rules)
        else:
            yield examine(path, rules, named=named)
    if terminal:
        sys.stderr.write("\r\x1b[K")


def _heard(one: Examined, silent: frozenset[str]) -> Examined:
    """Without what was ignored of the findings about reading; who ignores them does not want them to count."""
    if not silent or not any(finding.rule.id in silent for finding in one.findings):
        return one
    kept = tuple(finding for finding in one.findings if finding.rule.id not in silent)
    return Examined(one.path, kept, True, one.text)


def report(examined: Sequence[Examined], asked: argparse.Namespace) -> None:
    """Print or write it, in the format that was asked for."""
    if asked.format == "text":
        from autograder.doctor.formats import text  # noqa: PLC0415

        style = text.Style() if asked.output else text.Style.of(sys.stdout)
        shown = "".join(text.render(examined, style, verbose=asked.verbose, folded=not asked.select))
    elif asked.format == "json":
        from autograder.doctor.formats import records  # noqa: PLC0415

        shown = records.render(examined)
    elif asked.format == "sarif":
        from autograder.doctor.formats import sarif  # noqa: PLC0415

        shown = sarif.render(examined)
    else:
        from autograder.doctor.formats import page  # noqa: PLC0415

        shown = page.render(examined)
    _write(shown, asked.output)


def exit_code(examined: Sequence[Examined], fail_on: str) -> int:
    """2 if something could not be read, 1 if there are findings at or above the level, else 0."""
    if not all(one.readable for one in examined):
        return BROKEN
    levels = [level.value for level in Level]
    failing = levels[: levels.index(fail_on) + 1] if fail_on in levels else []
    return FOUND if any(finding.rule.level in failing for one in examined for finding in one.findings) else CLEAN


def _write(shown: str, output: str | None) -> None:
    if output is None:
        sys.stdout.write(shown)
        return
    from autograder.doctor.writing import write  # noqa: PLC0415

    write(output, shown.encode("utf-8", "backslashreplace"))


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
