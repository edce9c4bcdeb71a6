package dev.adder.runtime.codecs;

import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinSink;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.BuiltinErrors;
import dev.adder.runtime.text.CodecErrors;
import java.util.Locale;

/** The built-in error handlers as Python functions ({@code codecs.strict_errors} and the like). */
public final class HandlerFunction extends BuiltinTable {
    private static final HandlerFunction TABLE = new HandlerFunction();

    private HandlerFunction() {
    }

    /** {@code codecs.lookup_error(name)}. */
    public static Object lookup(final ThreadState ts, final String name) {
        final Object registered = CodecRegistry.of(ts).registeredError(name);
        if (registered != null) {
            return registered;
        }
        final BuiltinErrors builtin = BuiltinErrors.of(name);
        if (builtin == null) {
            throw Errors.lookupError("unknown error handler name '" + name + "'");
        }
        final Object made = new BuiltinFunction(TABLE, builtin.ordinal(),
                name.equals("surrogateescape") || name.equals("surrogatepass") ? name
                        : builtin.name().toLowerCase(Locale.ROOT) + "_errors",
                "($module, exception, /)", ts.interp.modules.getStr("_codecs"), "_codecs", null);
        CodecRegistry.of(ts).registerError(name, made);
        return made;
    }

    @Override
    public Object call0(final int id, final ThreadState ts, final Object self) {
        throw Errors.typeError("error handler takes exactly one argument (0 given)");
    }

    @Override
    public Object call1(final int id, final ThreadState ts, final Object self, final Object a) {
        return handle(BuiltinErrors.values()[id], a);
    }

    @Override
    public Object call2(final int id, final ThreadState ts, final Object self, final Object a, final Object b) {
        throw Errors.typeError("error handler takes exactly one argument (2 given)");
    }

    @Override
    public Object call3(final int id, final ThreadState ts, final Object self, final Object a, final Object b,
            final Object c) {
        throw Errors.typeError("error handler takes exactly one argument (3 given)");
    }

    @Override
    public Object call(final int id, final ThreadState ts, final Object self, final Object[] args,
            final String[] kwNames) {
        if (args.length != 1 || kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("error handler takes exactly one argument (" + args.length + " given)");
        }
        return call1(id, ts, self, args[0]);
    }

    @Override
    public void define(final BuiltinSink sink) {
        throw new IllegalStateException("the table of no type");
    }

    private static Object handle(final BuiltinErrors handler, final Object error) {
        if (!(error instanceof PyBaseException e)) {
            throw Errors.typeError(handler == BuiltinErrors.STRICT ? "codec must pass exception instance"
                    : "don't know how to handle " + PyType.of(error).name() + " in error callback");
        }
        if (handler == BuiltinErrors.STRICT) {
            throw new PyRaise(e);
        }
        final PyType type = e.type();
        final boolean decode = type.isSubtypeOf(ExceptionTypes.UNICODE_DECODE_ERROR);
        final boolean encode = type.isSubtypeOf(ExceptionTypes.UNICODE_ENCODE_ERROR);
        if (!decode && !encode && !type.isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR)) {
            throw Errors.typeError("don't know how to handle " + type.name() + " in error callback");
        }
        final boolean translates = handler == BuiltinErrors.IGNORE || handler == BuiltinErrors.REPLACE
                || handler == BuiltinErrors.BACKSLASHREPLACE;
        if (!decode && !encode && !translates) {
            throw Errors.typeError("don't know how to handle " + type.name() + " in error callback");
        }
        final Object object = e.field("object");
        if (decode ? !(object instanceof PyBytes) : object == null || !PyObjects.isText(object)) {
            throw Errors.typeError("object attribute must be " + (decode ? "bytes" : "unicode"));
        }
        final int length = object instanceof PyBytes b ? b.bytes().length : Str.length(PyObjects.textOf(object));
        final int start = clip(e.field("start"), Math.max(0, length - 1));
        final int end = Math.max(clip(e.field("end"), length), Math.min(1, length));
        final String encoding = e.field("encoding") == null ? "" : Str.toJava(PyObjects.textOf(e.field("encoding")));
        final String reason = Str.toJava(PyObjects.textOf(e.field("reason")));
        try {
            final CodecErrors.Fix fix = decode ? handler.decode(encoding, ((PyBytes) object).bytes(), start, end, reason)
                    : encode ? handler.encode(encoding, PyObjects.textOf(object), start, end, reason)
                    : handler.translate(PyObjects.textOf(object), start, end, reason);
            return PyTuple.of(fix.replacement() instanceof byte[] b ? PyBytes.of(b) : fix.replacement(),
                    (long) fix.position());
        } catch (final dev.adder.runtime.text.CodecException again) {
            throw new PyRaise(e);
        } catch (final TextException other) {
            throw TextErrors.raise(other);
        }
    }

    private static int clip(final Object position, final int limit) {
        final Object n = position == null ? null : IntMath.intValueOrNull(position);
        return n instanceof Long l ? (int) Math.max(0, Math.min(l, limit)) : 0;
    }
}
