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
        if (e.field("object") == null) {
            return "";
        }
        final String reason = PyObjects.strJava(ts, e.fieldOrNone("reason"));
        final String encoding = kind == Kind.TRANSLATE ? "" : "'" + PyObjects.strJava(ts, e.fieldOrNone("encoding"))
                + "' codec ";
        // The calls above may have changed the object.
        final Object object = e.field("object");
        if (object == null) {
            throw Errors.typeError("object attribute not set");
        }
        final boolean bytes = kind == Kind.DECODE;
        if (bytes ? !(object instanceof PyBytes) : !PyObjects.isText(object)) {
            throw Errors.typeError("object attribute must be " + (bytes ? "bytes" : "unicode"));
        }
        final long size = PyObjects.length(ts, object);
        final long start = (Long) e.field("start");
        final long end = (Long) e.field("end");
        final String verb = bytes ? "can't decode " : kind == Kind.ENCODE ? "can't encode " : "can't translate ";
        final StringBuilder b = new StringBuilder(encoding).append(verb);
        if (start >= 0 && start < size && end == start + 1) {
            final int c = bytes ? ((PyBytes) object).bytes()[(int) start] & 0xff
                    : Str.codePointAt(PyObjects.textOf(object), (int) start);
            if (bytes) {
                hex(b.append("byte 0x"), c, 2);
            } else {
                hex(b.append("character '\\").append(c <= 0xff ? 'x' : c <= 0xffff ? 'u' : 'U'), c,
                        c <= 0xff ? 2 : c <= 0xffff ? 4 : 8);
                b.append('\'');
            }
            b.append(" in position ").append(start);
        } else {
            b.append(bytes ? "bytes" : "characters").append(" in position ").append(start).append('-')
                    .append(end - 1);
        }
        return Str.ofUtf16(b.append(": ").append(reason).toString());
    }

    private static void hex(final StringBuilder b, final int c, final int digits) {
        for (int shift = digits * 4 - 4; shift >= 0; shift -= 4) {
            b.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
