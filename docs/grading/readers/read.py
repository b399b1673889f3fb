"""Reads golden files of reports with check50, junitparser and jsonschema, and fails where they read something else."""

import csv
import gettext
import json
import pathlib
import sys

import jsonschema
import junitparser

# check50 wants its translations installed
gettext.install("check50")

from check50 import renderer  # noqa: E402
from check50.runner import CheckResult  # noqa: E402

golden = pathlib.Path(sys.argv[1])
schema = json.loads(pathlib.Path(sys.argv[2]).read_text())


def expect(what, actual, expected):
    if actual != expected:
        sys.exit(f"{what}: {actual!r}, expected {expected!r}")
    print(f"ok  {what}: {actual!r}")


def check50():
    for name, passed in {
        "passed": [True, True, True],
        "mixed": [True, True, False, True, False, False, None, None],
        "undecided": [True, None, None, True],
    }.items():
        report = json.loads((golden / f"check50-{name}.json").read_text())
        results = [CheckResult.from_dict(one) for one in report["results"]]
        expect(f"check50 {name}", [one.passed for one in results], passed)
        ansi = renderer.to_ansi(**report, _log=True)
        expect(f"check50 {name}, on a terminal", (ansi.count(":) "), ansi.count(":( "), ansi.count(":| ")),
               (passed.count(True), passed.count(False), passed.count(None)))
        html = renderer.to_html(**report)
        expect(f"check50 {name}, as a page", html.count("<h3 "), len(passed))
    error = json.loads((golden / "check50-not-graded.json").read_text())
    expect("check50 not graded", ("results" in error, error["error"]["actions"]["show_traceback"]), (False, False))


def junit():
    for name, counts in {
        "passed": (3, 0, 0, 0),
        "mixed": (8, 3, 0, 2),
        "undecided": (4, 0, 2, 0),
        "not-graded": (1, 0, 1, 0),
    }.items():
        xml = junitparser.JUnitXml.fromfile(str(golden / f"junit-{name}.xml"))
        suite = next(iter(xml))
        expect(f"JUnit {name}, as it says", (suite.tests, suite.failures, suite.errors, suite.skipped), counts)
        suite.update_statistics()
        expect(f"JUnit {name}, as counted", (suite.tests, suite.failures, suite.errors, suite.skipped), counts)


def deckhand():
    validator = jsonschema.Draft202012Validator(schema)
    for file in sorted(golden.glob("json-*.json")):
        expect(f"our schema, {file.name}", [error.message for error in validator.iter_errors(json.loads(file.read_text()))], [])


def table():
    with open(golden / "csv-class.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    expect("CSV, points", [row["points"] for row in rows], ["6", "3", "", ""])
    expect("CSV, status", [row["status"] for row in rows], ["final", "final", "undecided", "not graded"])


def gradescope():
    # a score that isn't there is summed up from the tests; ours are the same
    for name in ("passed", "mixed"):
        report = json.loads((golden / f"gradescope-{name}.json").read_text())
        expect(f"Gradescope {name}", round(sum(test["score"] for test in report["tests"]), 2), report["score"])


check50()
junit()
deckhand()
table()
gradescope()
