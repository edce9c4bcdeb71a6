package dev.adder.stdlib.csv;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _csv}; its state is the dialect registry and the field limit. */
@PyModuleSpec("_csv")
public final class CsvModule extends NativeModule {

    private static final int DEFAULT_LIMIT = 128 * 1024;

    private static final PyType ERROR_TYPE = PyType.builtin("Error", "_csv", ExceptionTypes.EXCEPTION, null);

    @PyConstant("Error")
    static final Object ERROR = ERROR_TYPE;
    @PyConstant("Dialect")
    static final Object DIALECT = CsvDialect.TYPE;
    @PyConstant("Reader")
    static final Object READER = CsvReader.TYPE;
    @PyConstant("Writer")
    static final Object WRITER = CsvWriter.TYPE;
    @PyConstant("QUOTE_MINIMAL")
    static final Object QUOTE_MINIMAL = (long) CsvDialect.QUOTE_MINIMAL;
    @PyConstant("QUOTE_ALL")
    static final Object QUOTE_ALL = (long) CsvDialect.QUOTE_ALL;
    @PyConstant("QUOTE_NONNUMERIC")
    static final Object QUOTE_NONNUMERIC = (long) CsvDialect.QUOTE_NONNUMERIC;
    @PyConstant("QUOTE_NONE")
    static final Object QUOTE_NONE = (long) CsvDialect.QUOTE_NONE;
    @PyConstant("QUOTE_STRINGS")
    static final Object QUOTE_STRINGS = (long) CsvDialect.QUOTE_STRINGS;
    @PyConstant("QUOTE_NOTNULL")
    static final Object QUOTE_NOTNULL = (long) CsvDialect.QUOTE_NOTNULL;

    private final PyDict dialects = new PyDict();
    private volatile long fieldLimit = DEFAULT_LIMIT;

    static PyRaise error(String message) {
        return Errors.of(ERROR_TYPE, message);
    }

    @Override
    public void init(ThreadState ts, PyModule module) {
        ts.interp.setPart(CsvModule.class, this);
        module.dict().putStr("_dialects", dialects);
    }

    /** The module's state in this interpreter. */
    static CsvModule of(ThreadState ts) {
        return ts.interp.part(CsvModule.class);
    }

    long fieldLimit() {
        return fieldLimit;
    }

    Object registered(ThreadState ts, Object name) {
        Object dialect = dialects.get(ts, name);
        if (dialect == null) {
            throw error("unknown dialect");
        }
        return dialect;
    }

    private static CsvDialect dialect(ThreadState ts, Object[] args, String[] kwNames) {
        Object[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        return CsvDialect.make(ts, CsvDialect.TYPE, rest, kwNames);
    }

    @Override
    public BuiltinTable table() {
        return new CsvModuleTable();
    }

    @PyFunction(value = "reader($module, iterable, /, dialect='excel', **fmtparams)", raw = true)
    static Object reader(ThreadState ts, Object self, Object[] args, String[] kwNames) {
        ArgumentParser.checkCount("reader", ArgumentParser.positional(args, kwNames), 1, 2);
        Object lines = PyIter.get(ts, args[0]);
        return new CsvReader(of(ts), lines, dialect(ts, args, kwNames));
    }

    @PyFunction(value = "writer($module, fileobj, /, dialect='excel', **fmtparams)", raw = true)
    static Object writer(ThreadState ts, Object self, Object[] args, String[] kwNames) {
        ArgumentParser.checkCount("writer", ArgumentParser.positional(args, kwNames), 1, 2);
        Object write = PyObjects.lookupAttr(ts, args[0], "write");
        if (write == null || !PyObjects.isCallable(write)) {
            throw Errors.typeError("argument 1 must have a \"write\" method");
        }
        return new CsvWriter(write, dialect(ts, args, kwNames));
    }

    @PyFunction("list_dialects($module, /)")
    static Object listDialects(ThreadState ts) {
        PyList names = new PyList();
        of(ts).dialects.forEach((name, dialect) -> names.append(ts, name));
        return names;
    }

    @PyFunction(value = "register_dialect($module, name, /, dialect='excel', **fmtparams)", raw = true)
    static Object registerDialect(ThreadState ts, Object self, Object[] args, String[] kwNames) {
        ArgumentParser.checkCount("register_dialect", ArgumentParser.positional(args, kwNames), 1, 2);
        if (!PyObjects.isText(args[0])) {
            throw Errors.typeError("dialect name must be a string");
        }
        of(ts).dialects.put(ts, args[0], dialect(ts, args, kwNames));
        return dev.adder.runtime.PyNone.NONE;
    }

    @PyFunction("unregister_dialect($module, /, name)")
    static void unregisterDialect(ThreadState ts, Object name) {
        if (of(ts).dialects.remove(ts, name) == null) {
            throw error("unknown dialect");
        }
    }

    @PyFunction("get_dialect($module, /, name)")
    static Object getDialect(ThreadState ts, Object name) {
        return of(ts).registered(ts, name);
    }

    @PyFunction("field_size_limit($module, /, new_limit=<unrepresentable>)")
    static long fieldSizeLimit(ThreadState ts, Object newLimit) {
        CsvModule state = of(ts);
        long old = state.fieldLimit;
        if (newLimit != null) {
            if (!(newLimit instanceof Long) && !(newLimit instanceof java.math.BigInteger)) {
                throw Errors.typeError("limit must be an integer");
            }
            state.fieldLimit = PyNumber.asSsize(ts, newLimit);
        }
        return old;
    }
}
