package dev.adder.stdlib.functools;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.PyIter;

/** The module {@code _functools} (CPython's Modules/_functoolsmodule.c). */
@PyModuleSpec("_functools")
public final class FunctoolsModule extends NativeModule {
    @PyConstant("partial")
    static final Object PARTIAL = PyPartial.TYPE;
    @PyConstant("_PlaceholderType")
    static final Object PLACEHOLDER_TYPE = Placeholder.TYPE;
    @PyConstant("Placeholder")
    static final Object PLACEHOLDER = Placeholder.INSTANCE;
    @PyConstant("_lru_cache_wrapper")
    static final Object LRU_CACHE_WRAPPER = LruCacheWrapper.TYPE;

    @Override
    public BuiltinTable table() {
        return new FunctoolsModuleTable();
    }

    @PyFunction("reduce(function, iterable, /, initial=<unrepresentable>)")
    static Object reduce(final ThreadState ts, final Object function, final Object iterable, final Object initial) {
        final Object it;
        try {
            it = PyIter.get(ts, iterable);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw Errors.typeError("reduce() arg 2 must support iteration");
            }
            throw e;
        }
        Object result = initial;
        int n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            result = result == null ? item : Calls.call2(ts, function, result, item);
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
        if (result == null) {
            throw Errors.typeError("reduce() of empty iterable with no initial value");
        }
        return result;
    }

    @PyFunction("cmp_to_key($module, /, mycmp)")
    static Object cmpToKey(final Object mycmp) {
        return new KeyWrapper(mycmp, null);
    }
}
