"""A test suite with the unittest module: a matrix class and its tests, run by hand with a summary on standard output.

    unittest_run.py [SIZE]                 (60 if not given: the size of the matrices in the heavy tests)
"""

import io
import sys
import unittest
from fractions import Fraction
from unittest import mock

SIZE = 60


class SingularError(ArithmeticError):
    pass


class Matrix:
    """A square matrix of exact fractions."""

    def __init__(self, rows):
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if any(len(row) != len(self.rows) for row in self.rows):
            raise ValueError("the matrix is not square")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def hilbert(cls, n):
        return cls([[Fraction(1, i + j + 1) for j in range(n)] for i in range(n)])

    def __eq__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return self.rows == other.rows

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __repr__(self):
        return "Matrix([" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in self.rows) + "])"

    def __len__(self):
        return len(self.rows)

    def determinant(self):
        rows = [row[:] for row in self.rows]
        result = Fraction(1)
        n = len(rows)
        for i in range(n):
            pivot = next((k for k in range(i, n) if rows[k][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                result = -result
            result *= rows[i][i]
            for k in range(i + 1, n):
                factor = rows[k][i] / rows[i][i]
                if factor:
                    rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
        return result

    def inverse(self):
        n = len(self)
        rows = [row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)]
        for i in range(n):
            pivot = next((k for k in range(i, n) if rows[k][i]), None)
            if pivot is None:
                raise SingularError(f"no pivot in column {i}")
            rows[i], rows[pivot] = rows[pivot], rows[i]
            head = rows[i][i]
            rows[i] = [a / head for a in rows[i]]
            for k in range(n):
                if k != i and rows[k][i]:
                    factor = rows[k][i]
                    rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
        return Matrix([row[n:] for row in rows])


def seeded(n, seed):
    state = seed
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            row.append((state >> 10) % 19 - 9)
        rows.append(row)
    return Matrix(rows)


class ConstructionTest(unittest.TestCase):
    def test_rows_become_fractions(self):
        self.assertIsInstance(Matrix([[1]]).rows[0][0], Fraction)

    def test_not_square(self):
        with self.assertRaisesRegex(ValueError, "not square"):
            Matrix([[1, 2]])

    def test_identity(self):
        for n in range(1, 6):
            with self.subTest(n=n):
                self.assertEqual(Matrix.identity(n).determinant(), 1)

    def test_repr(self):
        self.assertEqual(repr(Matrix([["1/2"]])), "Matrix([[1/2]])")

    def test_compare_with_other_type(self):
        self.assertNotEqual(Matrix([[1]]), [[1]])


class ArithmeticTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.left = seeded(SIZE // 2, 1)
        cls.right = seeded(SIZE // 2, 2)

    def test_determinant_of_product(self):
        product = self.left @ self.right
        self.assertEqual(product.determinant(), self.left.determinant() * self.right.determinant())

    def test_distributive(self):
        third = seeded(SIZE // 2, 3)
        self.assertEqual((self.left + self.right) @ third, self.left @ third + self.right @ third)

    @unittest.skip("kept to show a skip")
    def test_skipped(self):
        self.fail("not reached")


class InverseTest(unittest.TestCase):
    def setUp(self):
        self.size = SIZE
        self.addCleanup(setattr, self, "size", None)

    def test_hilbert(self):
        h = Matrix.hilbert(self.size)
        self.assertEqual(h @ h.inverse(), Matrix.identity(self.size))

    def test_random(self):
        for seed in (5, 6):
            m = seeded(self.size // 2, seed)
            with self.subTest(seed=seed):
                self.assertEqual(m.inverse().inverse(), m)

    def test_singular(self):
        with self.assertRaises(SingularError) as caught:
            Matrix([[1, 2], [2, 4]]).inverse()
        self.assertIn("column 1", str(caught.exception))

    @unittest.expectedFailure
    def test_expected_failure(self):
        self.assertEqual(Matrix([[2]]).inverse(), Matrix([[2]]))

    def test_mocked(self):
        with mock.patch.object(Matrix, "determinant", return_value=7) as patched:
            self.assertEqual(Matrix([[1]]).determinant(), 7)
        patched.assert_called_once_with()

    def test_that_fails(self):
        self.assertEqual(Matrix([[1, 2], [3, 4]]).determinant(), 2)


def main():
    global SIZE
    if len(sys.argv) > 1:
        SIZE = int(sys.argv[1])
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(case)
                               for case in (ConstructionTest, ArithmeticTest, InverseTest))
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
    for line in stream.getvalue().splitlines():
        if line.startswith("Ran "):
            line = line.partition(" in ")[0]
        print(line)
    print("run", result.testsRun, "failures", len(result.failures), "errors", len(result.errors))


if __name__ == "__main__":
    main()
