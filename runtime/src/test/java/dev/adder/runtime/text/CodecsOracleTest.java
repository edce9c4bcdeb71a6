package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codecs and error handlers against CPython. */
final class CodecsOracleTest {

    private static final Object TABLE = table();
    private static final Map<Integer, byte[]> MAP = new HashMap<>();

    static {
        for (int i = 0; i < Str.length(TABLE); i++) {
            MAP.put(Str.codePointAt(TABLE, i), new byte[] {(byte) i});
        }
        MAP.remove(0xFFFE);
    }

    private static Object table() {
        int[] points = new int[132];
        for (int i = 0; i < 128; i++) {
            points[i] = i;
        }
        points[128] = 0xFFFE;
        points[129] = 0x20AC;
        points[130] = 0x1F600;
        points[131] = 0xE9;
        return Str.of(points);
    }

    @Test
    void codecs() throws Exception {
        Oracle.compare("codecs.py", CodecsOracleTest::applyShown);
    }

    // The script shows a Unicode error as encoding, range and reason.
    private static String applyShown(String[] f) {
        try {
            return apply(f);
        } catch (CodecException e) {
            throw new TextException(e.kind(), e.encoding() + " " + e.start() + " " + e.end() + " " + e.reason());
        }
    }

    private static String apply(String[] f) {
        return switch (f[0]) {
            case "decode" -> decode(f[1], Oracle.bytes(f[4]), BuiltinErrors.of(f[2]), f[3].equals("1"));
            case "encode" -> encode(f[1], Oracle.decode(f[3]), BuiltinErrors.of(f[2]));
            case "escape" -> {
                byte[] in = Oracle.bytes(f[2]);
                yield Oracle.encode((byte[]) EscapeCodecs.decodeBytes(in, f[1]).result()) + " " + in.length;
            }
            case "charmap_decode" -> {
                byte[] in = Oracle.bytes(f[2]);
                yield Oracle.encode(Charmap.decode(in, Charmap.ofTable(TABLE), BuiltinErrors.of(f[1]))) + " " + in.length;
            }
            case "charmap_encode" -> {
                Object text = Oracle.decode(f[2]);
                yield Oracle.encode(Charmap.encode(text, MAP::get, BuiltinErrors.of(f[1]))) + " " + Str.length(text);
            }
            default -> throw new IllegalArgumentException(f[0]);
        };
    }

    private static int order(String name) {
        return name.endsWith("_le") ? Utf1632.LITTLE : name.endsWith("_be") ? Utf1632.BIG : Utf1632.NATIVE;
    }

    private static String decode(String name, byte[] in, CodecErrors errors, boolean last) {
        if (name.startsWith("utf_16") || name.startsWith("utf_32")) {
            Utf1632.Result r = name.startsWith("utf_16") ? Utf1632.decode16(in, order(name), errors, last)
                    : Utf1632.decode32(in, order(name), errors, last);
            return Oracle.encode(r.text()) + " " + r.consumed();
        }
        Decoded d = switch (name) {
            case "utf_8" -> Utf8.decode(in, 0, in.length, errors, last);
            case "ascii" -> new Decoded(Latin1.decodeAscii(in, errors), in.length);
            case "latin_1" -> new Decoded(Latin1.decode(in), in.length);
            case "utf_7" -> Utf7.decode(in, errors, last);
            case "raw_unicode_escape" -> EscapeCodecs.decodeRaw(in, errors, last);
            default -> {
                EscapeCodecs.Escaped e = EscapeCodecs.decodeUnicode(in, errors, last);
                yield new Decoded(e.result(), e.consumed());
            }
        };
        return Oracle.encode(d.text()) + " " + d.consumed();
    }

    private static String encode(String name, Object text, CodecErrors errors) {
        byte[] out = switch (name) {
            case "utf_8" -> Utf8.encode(text, errors);
            case "ascii" -> Latin1.encodeAscii(text, errors);
            case "latin_1" -> Latin1.encode(text, errors);
            case "utf_7" -> Utf7.encode(text);
            case "raw_unicode_escape" -> EscapeCodecs.encodeRaw(text);
            case "unicode_escape" -> EscapeCodecs.encodeUnicode(text);
            case "utf_16", "utf_16_le", "utf_16_be" -> Utf1632.encode16(text, order(name), errors);
            default -> Utf1632.encode32(text, order(name), errors);
        };
        return Oracle.encode(out) + " " + Str.length(text);
    }
}
