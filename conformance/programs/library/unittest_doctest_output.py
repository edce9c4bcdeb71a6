# must-compile: Async.asyncSetUp, Async.test_await, BadSetup.setUpClass, Sample.setUp
"""What unittest and doctest print: failures, errors, skips, subtests, fixtures, expected failures, doctest examples."""
import doctest
import io
import re
import unittest


def average(*numbers):
    """
    >>> average(1, 2, 3)
    2.0
    >>> average()
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> average(1, 2)  # wrong on purpose
    1.6
    >>> [average(i, i) for i in range(20)]  # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
    [0.0,   1.0, ..., 19.0]
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return sum(numbers) / len(numbers)


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.events = ["class"]

    def setUp(self):
        self.events.append("setup")
        self.addCleanup(self.events.append, "cleanup")

    def tearDown(self):
        self.events.append("teardown")

    def test_a_passes(self):
        self.assertEqual([1, 2], [1, 2])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual("abc", "cba")
        with self.assertRaisesRegex(ValueError, "invalid literal") as c:
            int("x")
        self.assertIn("x", str(c.exception))

    def test_b_fails(self):
        """The first line of the docstring."""
        self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]}, "with a message")

    def test_c_list(self):
        self.assertListEqual([1, 2, 3], [1, 5, 3, 4])

    def test_d_text(self):
        self.assertMultiLineEqual("one\ntwo\nthree\n", "one\n2\nthree\n")

    def test_e_error(self):
        return 1 / 0

    @unittest.skip("not today")
    def test_f_skipped(self):
        pass

    @unittest.expectedFailure
    def test_g_expected(self):
        self.fail("known")

    @unittest.expectedFailure
    def test_h_unexpected(self):
        pass

    def test_i_subtests(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertNotEqual(i % 2, 1)

    def test_j_others(self):
        with self.assertLogs("x", "INFO") as logs:
            import logging
            logging.getLogger("x").warning("said")
        self.assertEqual(logs.output, ["WARNING:x:said"])
        with self.assertWarns(DeprecationWarning):
            import warnings
            warnings.warn("old", DeprecationWarning)
        self.assertIsInstance(5, str)

    def test_k_skip_inside(self):
        self.skipTest("decided inside")


class BadSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no fixture")

    def test_never(self):
        pass


class Async(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 5

    async def test_await(self):
        import asyncio
        self.assertEqual(await asyncio.sleep(0, 5), self.value)


def run(verbosity, **options):
    out = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (Sample, BadSetup, Async))
    result = unittest.TextTestRunner(out, verbosity=verbosity, **options).run(suite)
    text = out.getvalue().replace(__file__, "FILE")
    print(re.sub(r"in \d+\.\d+s", "in N s", text))
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())


run(2)
run(1, failfast=True)
print(Sample.events[:5])
out = io.StringIO()
finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(verbose=False)
for test in finder.find(average, "average", globs={"average": average}):
    print(runner.run(test, out=out.write), [e.source for e in test.examples][:2])
print(re.sub(r'File ".*"', "File FILE", out.getvalue()))
