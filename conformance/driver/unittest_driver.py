"""Runs one test module of CPython and writes one line a method; the same file runs under Adder and under the oracle.

    unittest_driver.py RESULTS MODULE [--match NAMES] [--done FILE] [--mark]

RESULTS receives, line by line as it happens, TAB-separated: `plan ID`, `start ID`, `pass ID`, `fail ID REASON`,
`skip ID REASON`, `load - REASON` (the module could not be loaded) and `end`.  With --match only ids that contain one
of the names (one a line) run, with --done those in that file do not.  --mark makes an oracle look like another
implementation without CPython's internal test modules: what is then skipped for that reason is not asked of others.
"""

import sys


def main(argv):
    results = open(argv[1], "w", encoding="utf-8", errors="backslashreplace")
    module = argv[2]
    match = done = None
    rest = argv[3:]
    while rest:
        option = rest.pop(0)
        if option == "--mark":
            mark()
        elif option == "--match":
            match = rest.pop(0).split("\n")
        elif option == "--done":
            done = read_ids(rest.pop(0))

    def say(*words):
        results.write("\t".join([one_line(word) for word in words]) + "\n")
        results.flush()

    import unittest
    from test import support
    support.use_resources = {}
    support.verbose = 0

    prefix = module + "."
    seen = {}

    def name_of(test):
        name = test.id()
        if name.startswith(prefix):
            name = name[len(prefix):]
        return name

    class Result(unittest.TestResult):
        """Writes each outcome down at once; failed subtests fail their method."""

        def startTest(self, test):
            super().startTest(test)
            self.bad = None
            self.why_skipped = None
            say("start", name_of(test))

        def stopTest(self, test):
            super().stopTest(test)
            name = name_of(test)
            if self.bad is not None:
                say("fail", name, self.bad)
            elif self.why_skipped is not None:
                say("skip", name, self.why_skipped)
            else:
                say("pass", name)

        def note(self, test, error):
            reason = describe(error)
            if type(test).__name__ == "_ErrorHolder":
                self.fixture("fail", test, reason)
            elif self.bad is None:
                self.bad = reason

        def addError(self, test, error):
            self.note(test, error)

        def addFailure(self, test, error):
            self.note(test, error)

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.note(test, error)

        def addSkip(self, test, reason):
            if type(test).__name__ == "_ErrorHolder":
                self.fixture("skip", test, reason)
            elif hasattr(test, "test_case"):
                pass
            else:
                self.why_skipped = reason

        def addExpectedFailure(self, test, error):
            pass

        def addUnexpectedSuccess(self, test):
            self.bad = "unexpected success"

        def fixture(self, status, holder, reason):
            """setUpClass or setUpModule went wrong: none of the methods below it ran."""
            what, _, where = holder.id().partition(" (")
            if not what.startswith("setUp"):
                return
            where = where.rstrip(")")
            for name in list(seen):
                full = prefix + name
                if seen[name] == "plan" and (where == module or full.startswith(where + ".")):
                    seen[name] = status
                    say(status, name, what + ": " + reason)

    try:
        stand_in(module)
        suite = unittest.defaultTestLoader.loadTestsFromName(module)
    except unittest.SkipTest as error:
        say("load", "-", "skip: " + str(error))
        say("end")
        return
    except BaseException as error:
        say("load", "-", describe((type(error), error, None)))
        say("end")
        return

    wanted = unittest.TestSuite()

    def keep(tests, into):
        for test in tests:
            if isinstance(test, unittest.TestSuite):
                inner = type(test)()
                keep(test, inner)
                into.addTest(inner)
            else:
                name = name_of(test)
                if type(test).__name__ in ("_FailedTest", "ModuleSkipped"):
                    reason = getattr(test, "_exception", None)
                    # The message of a failed import is its traceback: the last line says why.
                    text = str(reason).strip().split("\n")[-1][:200] if reason is not None else ""
                    if type(test).__name__ == "ModuleSkipped":
                        method = getattr(test, test._testMethodName)
                        text = "skip: " + str(getattr(method, "__unittest_skip_why__", ""))
                    say("load", "-", text or "module not loaded")
                    continue
                if (match is None or any([m in name for m in match])) and (done is None or name not in done):
                    say("plan", name)
                    seen[name] = "plan"
                    into.addTest(test)

    keep(suite, wanted)
    result = Result()
    # Methods that ran are not answered for by a fixture's failure.
    start = result.startTest

    def start_test(test):
        seen[name_of(test)] = "ran"
        start(test)

    result.startTest = start_test
    wanted.run(result)
    say("end")
    results.close()
    sys.stdout.flush()
    import os
    # Threads that a test left behind must not keep the process.
    os._exit(0)


CPYTHON_ONLY = ("_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testclinic", "_testsinglephase",
                "_testmultiphase", "_xxtestfuzz")


def stand_in(module):
    """Loads a test module that wants CPython's internal test modules when it is imported.

    Each of those that is not there gets a stand-in from which every name can be imported, and whose names skip the
    test that uses them: so only those methods are left out, not the whole file.
    """
    import importlib
    import types
    import unittest

    class Absent:
        def __init__(self, name):
            self.name = name

        def use(self, *args, **kwargs):
            raise unittest.SkipTest("requires " + self.name)

        __call__ = __iter__ = __bool__ = use

        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            self.use()

    for _ in CPYTHON_ONLY:
        try:
            importlib.import_module(module)
            return
        except ImportError as error:
            name = error.name
            if name not in CPYTHON_ONLY or sys.modules.get(name) is not None:
                return
        except BaseException:
            return
        made = types.ModuleType(name)
        made.__getattr__ = lambda attribute, whole=Absent(name): whole
        sys.modules[name] = made


def mark():
    import platform
    platform.python_implementation = lambda: "Adder"
    # test.support.check_impl_detail asks for this one.
    sys.implementation.name = "adder"
    for name in CPYTHON_ONLY:
        sys.modules[name] = None


def read_ids(path):
    with open(path, encoding="utf-8") as file:
        return set(file.read().split("\n"))


def one_line(text):
    return text.replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n").replace("\r", "\\r")


def describe(error):
    kind, value, _ = error
    try:
        text = str(value)
    except BaseException as inner:
        text = "<str() raised %s>" % type(inner).__name__
    lines = text.strip().split("\n")
    return ("%s: %s" % (kind.__name__, lines[0]))[:200] if text else kind.__name__


if __name__ == "__main__":
    main(sys.argv)
