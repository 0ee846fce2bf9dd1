"""Runs the kernel's conformance tests and prints what came of each as JSON.

`run.py --list` prints their names alone. A test that was skipped, or a part of one, counts as
failed unless `EXPECTED_SKIPS` says why it has to be.
"""

import json
import logging
import sys
import unittest

import test_conformance
import test_notebooks
import test_protocol

EXPECTED_SKIPS = test_conformance.EXPECTED_SKIPS


class Recorder(unittest.TestResult):
    """Keeps for each test what went wrong with it or with its parts."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def startTest(self, test):
        super().startTest(test)
        self.outcomes[name_of(test)] = {"problems": []}

    def add_problem(self, test, text):
        outcome = self.outcomes.setdefault(name_of(test), {"problems": []})
        outcome["problems"].append(text)

    def addError(self, test, err):
        self.add_problem(test, self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        self.add_problem(test, self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.add_problem(test, self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        whole = getattr(test, "test_case", test)
        if name_of(whole) not in EXPECTED_SKIPS:
            self.add_problem(whole, f"skipped though it should not be: {reason}")


def name_of(test):
    return test.id()


def names_in(suite):
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            yield from names_in(part)
        else:
            yield part.id()


def load():
    loader = unittest.TestLoader()
    modules = [test_conformance, test_protocol, test_notebooks]
    return unittest.TestSuite(loader.loadTestsFromModule(module) for module in modules)


def main():
    suite = load()
    if "--list" in sys.argv:
        print(json.dumps(list(names_in(suite))))
        return
    logging.disable(logging.WARNING)
    recorder = Recorder()
    suite.run(recorder)
    print(json.dumps(recorder.outcomes))


main()
