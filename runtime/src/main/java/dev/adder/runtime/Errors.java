package dev.adder.runtime;

import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;

/** Makes Python exceptions to throw: {@code throw Errors.typeError("...")}. Texts are Java strings in UTF-16. */
public final class Errors {
    private Errors() {
    }

    /** An exception of a built-in type with one message argument. */
    public static PyRaise of(final PyType type, final String message) {
        return new PyRaise(PyBaseException.make(type, dev.adder.language.text.Str.ofUtf16(message)));
    }

    /** An exception of a built-in type with the given arguments. */
    public static PyRaise withArgs(final PyType type, final Object... args) {
        return new PyRaise(PyBaseException.make(type, args));
    }

    public static PyRaise typeError(final String message) {
        return of(ExceptionTypes.TYPE_ERROR, message);
    }

    public static PyRaise valueError(final String message) {
        return of(ExceptionTypes.VALUE_ERROR, message);
    }

    public static PyRaise indexError(final String message) {
        return of(ExceptionTypes.INDEX_ERROR, message);
    }

    public static PyRaise keyError(final Object key) {
        return withArgs(ExceptionTypes.KEY_ERROR, key);
    }

    public static PyRaise overflowError(final String message) {
        return of(ExceptionTypes.OVERFLOW_ERROR, message);
    }

    public static PyRaise zeroDivision(final String message) {
        return of(ExceptionTypes.ZERO_DIVISION_ERROR, message);
    }

    public static PyRaise runtimeError(final String message) {
        return of(ExceptionTypes.RUNTIME_ERROR, message);
    }

    public static PyRaise systemError(final String message) {
        return of(ExceptionTypes.SYSTEM_ERROR, message);
    }

    public static PyRaise recursionError(final String message) {
        return of(ExceptionTypes.RECURSION_ERROR, message);
    }

    public static PyRaise memoryError() {
        return withArgs(ExceptionTypes.MEMORY_ERROR);
    }

    public static PyRaise bufferError(final String message) {
        return of(ExceptionTypes.BUFFER_ERROR, message);
    }

    public static PyRaise lookupError(final String message) {
        return of(ExceptionTypes.LOOKUP_ERROR, message);
    }

    public static PyRaise notImplemented(final String message) {
        return of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, message);
    }

    public static PyRaise moduleNotFound(final String message, final Object name) {
        final PyRaise raise = of(ExceptionTypes.MODULE_NOT_FOUND_ERROR, message);
        raise.value.putField("name", name);
        return raise;
    }

    public static PyRaise importError(final String message, final Object name, final Object path) {
        final PyRaise raise = of(ExceptionTypes.IMPORT_ERROR, message);
        raise.value.putField("name", name);
        raise.value.putField("path", path);
        return raise;
    }

    public static PyRaise stopIteration() {
        return withArgs(ExceptionTypes.STOP_ITERATION);
    }

    /** StopIteration carrying a generator's return value. */
    public static PyRaise stopIteration(final Object value) {
        return value == PyNone.NONE ? stopIteration() : withArgs(ExceptionTypes.STOP_ITERATION, value);
    }

    public static PyRaise stopAsyncIteration() {
        return withArgs(ExceptionTypes.STOP_ASYNC_ITERATION);
    }

    public static PyRaise attributeError(final String message) {
        return of(ExceptionTypes.ATTRIBUTE_ERROR, message);
    }

    /** With the object and name that suggestions ("Did you mean") are made from. */
    public static PyRaise attributeError(final String message, final Object object, final String name) {
        final PyRaise raise = of(ExceptionTypes.ATTRIBUTE_ERROR, message);
        raise.value.putField("name", dev.adder.language.text.Str.fromNameKey(name));
        raise.value.putField("obj", object);
        return raise;
    }

    public static PyRaise nameError(final String message, final String name) {
        final PyRaise raise = of(ExceptionTypes.NAME_ERROR, message);
        raise.value.putField("name", dev.adder.language.text.Str.fromNameKey(name));
        return raise;
    }

    /** Whether the carried exception is an instance of the type. */
    public static boolean matches(final PyRaise raise, final PyType type) {
        return raise.value.type().isSubtypeOf(type);
    }
}
