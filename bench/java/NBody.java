/** Twin of {@code bench/programs/numeric_nbody.py}. */
final class NBody {
    private static final int STEPS = 5000;
    private static final double SOLAR_MASS = 39.47841760435743;
    private static final double DAYS = 365.24;

    private static final class Body {
        double x;
        double y;
        double z;
        double vx;
        double vy;
        double vz;
        final double mass;

        Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.vx = vx * DAYS;
            this.vy = vy * DAYS;
            this.vz = vz * DAYS;
            this.mass = mass * SOLAR_MASS;
        }
    }

    private static Body[] system() {
        Body[] bodies = {
            new Body(0, 0, 0, 0, 0, 0, 1),
            new Body(4.841431442464721, -1.1603200440274284, -0.10362204447112311,
                    0.001660076642744037, 0.007699011184197404, -0.0000690460016972063, 0.0009547919384243266),
            new Body(8.34336671824458, 4.124798564124305, -0.4035234171143214,
                    -0.002767425107268624, 0.004998528012349172, 0.00002304172975737639, 0.0002858859806661308),
            new Body(12.894369562139131, -15.111151401698631, -0.22330757889265573,
                    0.002964601375647616, 0.0023784717395948095, -0.000029658956854023756, 0.00004366244043351563),
            new Body(15.379697114850917, -25.919314609987964, 0.17925877295037118,
                    0.0026806777249038932, 0.001628241700382423, -0.00009515922545197159, 0.00005151389020466115),
        };
        double px = 0;
        double py = 0;
        double pz = 0;
        for (Body b : bodies) {
            px += b.vx * b.mass;
            py += b.vy * b.mass;
            pz += b.vz * b.mass;
        }
        bodies[0].vx = -px / SOLAR_MASS;
        bodies[0].vy = -py / SOLAR_MASS;
        bodies[0].vz = -pz / SOLAR_MASS;
        return bodies;
    }

    private static void advance(Body[] bodies, double dt, int steps) {
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < bodies.length; i++) {
                Body a = bodies[i];
                for (int j = i + 1; j < bodies.length; j++) {
                    Body b = bodies[j];
                    double dx = a.x - b.x;
                    double dy = a.y - b.y;
                    double dz = a.z - b.z;
                    double square = dx * dx + dy * dy + dz * dz;
                    double pull = dt / (square * Math.sqrt(square));
                    double ma = a.mass * pull;
                    double mb = b.mass * pull;
                    a.vx -= dx * mb;
                    a.vy -= dy * mb;
                    a.vz -= dz * mb;
                    b.vx += dx * ma;
                    b.vy += dy * ma;
                    b.vz += dz * ma;
                }
            }
            for (Body b : bodies) {
                b.x += dt * b.vx;
                b.y += dt * b.vy;
                b.z += dt * b.vz;
            }
        }
    }

    private static double energy(Body[] bodies) {
        double e = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
        }
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                e -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return e;
    }

    private static long unit() {
        Body[] bodies = system();
        advance(bodies, 0.01, STEPS);
        return Math.round(energy(bodies) * 1e9);
    }

    public static void main(String[] args) {
        Harness.run(args, NBody::unit);
    }
}
