package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.text.Str;
import dev.adder.language.text.WideStr;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A source text as the tokenizer reads it: valid UTF-8 without a byte order mark, lines ended by {@code \n} alone, and
 * one zero byte after the end. Null bytes within are left for the tokenizer to refuse.
 */
final class Source {
    /** How many bytes of {@link #bytes} are source; {@code bytes[length]} is 0. */
    final int length;
    final byte[] bytes;
    final String filename;

    private Source(byte[] bytes, int length, String filename) {
        this.bytes = bytes;
        this.length = length;
        this.filename = filename;
    }

    /** @param addNewline whether a last line without an end gets one (CPython does so for files, not for expressions) */
    static Source ofText(Object text, String filename, boolean addNewline) {
        byte[] utf8 = encode(text, filename);
        for (byte b : utf8) {
            if (b == 0) {
                throw nullByte(filename);
            }
        }
        return translate(utf8, 0, utf8.length, filename, addNewline);
    }

    /** UTF-8 as it is, line breaks of all kinds included, for the {@code tokenize} module. */
    static Source ofLines(byte[] utf8, int length, String filename) {
        byte[] out = new byte[length + 2];
        System.arraycopy(utf8, 0, out, 0, length);
        boolean addNewline = length > 0 && out[length - 1] != '\n';
        out[length] = (byte) (addNewline ? '\n' : 0);
        return new Source(out, addNewline ? length + 1 : length, filename);
    }

    /** Bytes in the encoding that their own byte order mark or PEP 263 cookie names, else UTF-8. */
    static Source ofBytes(byte[] raw, String filename, boolean addNewline, boolean ignoreCookie,
            boolean named) {
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == 0) {
                throw named ? nullInFile(raw, i, filename) : nullByte(filename);
            }
        }
        boolean bom = raw.length >= 3 && (raw[0] & 0xff) == 0xef && (raw[1] & 0xff) == 0xbb && (raw[2] & 0xff) == 0xbf;
        int from = bom ? 3 : 0;
        int[] cookieLine = new int[2];
        String cookie = ignoreCookie ? null : findCookie(raw, from, cookieLine);
        if (cookie == null || cookie.equals("utf-8")) {
            checkUtf8(raw, from, raw.length, filename, named);
            return translate(raw, from, raw.length, filename, addNewline);
        }
        if (bom) {
            String line = new String(raw, cookieLine[0], cookieLine[1] - cookieLine[0], StandardCharsets.ISO_8859_1);
            throw new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "encoding problem: " + cookie + " with BOM",
                    filename, 1, 0, 1, line.length(), line);
        }
        byte[] utf8 = recode(raw, cookie, filename, named);
        return translate(utf8, 0, utf8.length, filename, addNewline);
    }

    private static SyntaxException nullByte(String filename) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "source code string cannot contain null bytes",
                filename, -1, 0, 0, 0, null);
    }

    /** CPython reads a file line by line: {@code tok_readline_raw}, after {@code ensure_utf8}. */
    private static SyntaxException nullInFile(byte[] raw, int at, String filename) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (raw[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        checkUtf8(raw, 0, at, filename, true);
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "source code cannot contain null bytes", filename,
                line, 0, line, 0, Utf8.decode(raw, start, at));
    }

    /** What is said of a file in an encoding that is unknown or not right. */
    private static SyntaxException encodingProblem(String cookie) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "encoding problem: " + cookie, null, -1, 0, 0, 0,
                null);
    }

    private static SyntaxException plainError(String filename, String message) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, 0, -1, 0, 0, null);
    }

    /** UTF-8 of a str; one with a lone surrogate is no source. */
    static byte[] encode(Object text, String filename) {
        if (text instanceof String s) {
            for (int i = 0; i < s.length(); i++) {
                refuseSurrogate(s.charAt(i), i, filename);
            }
            return s.getBytes(StandardCharsets.UTF_8);
        }
        int[] points = ((WideStr) text).rawCodePoints();
        for (int i = 0; i < points.length; i++) {
            refuseSurrogate(points[i], i, filename);
        }
        return new String(points, 0, points.length).getBytes(StandardCharsets.UTF_8);
    }

    private static void refuseSurrogate(int c, int at, String filename) {
        if (c >= 0xd800 && c <= 0xdfff) {
            throw new SyntaxException(SyntaxException.Kind.UNICODE_ENCODE_ERROR, "surrogates not allowed", filename, 0,
                    at, 0, at + 1, null);
        }
    }

    private static Source translate(byte[] utf8, int from, int to, String filename, boolean addNewline) {
        byte[] out = new byte[to - from + 2];
        int n = 0;
        int i = from;
        int firstReturn = indexOfReturn(utf8, from, to);
        if (firstReturn < 0) {
            System.arraycopy(utf8, from, out, 0, to - from);
            n = to - from;
            i = to;
        }
        while (i < to) {
            byte b = utf8[i++];
            if (b == '\r') {
                b = '\n';
                if (i < to && utf8[i] == '\n') {
                    i++;
                }
            }
            out[n++] = b;
        }
        if (addNewline && n > 0 && out[n - 1] != '\n') {
            out[n++] = '\n';
        }
        return new Source(out, n, filename);
    }

    private static int indexOfReturn(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    /** PEP 263: a cookie stands in a comment of line one, or of line two when line one is blank or a comment. */
    static String findCookie(byte[] raw, int from, int[] where) {
        int lineStart = from;
        for (int line = 0; line < 2; line++) {
            int i = lineStart;
            while (i < raw.length && (raw[i] == ' ' || raw[i] == '\t' || raw[i] == '\f')) {
                i++;
            }
            if (i >= raw.length) {
                return null;
            }
            int end = i;
            while (end < raw.length && raw[end] != '\n' && raw[end] != '\r') {
                end++;
            }
            if (raw[i] == '#') {
                String found = cookieIn(raw, i, end);
                if (found != null) {
                    where[0] = lineStart;
                    where[1] = end;
                    return found;
                }
            } else if (i < end) {
                return null;
            }
            lineStart = end + (end + 1 < raw.length && raw[end] == '\r' && raw[end + 1] == '\n' ? 2 : 1);
        }
        return null;
    }

    private static String cookieIn(byte[] raw, int from, int end) {
        for (int i = from; i + 7 <= end; i++) {
            if (raw[i] != 'c' || raw[i + 1] != 'o' || raw[i + 2] != 'd' || raw[i + 3] != 'i' || raw[i + 4] != 'n'
                    || raw[i + 5] != 'g' || (raw[i + 6] != ':' && raw[i + 6] != '=')) {
                continue;
            }
            int start = i + 7;
            while (start < end && (raw[start] == ' ' || raw[start] == '\t')) {
                start++;
            }
            int stop = start;
            while (stop < end && isCookieByte(raw[stop])) {
                stop++;
            }
            if (stop > start) {
                return normalName(new String(raw, start, stop - start, StandardCharsets.ISO_8859_1));
            }
        }
        return null;
    }

    private static boolean isCookieByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_'
                || b == '.';
    }

    /** The two names that CPython's {@code get_normal_name} folds: utf-8 and iso-8859-1, also with a suffix. */
    private static String normalName(String name) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < name.length() && i < 12; i++) {
            char c = name.charAt(i);
            b.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        String low = b.toString();
        if (low.equals("utf-8") || low.startsWith("utf-8-")) {
            return "utf-8";
        }
        for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
            if (low.equals(latin) || low.startsWith(latin + "-")) {
                return "iso-8859-1";
            }
        }
        return name;
    }

    private static byte[] recode(byte[] raw, String cookie, String filename, boolean named) {
        Charset charset;
        try {
            charset = Charset.forName(javaName(cookie));
        } catch (IllegalArgumentException e) {
            throw named ? encodingProblem(cookie) : plainError(filename, "unknown encoding: " + cookie);
        }
        ByteBuffer in = ByteBuffer.wrap(raw);
        CharBuffer out = CharBuffer.allocate(raw.length * 2 + 16);
        CoderResult r = charset.newDecoder().decode(in, out, true);
        if (r.isError()) {
            if (named) {
                throw encodingProblem(cookie);
            }
            String python = charset.name().equals("US-ASCII") ? "ascii" : charset.name().equals("UTF-8") ? "utf-8"
                    : charset.newEncoder().maxBytesPerChar() == 1 ? "charmap" : cookie.replace('-', '_');
            String reason = switch (python) {
                case "ascii" -> "ordinal not in range(128)";
                case "utf-8" -> reason(raw, in.position());
                case "charmap" -> "character maps to <undefined>";
                default -> "illegal multibyte sequence";
            };
            throw plainError(filename, "'" + python + "' codec can't decode byte 0x" + hex(raw[in.position()])
                    + " in position " + in.position() + ": " + reason);
        }
        out.flip();
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(out);
        return Arrays.copyOfRange(utf8.array(), utf8.arrayOffset(), utf8.arrayOffset() + utf8.limit());
    }

    private static String hex(byte b) {
        return new String(new char[] {Character.forDigit(b >> 4 & 15, 16), Character.forDigit(b & 15, 16)});
    }

    /** Why UTF-8 is malformed at an offset, in the words of CPython's codec. */
    private static String reason(byte[] raw, int at) {
        return Utf8.isTruncated(raw, at) ? "unexpected end of data"
                : Utf8.isStart(raw[at] & 0xff) ? "invalid continuation byte" : "invalid start byte";
    }

    /** Python's names of encodings where Java does not know them. */
    private static String javaName(String cookie) {
        String low = cookie.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (low) {
            case "utf8", "u8", "utf-8-sig", "cp65001" -> "UTF-8";
            case "ascii", "us-ascii", "646" -> "US-ASCII";
            case "latin1", "l1", "latin", "8859", "iso8859" -> "ISO-8859-1";
            default -> low.startsWith("cp125") ? "windows-" + low.substring(2) : low;
        };
    }

    /** Refuses bytes that are not UTF-8 with CPython's text for the first of them. */
    private static void checkUtf8(byte[] raw, int from, int to, String filename, boolean named) {
        int i = from;
        int line = 1;
        int lineStart = from;
        while (i < to) {
            int b = raw[i];
            if (b >= 0) {
                if (b == '\n' || b == '\r' && (i + 1 == raw.length || raw[i + 1] != '\n')) {
                    line++;
                    lineStart = i + 1;
                }
                i++;
                continue;
            }
            int n = Utf8.validLength(raw, i, raw.length);
            if (n <= 0) {
                throw badUtf8(raw, i, lineStart, line, filename, named);
            }
            i += n;
        }
    }

    private static SyntaxException badUtf8(byte[] raw, int at, int lineStart, int line, String filename,
            boolean named) {
        int end = at;
        while (end < raw.length && raw[end] != '\n' && raw[end] != '\r' && raw[end] != 0) {
            end++;
        }
        Object shown = Utf8.decodeReplacing(raw, lineStart, end);
        int offset = Str.length(Utf8.decode(raw, lineStart, at)) + 1;
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "Non-UTF-8 code starting with '\\x" + hex(raw[at])
                + "'" + (named ? " in file " + filename : "") + " on line " + line + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
                filename, line, offset, line, offset, shown);
    }

    /** The text between two byte offsets; bad UTF-8 cannot be there. */
    Object text(int from, int to) {
        return Utf8.decode(bytes, from, to);
    }

    /** The number of characters between two byte offsets. */
    int characters(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                n++;
            }
        }
        return n;
    }

    String slice(int from, int to) {
        return Str.toJava(text(from, to));
    }
}
