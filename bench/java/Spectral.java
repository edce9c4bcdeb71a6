/** Twin of {@code bench/programs/numeric_spectral.py}. */
final class Spectral {
    private static final int SIZE = 90;
    private static final int ROUNDS = 3;

    private static double entry(long i, long j) {
        return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
    }

    private static double[] times(double[] vector) {
        int n = vector.length;
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            double total = 0;
            for (int j = 0; j < n; j++) {
                total += entry(i, j) * vector[j];
            }
            result[i] = total;
        }
        return result;
    }

    private static double[] timesTransposed(double[] vector) {
        int n = vector.length;
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            double total = 0;
            for (int j = 0; j < n; j++) {
                total += entry(j, i) * vector[j];
            }
            result[i] = total;
        }
        return result;
    }

    private static long unit() {
        double[] u = new double[SIZE];
        java.util.Arrays.fill(u, 1.0);
        double[] v = u;
        for (int k = 0; k < ROUNDS; k++) {
            v = timesTransposed(times(u));
            u = timesTransposed(times(v));
        }
        double uv = 0;
        double vv = 0;
        for (int i = 0; i < SIZE; i++) {
            uv += u[i] * v[i];
            vv += v[i] * v[i];
        }
        return Math.round(Math.sqrt(uv / vv) * 1e9);
    }

    public static void main(String[] args) {
        Harness.run(args, Spectral::unit);
    }
}
