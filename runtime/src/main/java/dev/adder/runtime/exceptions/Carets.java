package dev.adder.runtime.exceptions;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The source lines of a traceback entry with marks below them: {@code StackSummary.format_frame_summary} of CPython 3.14's
 * traceback.py. Offsets are in UTF-16, in which characters outside the BMP take two places, as they do on a terminal.
 */
final class Carets {
    /** Where the operator or the brackets of the marked expression stand; the rest is marked with tildes. */
    private record Anchors(int leftLine, int leftOffset, int rightLine, int rightOffset) {
    }

    private final List<String> lines;
    private final int start;
    private final int end;
    private Anchors anchors;
    private boolean show;

    private Carets(final List<String> lines, final int start, final int end) {
        this.lines = lines;
        this.start = start;
        this.end = end;
    }

    /** The text, indented, each line with its line break. {@code lines} are the span's own lines. */
    static String format(final List<String> original, final Span span) {
        final List<String> lines = dedent(original);
        boolean blank = true;
        for (final String line : lines) {
            blank &= line.isBlank();
        }
        if (blank) {
            return "";
        }
        if (span.col() < 0 || span.endCol() < 0) {
            return "    " + lines.get(0).strip() + "\n";
        }
        final int removed = original.get(0).length() - lines.get(0).length();
        final int from = Math.max(0, offset(original.get(0), span.col()) - removed);
        final int to = Math.max(0, offset(original.get(original.size() - 1), span.endCol()) - removed);
        final Carets c = new Carets(lines, from, to);
        c.anchors = c.findAnchors();
        c.show = c.worthShowing();
        return indented(c.significant());
    }

    /** From bytes to UTF-16. */
    static int offset(final String line, final int bytes) {
        final byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        return bytes >= utf8.length ? line.length() : new String(utf8, 0, bytes, StandardCharsets.UTF_8).length();
    }

    private static int margin(final List<String> lines) {
        int margin = Integer.MAX_VALUE;
        for (final String line : lines) {
            if (!line.isBlank()) {
                margin = Math.min(margin, blanks(line));
            }
        }
        return margin == Integer.MAX_VALUE ? 0 : margin;
    }

    private static int blanks(final String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static List<String> dedent(final List<String> lines) {
        final int margin = margin(lines);
        final List<String> out = new ArrayList<>();
        for (final String line : lines) {
            out.add(line.isBlank() ? "" : line.substring(margin));
        }
        return out;
    }

    private static String indented(final List<String> lines) {
        final StringBuilder b = new StringBuilder();
        for (final String line : dedent(lines)) {
            b.append("    ").append(line).append('\n');
        }
        return b.toString();
    }

    private String segment() {
        final String all = String.join("\n", lines);
        final String last = lines.get(lines.size() - 1);
        return all.substring(Math.min(start, all.length()), Math.max(Math.min(start, all.length()),
                all.length() - Math.max(0, last.length() - end)));
    }

    private static List<Stmt> parse(final String text) {
        try {
            final Mod tree = Parser.parseText(Str.ofUtf16(text), "<traceback>", Parser.Mode.EXEC, 0, WarningSink.NONE);
            return ((Mod.Module) tree).body();
        } catch (final SyntaxException e) {
            return null;
        }
    }

    // ---- anchors ----

    private Anchors findAnchors() {
        final String segment = segment();
        final List<Stmt> body = parse("(\n" + segment + "\n)");
        if (body == null || body.size() != 1 || !(body.get(0) instanceof Stmt.ExprStmt s)) {
            return null;
        }
        final String[] text = segment.split("\n", -1);
        try {
            return switch (s.value()) {
                case Expr.BinOp x -> operator(text, x);
                case Expr.Subscript x -> brackets(text, x.value(), x, '[');
                case Expr.Call x -> brackets(text, x.func(), x, '(');
                default -> null;
            };
        } catch (final IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Goes on from a place to the first character that is {@code wanted} or, for 0, neither blank nor a bracket. */
    private static int[] find(final String[] text, final Span after, final char wanted) {
        int line = after.endLine() - 2;
        int col = offset(text[line], after.endCol());
        for (;;) {
            while (col >= text[line].length()) {
                line++;
                col = 0;
            }
            final char c = text[line].charAt(col);
            if (c == '\\' || c == '#') {
                line++;
                col = 0;
            } else if (wanted == 0 ? !Character.isWhitespace(c) && c != ')' : c == wanted) {
                return new int[] {line, col};
            } else {
                col++;
            }
        }
    }

    private static Anchors operator(final String[] text, final Expr.BinOp e) {
        final int[] at = find(text, e.left().span(), (char) 0);
        final String line = text[at[0]];
        int right = at[1] + 1;
        final Span next = e.right().span();
        if (right < line.length() && (next.line() - 2 > at[0] || right < offset(text[next.line() - 2], next.col()))) {
            final char c = line.charAt(right);
            if (!Character.isWhitespace(c) && c != '\\' && c != '#') {
                right++;
            }
        }
        return new Anchors(at[0], at[1], at[0], right);
    }

    private static Anchors brackets(final String[] text, final Expr inner, final Expr whole, final char open) {
        final int[] at = find(text, inner.span(), open);
        final int line = whole.span().endLine() - 2;
        return new Anchors(at[0], at[1], line, offset(text[line], whole.span().endCol()));
    }

    // ---- marks ----

    /** Not where the whole of a plain call statement would be marked, nor the whole of a line without anchors. */
    private boolean worthShowing() {
        final List<Stmt> body = parse(String.join("\n", lines));
        if (body != null) {
            if (body.isEmpty()) {
                return false;
            }
            final Expr value = switch (body.get(0)) {
                case Stmt.Return r when r.value() instanceof Expr.Call c && c.func() instanceof Expr.Name -> c;
                case Stmt.Assign a when a.value() instanceof Expr.Call c && a.targets().size() == 1
                        && a.targets().get(0) instanceof Expr.Name -> c;
                default -> null;
            };
            if (value != null && value.span().line() == 1 && value.span().endLine() == lines.size()
                    && value.span().col() == start && value.span().endCol() == end) {
                return false;
            }
        }
        if (anchors != null) {
            return true;
        }
        final String last = lines.get(lines.size() - 1);
        return !lines.get(0).substring(0, Math.min(start, lines.get(0).length())).isBlank()
                || !last.substring(Math.min(end, last.length())).isBlank();
    }

    private List<String> significant() {
        final int last = lines.size() - 1;
        final TreeSet<Integer> shown = new TreeSet<>();
        shown.add(0);
        shown.add(last);
        if (anchors != null) {
            for (int d = -1; d <= 1; d++) {
                shown.add(anchors.leftLine() + d);
                shown.add(anchors.rightLine() + d);
            }
        }
        final List<String> out = new ArrayList<>();
        int before = -1;
        for (final int line : shown) {
            if (line < 0 || line > last) {
                continue;
            }
            if (before >= 0 && line - before == 2) {
                add(out, line - 1);
            } else if (before >= 0 && line - before > 2) {
                out.add("...<" + (line - before - 1) + " lines>...");
            }
            add(out, line);
            before = line;
        }
        return out;
    }

    private void add(final List<String> out, final int at) {
        final String line = lines.get(at);
        out.add(line);
        if (!show) {
            return;
        }
        final int marks = at == lines.size() - 1 ? end : line.length();
        final int indent = blanks(line);
        final int leftStart = anchors == null ? 0 : anchors.leftOffset() + (anchors.leftLine() == 0 ? start : 0);
        final int rightStart = anchors == null ? 0 : anchors.rightOffset() + (anchors.rightLine() == 0 ? start : 0);
        final StringBuilder b = new StringBuilder();
        for (int col = 0; col < marks; col++) {
            final char mark;
            if (col < indent || at == 0 && col < start) {
                mark = ' ';
            } else if (anchors != null && (at > anchors.leftLine() || at == anchors.leftLine() && col >= leftStart)
                    && (at < anchors.rightLine() || at == anchors.rightLine() && col < rightStart)) {
                mark = '^';
            } else {
                mark = anchors == null ? '^' : '~';
            }
            b.append(mark);
            if (col < line.length() && isWide(line.charAt(col))) {
                b.append(mark);
            }
        }
        out.add(b.toString());
    }

    /** East Asian wide and full-width characters of the BMP. */
    private static boolean isWide(final char c) {
        return c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0x303e || c >= 0x3041 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6);
    }
}
