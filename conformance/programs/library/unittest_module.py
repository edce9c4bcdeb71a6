# must-compile: T.setUp, T.tearDown, T.test_pass, T.test_fail_equal
import io
import re
import unittest
from unittest import mock


class T(unittest.TestCase):
    def setUp(self):
        log.append("setUp")

    def tearDown(self):
        log.append("tearDown")

    def test_pass(self):
        self.assertEqual(1, 1)
        self.assertTrue(1)
        self.assertIn(1, [1])
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertRaises(ValueError, int, "x")
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRegex("abc", "b")

    def test_fail_equal(self):
        self.assertEqual([1, 2, 3], [1, 5, 3])

    def test_fail_dict(self):
        self.assertEqual({"a": 1}, {"a": 2}, "with message")

    def test_fail_text(self):
        self.assertEqual("line1\nline2\n", "line1\nlineX\n")

    def test_error(self):
        {}["k"]

    @unittest.skip("reason")
    def test_skip(self):
        pass

    def test_skip_inside(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_raises(self):
        with self.assertRaises(KeyError) as c:
            raise KeyError("x")
        self.assertEqual(c.exception.args, ("x",))
        with self.assertRaisesRegex(ValueError, "^bad"):
            raise ValueError("bad")
        with self.assertRaises(TypeError):
            pass

    def test_logs_warns(self):
        import logging
        import warnings
        with self.assertLogs("q", "INFO") as c:
            logging.getLogger("q").info("hi")
        self.assertEqual(c.output, ["INFO:q:hi"])
        with self.assertWarns(UserWarning):
            warnings.warn("w")

    def test_cleanup(self):
        self.addCleanup(log.append, "cleanup")
        self.assertLess(2, 1)


class Async(unittest.IsolatedAsyncioTestCase):
    async def test_async(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(1, 1)


log = []
out = io.StringIO()
suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, Async)])
r = unittest.TextTestRunner(out, verbosity=2).run(suite)
text = out.getvalue().replace(__file__, "FILE")
print(re.sub(r" in [\d.]+s", "", text))
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures), len(r.unexpectedSuccesses), r.wasSuccessful(), log.count("setUp") == log.count("tearDown"), "cleanup" in log)
m = mock.Mock(return_value=5, side_effect=None)
print(m(1, x=2), m.call_args, m.called, m.call_count, m.attr.deep(3) is m.attr.deep.return_value, m.mock_calls, m.assert_called_once_with(1, x=2))
try:
    m.assert_called_with(9)
except AssertionError as e:
    print(e)
g = mock.MagicMock()
g.__len__.return_value = 7
g.method.side_effect = [1, ValueError("boom")]
print(len(g), g.method(), g[0] is not None, mock.call(1) == mock.call(1), mock.ANY == 5, mock.sentinel.x)
try:
    g.method()
except ValueError as e:
    print(e)
with mock.patch("os.getcwd", return_value="/patched"), mock.patch.dict("os.environ", {"Q": "1"}):
    import os
    print(os.getcwd(), os.environ["Q"])
s = mock.create_autospec(lambda a, b: 0)
try:
    s(1)
except TypeError as e:
    print(e)
