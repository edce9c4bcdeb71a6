package dev.adder.machine.view;

import dev.adder.machine.Curve;
import dev.adder.machine.Dimension;
import dev.adder.machine.Kind;
import dev.adder.machine.Level;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.List;

/** A page that stands alone: the picture, the roofline, the curves, the table. No script, nothing loaded. */
public final class Page {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 460;
    private static final double LEFT = 84;
    private static final double RIGHT = 24;
    private static final double TOP = 52;
    private static final double BOTTOM = 56;

    private Page() {
    }

    /** The HTML text of a machine at a level. */
    public static String html(Machine machine, Level level) {
        StringBuilder out = new StringBuilder();
        String title = Svg.escape("The machine " + machine.host());
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>").append(title)
                        .append("</title>\n<style>\n")
                .append(PAGE_STYLE).append("</style>\n</head>\n<body>\n<main>\n<h1>").append(title).append("</h1>\n<p>")
                .append(machine.effort().equals("none") ? "Not measured here." : "Measured "
                        + Svg.escape(machine.taken()) + ", "
                        + machine.effort() + ".").append("</p>\n");
        figure(out, Picture.svg(machine, level), "Units and connections.");
        String roofline = roofline(machine);
        if (!roofline.isEmpty()) {
            figure(out, roofline,
                    "Roofline of one core: what can be computed for each byte moved. Left of a corner the level's "
                    + "bandwidth binds, right of it arithmetic.");
        }
        figure(out, curves(machine, "Bandwidth by working set, one core", Property.READ, Property.WRITE, Property.COPY,
                Property.TRIAD),
                "Bandwidth by working set, one core.");
        figure(out, curves(machine, "Latency by working set", Property.LATENCY),
                "Latency of dependent loads by working set.");
        out.append("<h2>All figures</h2>\n<pre>").append(Svg.escape(Table.of(machine,
                level))).append("</pre>\n</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void figure(StringBuilder out, String svg, String caption) {
        if (!svg.isEmpty()) {
            out.append("<figure>\n").append(svg).append("<figcaption>").append(Svg.escape(caption))
                    .append("</figcaption>\n</figure>\n");
        }
    }

    /** A chart with two logarithmic axes. */
    private static final class Chart {
        final Svg svg = new Svg();
        final double x0;
        final double x1;
        final double y0;
        final double y1;

        Chart(double x0, double x1, double y0, double y1, String title) {
            this.x0 = Math.log(x0);
            this.x1 = Math.log(x1);
            this.y0 = Math.log(y0);
            this.y1 = Math.log(y1);
            svg.text(LEFT, 28, "start", "title", title);
        }

        double x(double value) {
            return LEFT + (Math.log(value) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (Math.log(value) - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM);
        }

        void horizontal(double value, String label) {
            svg.line(LEFT, y(value), WIDTH - RIGHT, y(value), 1, "grid");
            svg.text(LEFT - 8, y(value) + 4, "end", "small", label);
        }

        void vertical(double value, String label) {
            svg.line(x(value), TOP, x(value), HEIGHT - BOTTOM, 1, "grid");
            svg.text(x(value), HEIGHT - BOTTOM + 18, "middle", "small", label);
        }

        String document(String label) {
            return svg.document(WIDTH, HEIGHT, label);
        }
    }

    private static String roofline(Machine machine) {
        List<Unit> cores = machine.units(Kind.CORE);
        double peak = cores.isEmpty() ? Double.NaN : cores.getFirst().value(Property.VECTOR_FLOAT_OPS);
        List<Unit> levels = machine.hierarchy();
        if (!(peak > 0) || levels.isEmpty() || !(levels.getLast().value(Property.READ) > 0)) {
            return "";
        }
        double scalar = cores.getFirst().value(Property.FLOAT_OPS);
        double x0 = 1.0 / 64;
        double x1 = 64;
        double bottom = levels.getLast().value(Property.READ) * x0;
        Chart chart = new Chart(x0, x1, Math.pow(10, Math.floor(Math.log10(bottom))), peak * 2, "Roofline, one core");
        for (double y = Math.pow(10, Math.ceil(Math.log10(bottom))); y < peak * 2; y *= 10) {
            chart.horizontal(y, Dimension.PER_SECOND.format(y).replace("/s", "flop/s"));
        }
        for (double x = x0; x <= x1 * 1.01; x *= 4) {
            chart.vertical(x, x < 1 ? "1/" + Math.round(1 / x) : Long.toString(Math.round(x)));
        }
        chart.svg.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "middle", "small", "operations for each byte moved");
        int style = 1;
        for (Unit level : levels) {
            double read = level.value(Property.READ);
            if (!(read > 0)) {
                continue;
            }
            double corner = Math.min(peak / read, x1);
            double start = Math.max(x0, Math.exp(chart.y0) / read);
            chart.svg.path("M" + Svg.n(chart.x(start)) + " " + Svg.n(chart.y(read * start)) + " L"
                    + Svg.n(chart.x(corner)) + " "
                    + Svg.n(chart.y(read * corner)), "s" + style);
            double at = start * Math.pow(corner / start, 0.12);
            chart.svg.along(chart.x(at), chart.y(read * at), chart.x(corner), chart.y(read * corner),
                    "figure t" + style, level.id() + " " + Dimension.BYTES_PER_SECOND.format(read));
            style = style % 4 + 1;
        }
        double nearest = peak / levels.getFirst().value(Property.READ);
        chart.svg.path("M" + Svg.n(chart.x(nearest)) + " " + Svg.n(chart.y(peak)) + " L" + Svg.n(chart.x(x1)) + " "
                + Svg.n(chart.y(peak)),
                "s5");
        chart.svg.text(chart.x(x1) - 4, chart.y(peak) - 8, "end", "figure t5", "vector "
                + Dimension.PER_SECOND.format(peak)
                .replace("/s", "flop/s"));
        if (scalar > 0) {
            double from = scalar / levels.getFirst().value(Property.READ);
            chart.svg.path("M" + Svg.n(chart.x(Math.max(x0, from))) + " " + Svg.n(chart.y(scalar)) + " L"
                    + Svg.n(chart.x(x1)) + " "
                    + Svg.n(chart.y(scalar)), "s5");
            chart.svg.text(chart.x(x1) - 4, chart.y(scalar) - 8, "end", "figure t5", "scalar "
                    + Dimension.PER_SECOND.format(scalar)
                    .replace("/s", "flop/s"));
        }
        return chart.document("Roofline of one core");
    }

    private static String curves(Machine machine, String title, Property... properties) {
        double x0 = Double.MAX_VALUE;
        double x1 = 0;
        double y0 = Double.MAX_VALUE;
        double y1 = 0;
        for (Property property : properties) {
            Curve curve = machine.curve(property, false);
            if (curve == null || curve.sizes().length < 2) {
                continue;
            }
            for (int i = 0; i < curve.sizes().length; i++) {
                x0 = Math.min(x0, curve.sizes()[i]);
                x1 = Math.max(x1, curve.sizes()[i]);
                y0 = Math.min(y0, curve.values()[i]);
                y1 = Math.max(y1, curve.values()[i]);
            }
        }
        if (x1 <= x0) {
            return "";
        }
        Dimension dimension = properties[0].dimension();
        double floor = Math.pow(10, Math.floor(Math.log10(y0)));
        Chart chart = new Chart(x0 / 1.2, x1 * 1.2, floor, y1 * 1.6, title);
        for (double y = floor; y < y1 * 1.6; y *= 10) {
            chart.horizontal(y, dimension.format(y));
        }
        for (double x = Math.pow(4, Math.ceil(Math.log(x0) / Math.log(4))); x <= x1 * 1.01; x *= 4) {
            chart.vertical(x, Dimension.BYTES.format(x));
        }
        for (Unit level : machine.hierarchy()) {
            double capacity = level.value(Property.CAPACITY);
            if (level.kind() == Kind.CACHE && capacity > x0 && capacity < x1) {
                chart.svg.line(chart.x(capacity), TOP, chart.x(capacity), HEIGHT - BOTTOM, 1.5, "thin");
                chart.svg.text(chart.x(capacity) - 4, TOP + 12, "end", "small", level.id() + " ends");
            }
        }
        int style = 1;
        for (Property property : properties) {
            Curve curve = machine.curve(property, false);
            if (curve == null) {
                continue;
            }
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < curve.sizes().length; i++) {
                path.append(i == 0 ? "M" : " L").append(Svg.n(chart.x(curve.sizes()[i]))).append(' ')
                        .append(Svg.n(chart.y(curve.values()[i])));
            }
            chart.svg.path(path.toString(), "s" + style);
            String label = property.label().replace(", one core", "");
            chart.svg.text(WIDTH - RIGHT - 8, TOP + 16 + 18 * style, "end", "figure t" + style, label);
            style++;
        }
        return chart.document(title);
    }

    private static final String PAGE_STYLE = """
            :root { color-scheme: light dark; --paper: #f6f8fa; --ink: #1b1f24; --soft: #57606a; --card: #ffffff;
              --edge: #d0d7de; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #0d1013; --ink: #e8eaed; --soft: #a4adb8; --card: #14171b; --edge: #2f353d; } }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
            main { max-width: 1010px; margin: 0 auto; padding: 24px 16px; }
            h1 { font-size: 24px; } h2 { font-size: 19px; }
            figure { margin: 20px 0; padding: 12px; background: var(--card); border: 1px solid var(
                    --edge); border-radius: 10px; }
            figure svg { width: 100%; height: auto; display: block; }
            figcaption { color: var(--soft); font-size: 13px; margin-top: 8px; }
            pre { background: var(--card); border: 1px solid var(
                    --edge); border-radius: 10px; padding: 14px; overflow-x: auto;
              font: 12.5px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
            """;
}
