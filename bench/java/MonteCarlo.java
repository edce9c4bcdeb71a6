/** Twin of {@code bench/programs/numeric_montecarlo.py}. */
final class MonteCarlo {
    private static final int POINTS = 60000;

    private static final class Random {
        private long state;

        Random(long seed) {
            state = seed;
        }

        double next() {
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
            return state / 2147483648.0;
        }
    }

    private static long unit() {
        var random = new Random(113);
        long inside = 0;
        double area = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = random.next();
            double y = random.next();
            if (x * x + y * y <= 1.0) {
                inside++;
                area += x * (1.0 - y);
            }
        }
        return inside * 1000000 + Math.round(area * 1e3);
    }

    public static void main(String[] args) {
        Harness.run(args, MonteCarlo::unit);
    }
}
