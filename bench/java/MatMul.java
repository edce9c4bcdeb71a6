/** Twin of {@code bench/programs/numeric_matmul.py}. */
final class MatMul {
    private static final int SIZE = 90;

    private static double[][] matrix(int n, int seed) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = ((i * seed + j * 7) % 13) / 8.0 - 0.5;
            }
        }
        return rows;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        int n = a.length;
        int m = b[0].length;
        double[][] columns = new double[m][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                columns[j][i] = b[i][j];
            }
        }
        double[][] result = new double[n][m];
        for (int i = 0; i < n; i++) {
            double[] row = a[i];
            for (int j = 0; j < m; j++) {
                double[] column = columns[j];
                double total = 0;
                for (int k = 0; k < n; k++) {
                    total += row[k] * column[k];
                }
                result[i][j] = total;
            }
        }
        return result;
    }

    private static long unit() {
        double[][] product = multiply(matrix(SIZE, 3), matrix(SIZE, 5));
        double trace = 0;
        for (int i = 0; i < SIZE; i++) {
            trace += product[i][i] + product[i][SIZE - 1 - i];
        }
        return Math.round(trace * 1e6);
    }

    public static void main(String[] args) {
        Harness.run(args, MatMul::unit);
    }
}
