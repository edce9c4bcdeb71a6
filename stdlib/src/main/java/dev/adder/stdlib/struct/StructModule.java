package dev.adder.stdlib.struct;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import java.util.concurrent.ConcurrentHashMap;

/** The module {@code _struct}. */
@PyModuleSpec("_struct")
public final class StructModule extends NativeModule {

    private static final int CACHED = 100;

    private static final PyType ERROR_TYPE = PyType.builtin("error", "struct", ExceptionTypes.EXCEPTION, null);

    @PyConstant("error")
    static final Object ERROR = ERROR_TYPE;
    @PyConstant("Struct")
    static final Object STRUCT = PyStruct.TYPE;

    /** Formats given as plain text, compiled. */
    private final ConcurrentHashMap<String, PyStruct> cache = new ConcurrentHashMap<>();

    static PyRaise error(String message) {
        return Errors.of(ERROR_TYPE, message);
    }

    private PyStruct compiled(ThreadState ts, Object format) {
        if (format instanceof PyStruct struct) {
            return struct;
        }
        if (!(format instanceof String text)) {
            return PyStruct.of(ts, format);
        }
        PyStruct known = cache.get(text);
        if (known == null) {
            known = PyStruct.of(ts, text);
            if (cache.size() >= CACHED) {
                cache.clear();
            }
            cache.put(text, known);
        }
        return known;
    }

    @Override
    public BuiltinTable table() {
        return new StructModuleTable();
    }

    @PyFunction("_clearcache($module, /)")
    void clearCache() {
        cache.clear();
    }

    @PyFunction("calcsize($module, format, /)")
    long calcSize(ThreadState ts, Object format) {
        return compiled(ts, format).size();
    }

    private PyStruct formatArgument(ThreadState ts, Object[] args) {
        if (args.length == 0) {
            throw Errors.typeError("missing format argument");
        }
        return compiled(ts, args[0]);
    }

    @PyFunction(value = "pack($module, /, *args)", hidden = true)
    Object pack(ThreadState ts, Object[] args) {
        return formatArgument(ts, args).pack(ts, args, 1);
    }

    @PyFunction(value = "pack_into($module, /, *args)", hidden = true)
    void packInto(ThreadState ts, Object[] args) {
        formatArgument(ts, args).packInto(ts, args, 1);
    }

    @PyFunction("unpack($module, format, buffer, /)")
    Object unpack(ThreadState ts, Object format, Object buffer) {
        return compiled(ts, format).unpack(ts, buffer);
    }

    @PyFunction("unpack_from($module, format, /, buffer, offset=0)")
    Object unpackFrom(ThreadState ts, Object format, Object buffer, long offset) {
        return compiled(ts, format).unpackFrom(ts, buffer, offset);
    }

    @PyFunction("iter_unpack($module, format, buffer, /)")
    Object iterUnpack(ThreadState ts, Object format, Object buffer) {
        return compiled(ts, format).iterUnpack(ts, buffer);
    }
}
