package dev.adder.runtime.exceptions;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** OSError: the subclass is chosen by the errno ({@code oserror_use_init} and its like in Objects/exceptions.c). */
public final class OsErrors {
    private OsErrors() {
    }

    /** The subclass that CPython raises for an errno of Linux. */
    public static PyType typeOf(final long errno) {
        return switch ((int) errno) {
            case 11, 114, 115 -> ExceptionTypes.BLOCKING_IO_ERROR;
            case 10 -> ExceptionTypes.CHILD_PROCESS_ERROR;
            case 32, 108 -> ExceptionTypes.BROKEN_PIPE_ERROR;
            case 103 -> ExceptionTypes.CONNECTION_ABORTED_ERROR;
            case 111 -> ExceptionTypes.CONNECTION_REFUSED_ERROR;
            case 104 -> ExceptionTypes.CONNECTION_RESET_ERROR;
            case 17 -> ExceptionTypes.FILE_EXISTS_ERROR;
            case 2 -> ExceptionTypes.FILE_NOT_FOUND_ERROR;
            case 4 -> ExceptionTypes.INTERRUPTED_ERROR;
            case 21 -> ExceptionTypes.IS_A_DIRECTORY_ERROR;
            case 20 -> ExceptionTypes.NOT_A_DIRECTORY_ERROR;
            case 13, 1 -> ExceptionTypes.PERMISSION_ERROR;
            case 3 -> ExceptionTypes.PROCESS_LOOKUP_ERROR;
            case 110 -> ExceptionTypes.TIMEOUT_ERROR;
            default -> ExceptionTypes.OS_ERROR;
        };
    }

    /** To throw for a failed system call; {@code filename} may be null. */
    public static PyRaise of(final int errno, final String message, final Object filename) {
        final PyBaseException e = new PyBaseException(typeOf(errno), new Object[] {(long) errno, Str.ofUtf16(message)});
        e.putField("errno", (long) errno);
        e.putField("strerror", Str.ofUtf16(message));
        e.putField("filename", filename);
        return new PyRaise(e);
    }

    /** Whether {@code __init__} takes the arguments: where a subclass overrides that and not {@code __new__}. */
    private static boolean useInit(final PyType type) {
        return !(type.lookup("__init__") instanceof BuiltinDescriptor) && type.lookup("__new__") instanceof BuiltinNew;
    }

    static PyBaseException make(final ThreadState ts, final PyType cls, final Object[] args,
            final String[] kwNames) {
        if (useInit(cls)) {
            return new PyBaseException(cls, new Object[0]);
        }
        final Object[] given = positional(cls, args, kwNames);
        final PyType type = cls == ExceptionTypes.OS_ERROR && isFull(given) && given[0] instanceof Long n ? typeOf(n)
                : cls;
        final PyBaseException e = new PyBaseException(type, given);
        fill(e, given);
        return e;
    }

    static void init(final PyBaseException e, final Object[] args, final String[] kwNames) {
        if (useInit(e.type())) {
            final Object[] given = positional(e.type(), args, kwNames);
            e.setArgs(given);
            fill(e, given);
        }
    }

    private static Object[] positional(final PyType type, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError(type.name() + "() takes no keyword arguments");
        }
        return args.clone();
    }

    private static boolean isFull(final Object[] given) {
        return given.length >= 2 && given.length <= 5;
    }

    private static void fill(final PyBaseException e, final Object[] given) {
        if (!isFull(given)) {
            return;
        }
        e.putField("errno", given[0]);
        e.putField("strerror", given[1]);
        if (given.length >= 3 && given[2] != PyNone.NONE) {
            if (e.type().isSubtypeOf(ExceptionTypes.BLOCKING_IO_ERROR) && given[2] instanceof Long) {
                e.putField("characters_written", given[2]);
                return;
            }
            e.putField("filename", given[2]);
            if (given.length == 5 && given[4] != PyNone.NONE) {
                e.putField("filename2", given[4]);
            }
            e.setArgs(Arrays.copyOf(given, 2));
        }
    }

    /** The arguments that make the same exception again: the file names, too. */
    static Object reduce(final ThreadState ts, final PyBaseException e) {
        PyTuple args = e.argsTuple();
        final Object filename = e.field("filename");
        if (args.size() == 2 && filename != null) {
            final Object second = e.field("filename2");
            args = second == null ? PyTuple.of(args.get(0), args.get(1), filename)
                    : PyTuple.of(args.get(0), args.get(1), filename, PyNone.NONE, second);
        }
        final PyDict d = Attributes.dictOf(ts, e);
        return d.size() == 0 ? PyTuple.of(e.type(), args) : PyTuple.of(e.type(), args, d);
    }

    static Object str(final ThreadState ts, final PyBaseException e) {
        final Object errno = e.fieldOrNone("errno");
        final Object strerror = e.fieldOrNone("strerror");
        final Object filename = e.field("filename");
        final Object filename2 = e.field("filename2");
        if (filename != null) {
            final String head = "[Errno " + PyObjects.strJava(ts, errno) + "] " + PyObjects.strJava(ts, strerror)
                    + ": " + PyObjects.reprJava(ts, filename);
            return Str.ofUtf16(filename2 == null ? head : head + " -> " + PyObjects.reprJava(ts, filename2));
        }
        if (e.field("errno") != null && e.field("strerror") != null) {
            return Str.ofUtf16("[Errno " + PyObjects.strJava(ts, errno) + "] " + PyObjects.strJava(ts, strerror));
        }
        return BaseExceptionMethods.str(ts, e);
    }
}
