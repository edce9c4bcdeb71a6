package dev.adder.machine.view;

/** A growing SVG drawing. Colours are classes, so that the style alone tells light from dark. */
final class Svg {
    private final StringBuilder body = new StringBuilder();

    Svg rect(double x, double y, double width, double height, String style, String title) {
        body.append("<rect class=\"").append(style).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\" width=\"")
                .append(n(width)).append("\" height=\"").append(n(height)).append("\" rx=\"6\"><title>")
                        .append(escape(title))
                .append("</title></rect>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, double width, String style) {
        body.append("<line class=\"").append(style).append("\" x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1))
                .append("\" x2=\"")
                .append(n(x2)).append("\" y2=\"").append(n(y2)).append("\" stroke-width=\"").append(n(width))
                        .append("\"/>\n");
        return this;
    }

    /** Text at a place; {@code anchor} is start, middle or end. */
    Svg text(double x, double y, String anchor, String style, String text) {
        body.append("<text class=\"").append(style).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\" text-anchor=\"").append(anchor).append("\">").append(escape(text)).append("</text>\n");
        return this;
    }

    /** Text that begins above a place of a line and runs along it, to where the line goes. */
    Svg along(double x, double y, double toX, double toY, String style, String text) {
        double angle = Math.toDegrees(Math.atan2(toY - y, toX - x));
        body.append("<text class=\"").append(style).append("\" dy=\"-5\" transform=\"translate(").append(n(x))
                .append(' ').append(n(y)).append(") rotate(").append(n(angle)).append(")\">").append(escape(text))
                .append("</text>\n");
        return this;
    }

    Svg path(String data, String style) {
        body.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
        return this;
    }

    Svg circle(double x, double y, double radius, String style, String title) {
        body.append("<circle class=\"").append(style).append("\" cx=\"").append(n(x)).append("\" cy=\"").append(n(y))
                .append("\" r=\"")
                .append(n(radius)).append("\"><title>").append(escape(title)).append("</title></circle>\n");
        return this;
    }

    /** The whole drawing, with its style inside so that the file stands alone. */
    String document(double width, double height, String label) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + n(width) + " " + n(height) + "\" width=\""
                + n(width)
                + "\" height=\"" + n(height) + "\" role=\"img\" aria-label=\"" + escape(label) + "\">\n<style>" + STYLE
                        + "</style>\n"
                + "<rect class=\"paper\" x=\"0\" y=\"0\" width=\"" + n(width) + "\" height=\"" + n(height) + "\"/>\n"
                        + body + "</svg>\n";
    }

    static String n(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static final String STYLE = """
            svg { --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --edge: #8c959f; --grid: #e3e6ea;
              --core: #dbe9ff; --cache: #dff3e4; --memory: #fdebc8; --disk: #f6dfe9; --net: #e6e0f8;
              --wire: #5b7fb8; --s1: #2f6fd0; --s2: #c25e00; --s3: #2b8a4b; --s4: #8a3fb0; --s5: #b3261e;
              font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
            @media (prefers-color-scheme: dark) { svg { --paper: #14171b; --ink: #e8eaed; --soft: #a4adb8;
              --edge: #6b7480;
              --grid: #2a2f36; --core: #1f3557; --cache: #1f4029; --memory: #4d3a14; --disk: #4a2638; --net: #352b57;
              --wire: #7fa3dc; --s1: #78a9ff; --s2: #ffa657; --s3: #6fd08c; --s4: #d2a8ff; --s5: #ff8a80; } }
            .paper { fill: var(--paper); }
            .core, .cache, .memory, .disk, .net { stroke: var(--edge); stroke-width: 1; }
            .core { fill: var(--core); } .cache { fill: var(--cache); } .memory { fill: var(--memory); }
            .disk { fill: var(--disk); } .net { fill: var(--net); }
            .wire { stroke: var(--wire); opacity: 0.75; } .thin { stroke: var(--edge); }
            .grid { stroke: var(--grid); } .arc { fill: none; stroke: var(
                    --wire); stroke-width: 2; stroke-dasharray: 5 3; }
            text { fill: var(--ink); font-size: 13px; } .title { font-size: 18px; font-weight: 600; }
            .name { font-size: 14px; font-weight: 600; } .small { font-size: 11.5px; fill: var(--soft); }
            .figure { font-size: 12px; paint-order: stroke; stroke: var(
                    --paper); stroke-width: 4px; stroke-linejoin: round; }
            .s1 { stroke: var(--s1); } .s2 { stroke: var(--s2); } .s3 { stroke: var(--s3); } .s4 { stroke: var(--s4); }
            .s5 { stroke: var(--s5); } path.s1, path.s2, path.s3, path.s4, path.s5 { fill: none; stroke-width: 2.2; }
            .t1 { fill: var(--s1); } .t2 { fill: var(--s2); } .t3 { fill: var(--s3); } .t4 { fill: var(--s4); }
            .t5 { fill: var(--s5); }
            """;
}
