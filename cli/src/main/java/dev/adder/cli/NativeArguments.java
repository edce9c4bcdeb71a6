package dev.adder.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The arguments as the system holds them. Java decodes them by the locale and loses what does not fit; Python wants
 * UTF-8 with the bytes that are not UTF-8 kept as lone surrogates (PEP 383).
 */
final class NativeArguments {

    private NativeArguments() {
    }

    /** The arguments for {@code main}, decoded again from the bytes if Java may have lost something. */
    static String[] exact(String[] args) {
        for (String arg : args) {
            for (int i = 0; i < arg.length(); i++) {
                if (arg.charAt(i) > 0x7f) {
                    return read(args);
                }
            }
        }
        return args;
    }

    private static String[] read(String[] args) {
        byte[] raw;
        try {
            raw = Files.readAllBytes(Path.of("/proc/self/cmdline"));
        } catch (IOException e) {
            return args;
        }
        // The program's arguments are the last ones, each ended by a NUL.
        int end = raw.length;
        String[] exact = new String[args.length];
        for (int i = args.length - 1; i >= 0; i--) {
            if (end == 0 || raw[end - 1] != 0) {
                return args;
            }
            int start = end - 1;
            while (start > 0 && raw[start - 1] != 0) {
                start--;
            }
            exact[i] = decode(raw, start, end - 1);
            end = start;
        }
        return exact;
    }

    /** UTF-8 with {@code surrogateescape}, as UTF-16. */
    static String decode(byte[] bytes, int start, int end) {
        ByteBuffer all = ByteBuffer.wrap(bytes, start, end - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
        } catch (CharacterCodingException e) {
            StringBuilder text = new StringBuilder();
            int at = start;
            while (at < end) {
                int length = sequenceLength(bytes[at]);
                CharBuffer decoded = null;
                if (at + length <= end) {
                    try {
                        decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
                    } catch (CharacterCodingException bad) {
                        decoded = null;
                    }
                }
                if (decoded == null) {
                    text.append((char) (0xdc00 + (bytes[at] & 0xff)));
                    at++;
                } else {
                    text.append(decoded);
                    at += length;
                }
            }
            return text.toString();
        }
    }

    private static int sequenceLength(byte first) {
        int b = first & 0xff;
        if (b < 0xc0) {
            return 1;
        }
        return b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    }
}
