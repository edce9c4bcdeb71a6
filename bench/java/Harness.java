import java.util.function.LongSupplier;

/** The protocol of {@code bench/README.md} for the Java twins: the counterpart of {@code bench/programs/harness.py}. */
final class Harness {
    private Harness() {
    }

    /** Runs units until the time is over, or as many as asked for, and prints the report. */
    static void run(String[] args, LongSupplier unit) {
        double seconds = 3.0;
        double start = now();
        long limit = Long.MAX_VALUE;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--seconds" -> seconds = Double.parseDouble(args[i + 1]);
                case "--start" -> start = Double.parseDouble(args[i + 1]);
                case "--units" -> limit = (long) Double.parseDouble(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        double end = limit == Long.MAX_VALUE ? start + seconds : Double.POSITIVE_INFINITY;
        double[] finished = new double[1024];
        int n = 0;
        long checksum = 0;
        while (n < limit) {
            long result = unit.getAsLong();
            double moment = now();
            if (n == finished.length) {
                finished = java.util.Arrays.copyOf(finished, 2 * n);
            }
            finished[n++] = moment - start;
            if (n == 1) {
                checksum = result;
            } else if (result != checksum) {
                System.err.println("checksum of unit " + n + " is " + result + ", not " + checksum);
                System.exit(1);
            }
            if (moment >= end) {
                break;
            }
        }
        var report = new StringBuilder("checksum ").append(checksum).append("\nunits ").append(n).append("\ntimes");
        for (int i = 0; i < n; i++) {
            report.append(' ').append(Math.round(finished[i] * 1e6) / 1e6);
        }
        System.out.println(report);
    }

    private static double now() {
        var t = java.time.Instant.now();
        return t.getEpochSecond() + t.getNano() * 1e-9;
    }
}
