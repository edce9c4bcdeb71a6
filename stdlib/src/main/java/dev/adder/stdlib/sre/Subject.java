package dev.adder.stdlib.sre;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a pattern is matched against: the Python object, and the text the engine reads. Bytes are read as a Latin-1
 * String of the same length, so that one engine serves both.
 */
final class Subject {

    final Object object;
    /** The String or WideStr that the engine reads. */
    final Object text;
    /** The bytes, or null for a str. */
    private final byte[] bytes;
    final int length;

    private Subject(Object object, Object text, byte[] bytes) {
        this.object = object;
        this.text = text;
        this.bytes = bytes;
        this.length = Str.length(text);
    }

    boolean isBytes() {
        return bytes != null;
    }

    /** The subject for a str or bytes-like object; TypeError for anything else. */
    static Subject of(ThreadState ts, Object o) {
        if (o instanceof String s) {
            return new Subject(o, s, null);
        }
        if (PyObjects.isText(o)) {
            return new Subject(o, PyObjects.textOf(o), null);
        }
        byte[] bytes = Buffers.bytesOrNull(ts, o);
        if (bytes == null) {
            throw Errors.typeError("expected string or bytes-like object, got '" + PyType.of(o).name() + "'");
        }
        return new Subject(o, latin(o, bytes), bytes);
    }

    /**
     * The bytes as a String. The last large bytes object is remembered, so that a scanner that calls
     * {@code pattern.match(data, pos)} again and again does not copy it each time.
     */
    private static String latin(Object o, byte[] bytes) {
        if (bytes.length < REMEMBERED || !(o instanceof PyBytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Copy last = lastCopy;
        if (last != null && last.bytes.get() == bytes) {
            return last.text;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        lastCopy = new Copy(new java.lang.ref.WeakReference<>(bytes), text);
        return text;
    }

    private static final int REMEMBERED = 256;
    private static volatile Copy lastCopy;

    private record Copy(java.lang.ref.WeakReference<byte[]> bytes, String text) {
    }

    /** A slice of what the object holds now: a bytearray may have changed since it was matched. */
    Object currentSlice(ThreadState ts, int from, int to) {
        if (bytes == null || object instanceof PyBytes) {
            return slice(from, to);
        }
        byte[] now = Buffers.bytesOrNull(ts, object);
        int start = Math.min(from, now.length);
        return PyBytes.of(Arrays.copyOfRange(now, start, Math.max(start, Math.min(to, now.length))));
    }

    /** A slice as str or bytes. */
    Object slice(int from, int to) {
        int start = Math.min(from, length);
        int end = Math.min(to, length);
        if (bytes != null) {
            return start == 0 && end == length && object instanceof PyBytes b && b.type() == PyBytes.TYPE
                    ? object : PyBytes.of(Arrays.copyOfRange(bytes, start, Math.max(start, end)));
        }
        if (text instanceof String s) {
            return s.substring(start, Math.max(start, end));
        }
        return Str.slice(text, start, Math.max(start, end));
    }
}
