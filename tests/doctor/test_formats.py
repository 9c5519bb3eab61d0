"""Text, JSON, SARIF and HTML: what they say, and that nothing in a file can speak through them."""

import json
import re
from html.parser import HTMLParser

import pytest

from autograder.doctor import formats
from autograder.doctor.formats.text import visible
from autograder.rules import all_rules

ORDER, GONE = "order/batch-norm-after-dropout", "keras3/gone-argument"
HOSTILE = '<script>alert(1)</script>"&\x1b[31m\u202e\x00\r'


def test_colour_is_for_terminals_unless_somebody_asks(doctor, script, monkeypatch):
    assert "\x1b" not in doctor(script).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror[" in doctor(script).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in doctor(script).out


def test_the_book_has_an_address_if_somebody_says_so(doctor, script, monkeypatch):
    assert (
        json.loads(doctor(script, "--format", "json").out)[0]["url"]
        == "chapters/rules/order.html#rule-order-batch-norm-after-dropout"
    )
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book/")
    url = "https://example.org/book/chapters/rules/order.html#rule-order-batch-norm-after-dropout"
    assert json.loads(doctor(script, "--format", "json").out)[0]["url"] == url
    rules = json.loads(doctor(script, "--format", "sarif").out)["runs"][0]["tool"]["driver"]["rules"]
    assert next(rule for rule in rules if rule["id"] == ORDER)["helpUri"] == url


def test_a_page_links_to_the_book_only_if_somebody_says_where_it_is(doctor, script, monkeypatch):
    place = "chapters/rules/order.html#rule-order-batch-norm-after-dropout"
    page = doctor(script, "--format", "html").out
    assert "a" not in [tag for tag, _ in Tags(page).met], "relative to the page there is no book"
    assert f"Read next: <code>{place}</code> in the course's book" in page
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book/")
    page = doctor(script, "--format", "html").out
    assert ("a", {"href": f"https://example.org/book/{place}"}) in Tags(page).met


def test_json_has_all_fields(doctor, script):
    entries = json.loads(doctor(script, "--format", "json").out)
    fields = ["path", "line", "column", "rule", "family", "level", "title", "message", "instead", "url"]
    assert [list(entry) for entry in entries] == [fields, fields]
    rule = all_rules()[GONE]
    assert entries[1] | {"message": ""} == {
        "path": str(script), "line": 10, "column": 11, "rule": GONE, "family": "keras3", "level": "error",
        "title": rule.title, "message": "", "instead": rule.instead, "url": entries[1]["url"],
    }  # fmt: skip


def test_sarif_keeps_to_the_standard(doctor, script):
    log = json.loads(doctor(script, "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules[: len(all_rules())]] == list(all_rules())
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning", "note"}
    assert not any("helpUri" in rule for rule in rules)  # it must be absolute, and the book has no address here
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [ORDER, GONE]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == f"file://{script}"
    end = 5 + len("keras.layers.BatchNormalization()")
    assert location["region"] == {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": end}


def test_sarif_of_a_relative_path_is_a_relative_address(doctor, script, monkeypatch):
    monkeypatch.chdir(script.parent)
    script.rename(script.parent / "a b:c%.py")
    log = json.loads(doctor("a b:c%.py", "--format", "sarif").out)
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%20b%3Ac%25.py"


def test_sarif_says_when_something_could_not_be_read(doctor, tmp_path):
    log = json.loads(doctor(tmp_path / "missing.py", "--format", "sarif").out)
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": False}]


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and whether they are balanced."""

    def __init__(self, text):
        super().__init__()
        self.met, self.open, self.balanced = [], [], True
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.met.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag


def test_the_page_stands_alone_and_has_a_structure(doctor, script):
    text = doctor(script, "--format", "html").out
    tags = Tags(text)
    assert tags.balanced
    assert tags.open == []
    names = [tag for tag, _ in tags.met]
    assert {"script", "link", "img", "iframe"}.isdisjoint(names)
    assert (names.count("h1"), names.count("h2"), names.count("h3"), names.count("main")) == (1, 1, 2, 1)
    assert ("html", {"lang": "en"}) in tags.met
    assert "prefers-color-scheme: dark" in text
    assert "<mark>keras.layers.BatchNormalization()</mark>" in text
    assert re.findall(r"url\(|@import|https?:", text) == []


def test_what_a_file_holds_is_only_shown(doctor, tmp_path):
    name = "<img src=x>\x1b[2J.py"
    (tmp_path / name).write_text(
        f"import keras\nmodel = keras.Sequential([keras.layers.Dense(output_dim=1)])  # {HOSTILE}\n"
    )
    page = doctor(tmp_path, "--format", "html").out
    assert {"script", "img"}.isdisjoint(tag for tag, _ in Tags(page).met)
    for form in ("text", "html", "sarif", "json"):
        shown = doctor(tmp_path, "--format", form).out
        assert not set("\x1b\x00\u202e\r") & set(shown)
    assert visible("a\tb\x1bc") == "a b\ufffdc"


def test_a_long_line_is_shown_in_part_with_the_caret_in_place(doctor, tmp_path):
    line = "x = " + "'ä漢', " * 2000 + "keras.layers.Dense(output_dim=1), " + "0, " * 2000
    (tmp_path / "long.py").write_text(f"import keras\n{line}\n")
    lines = doctor(tmp_path, "--verbose").out.splitlines()
    assert all(len(line) < 130 for line in lines if not line.startswith(str(tmp_path)))
    wide = lines[1][: lines[1].index("keras.layers")]
    assert lines[2].index("^") == len(wide) + wide.count("漢")


def test_a_finding_stands_at_the_argument_of_a_call_over_several_lines(doctor, tmp_path):
    text = (
        'import keras\nmodel = keras.Sequential([keras.layers.Dense(\n    1,  # ä\n    activation="softmax",\n)])\n'
    )
    (tmp_path / "long.py").write_text(f"{text}model.compile('adam', 'binary_crossentropy')\n")
    lines = doctor(tmp_path, "--verbose", rules="head/softmax-on-one-unit").out.splitlines()
    at = next(number for number, line in enumerate(lines) if "softmax-on-one-unit" in line)
    assert ":4:16:" in lines[at]
    assert lines[at + 1] == '       4 |     activation="softmax",'
    assert lines[at + 2] == "         |                ^~~~~~~~~"
    found = json.loads(doctor(tmp_path, "--format", "json", rules="head/softmax-on-one-unit").out)
    assert [(one["line"], one["column"]) for one in found] == [(4, 16)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_summary_counts(number, doctor, tmp_path, script):
    text = script.read_text()
    script.unlink()
    for name in range(number):
        (tmp_path / f"{name}.py").write_text(text)
    expected = {
        0: "Nothing found in 0 files.",
        1: "2 findings in 1 file: 1 error, 1 warning, 0 notes.",
        2: "4 findings in 2 files: 2 errors, 2 warnings, 0 notes.",
    }
    assert doctor(tmp_path).out.splitlines()[-1] == expected[number]
    assert formats.summary([]) == expected[0]


OLD = (
    "from keras.layers.core import Dense, Dropout\nfrom keras.models import Sequential\nmodel = Sequential()\n"
    "model.add(Dense(input_dim=4, output_dim=8, init='uniform'))\nmodel.add(Dropout(p=0.2))\n"
    "model.add(Dense(output_dim=2, activation='softmax'))\n"
    "model.compile(optimizer='adam', loss='mse', metrics=['accuracy'])\nmodel.fit(x, y, nb_epoch=3)\n"
)


def test_an_old_program_is_said_to_be_old_once_unless_somebody_asks(doctor, tmp_path):
    path = tmp_path / "old.py"
    path.write_text(OLD)
    assert doctor(path, rules="keras3").out.count("[keras3/") >= 5
    assert "keras3" not in doctor(path, "--target", "keras2", rules="").out
