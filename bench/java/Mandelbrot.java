/** Twin of {@code bench/programs/numeric_mandelbrot.py}. */
final class Mandelbrot {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;
    private static final int LIMIT = 60;

    private static int escape(double cr, double ci) {
        double zr = 0;
        double zi = 0;
        for (int n = 0; n < LIMIT; n++) {
            double zr2 = zr * zr;
            double zi2 = zi * zi;
            if (zr2 + zi2 > 4.0) {
                return n;
            }
            zi = 2.0 * zr * zi + ci;
            zr = zr2 - zi2 + cr;
        }
        return LIMIT;
    }

    private static long unit() {
        long total = 0;
        for (int y = 0; y < HEIGHT; y++) {
            double ci = 2.4 * y / HEIGHT - 1.2;
            for (int x = 0; x < WIDTH; x++) {
                total += escape(3.2 * x / WIDTH - 2.2, ci);
            }
        }
        return total;
    }

    public static void main(String[] args) {
        Harness.run(args, Mandelbrot::unit);
    }
}
