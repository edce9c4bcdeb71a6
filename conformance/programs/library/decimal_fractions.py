# must-compile: attempt
from fractions import Fraction
import numbers
import statistics


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


F = Fraction
print(F(1, 3) + F(1, 6), F(3, 4) * 2, F(1, 2) / 3, F(7, 2) // 1, F(7, 2) % 1, F(2, 3) ** 2, F(2, 3) ** -2, F(1, 4) ** 0.5, -F(1, 2), abs(F(-1, 2)), F("3/4"), F("1.25"), F(0.5), F("1e-2"), F(1.1).limit_denominator(100), F(6, 4), F(-1, -2), F(), F(5))
print(attempt(F, 1, 0), attempt(F, "x"), attempt(F, 1.5, 2), attempt(lambda: F(1) / 0), F(1, 2) == 0.5, F(1, 2) < 1, F(1, 3) == 1 / 3, F(2) == 2, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), F(1, 2) + 0.5, F(1, 2) + 1j, repr(F(1, 2)), str(F(4, 2)), int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(22, 7), 2), F(7, 2).as_integer_ratio(), F(1, 3).numerator, divmod(F(7, 2), 2), f"{F(1, 3):.3f}", F.from_float(0.25), bool(F(0)), F(7, 3).__floor__(), F(7, 3).__ceil__(), sum([F(1, n) for n in range(1, 20)]), F(3.14159).limit_denominator(1000), sorted([F(1, 2), 0.3, 1]))
print(isinstance(5, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(F(1), numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), issubclass(int, numbers.Rational), isinstance(1.5, numbers.Integral))
d = [1, 2, 2, 3, 4, 7, 9]
print(statistics.mean(d), statistics.fmean(d), statistics.median(d), statistics.median_low(d), statistics.median_high([1, 2, 3, 4]), statistics.mode(d), statistics.multimode("aabb"), statistics.stdev(d), statistics.pstdev(d), statistics.variance(d), statistics.pvariance(d), statistics.quantiles(d), statistics.geometric_mean([1, 2, 4]), statistics.harmonic_mean([40, 60]), statistics.mean([F(1, 2), F(1, 3)]), statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.median_grouped([1, 2, 2, 3]), attempt(statistics.mean, []), attempt(statistics.stdev, [1]), statistics.covariance([1, 2], [3, 5]))
n = statistics.NormalDist(100, 15)
print(n.mean, n.cdf(115), n.inv_cdf(0.5), n.pdf(100), n + 5, n.zscore(130), n.overlap(statistics.NormalDist(110, 15)), statistics.NormalDist.from_samples(d))
