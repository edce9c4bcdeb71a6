package dev.adder.runtime.exceptions;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBuffer;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The three Unicode errors. */
final class UnicodeErrors {
    enum Kind {
        DECODE, ENCODE, TRANSLATE
    }

    private UnicodeErrors() {
    }

    static void init(final ThreadState ts, final Kind kind, final PyBaseException e, final Object[] args,
            final String[] kwNames) {
        BaseExceptionMethods.init(ts, e, args, kwNames);
        final int n = kind == Kind.TRANSLATE ? 4 : 5;
        if (args.length != n) {
            throw Errors.typeError("function takes exactly " + n + " arguments (" + args.length + " given)");
        }
        int i = 0;
        if (kind != Kind.TRANSLATE) {
            e.putField("encoding", text(1, args[i++]));
        }
        Object object = args[i++];
        if (kind == Kind.DECODE ? !(object instanceof PyBytes) : !PyObjects.isText(object)) {
            if (kind == Kind.DECODE && object instanceof PyBuffer) {
                object = Calls.call1(ts, PyBytes.TYPE, object);
            } else {
                throw Errors.typeError(kind == Kind.DECODE ? "a bytes-like object is required, not '"
                        + PyType.of(object).name() + "'" : "argument " + i + " must be str, not "
                        + PyType.of(object).name());
            }
        }
        e.putField("object", object);
        e.putField("start", PyNumber.asSsize(ts, args[i++]));
        e.putField("end", PyNumber.asSsize(ts, args[i++]));
        e.putField("reason", text(i + 1, args[i]));
    }

    private static Object text(final int position, final Object o) {
        if (!PyObjects.isText(o)) {
            throw Errors.typeError("argument " + position + " must be str, not " + PyType.of(o).name());
        }
        return o;
    }

    static Object str(final ThreadState ts, final Kind kind, final PyBaseException e) {
        final Object object = e.field("object");
        if (object == null) {
            return "";
        }
        final String reason = PyObjects.strJava(ts, e.fieldOrNone("reason"));
        final String encoding = kind == Kind.TRANSLATE ? "" : "'" + PyObjects.strJava(ts, e.fieldOrNone("encoding"))
                + "' codec ";
        final long size = PyObjects.length(ts, object);
        final long start = clamp((Long) e.field("start"), 0, Math.max(0, size - 1));
        final long end = clamp((Long) e.field("end"), Math.min(1, size), size);
        final String verb = kind == Kind.DECODE ? "can't decode " : kind == Kind.ENCODE ? "can't encode "
                : "can't translate ";
        if (start < size && end == start + 1) {
            if (kind == Kind.DECODE && object instanceof PyBytes b) {
                return Str.ofUtf16(encoding + verb + "byte 0x"
                        + String.format("%02x", b.bytes()[(int) start] & 0xff) + " in position " + start + ": "
                        + reason);
            }
            final int c = Str.codePointAt(PyObjects.textOf(object), (int) start);
            final String escape = c <= 0xff ? String.format("\\x%02x", c) : c <= 0xffff ? String.format("\\u%04x", c)
                    : String.format("\\U%08x", c);
            return Str.ofUtf16(encoding + verb + "character '" + escape + "' in position " + start + ": " + reason);
        }
        return Str.ofUtf16(encoding + verb + (kind == Kind.DECODE ? "bytes" : "characters") + " in position " + start
                + "-" + (end - 1) + ": " + reason);
    }

    private static long clamp(final long v, final long low, final long high) {
        return Math.max(low, Math.min(v, high));
    }
}
