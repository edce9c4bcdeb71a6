package dev.adder.stdlib.algorithms;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _bisect} (CPython's Modules/_bisectmodule.c). */
@PyModuleSpec("_bisect")
public final class BisectModule extends NativeModule {

    @Override
    public BuiltinTable table() {
        return new BisectModuleTable();
    }

    private static long find(final ThreadState ts, final Object a, final Object x, final long low, final Object high,
            final Object key, final boolean right) {
        if (low < 0) {
            throw Errors.valueError("lo must be non-negative");
        }
        long from = low;
        long to = high == PyNone.NONE ? -1 : PyNumber.asSsize(ts, high);
        if (to < 0 && (high == PyNone.NONE || to == -1)) {
            to = PyObjects.length(ts, a);
        }
        while (from < to) {
            final long middle = from + to >>> 1;
            Object item = a instanceof PyList l && l.type() == PyList.TYPE ? l.item(middle)
                    : PyObjects.getItem(ts, a, middle);
            if (key != PyNone.NONE) {
                item = Calls.call1(ts, key, item);
            }
            if (right) {
                if (PyObjects.compareBool(ts, x, item, PyObjects.LT)) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            } else if (PyObjects.compareBool(ts, item, x, PyObjects.LT)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static void insert(final ThreadState ts, final Object a, final long at, final Object x) {
        if (a instanceof PyList l && l.type() == PyList.TYPE) {
            l.insert(ts, at, x);
        } else {
            Calls.method2(ts, a, "insert", at, x);
        }
    }

    private static Object keyOf(final ThreadState ts, final Object x, final Object key) {
        return key == PyNone.NONE ? x : Calls.call1(ts, key, x);
    }

    @PyFunction("bisect_right($module, /, a, x, lo=0, hi=None, *, key=None)")
    static long bisectRight(final ThreadState ts, final Object a, final Object x, final long lo, final Object hi,
            final Object key) {
        return find(ts, a, x, lo, hi, key, true);
    }

    @PyFunction("bisect_left($module, /, a, x, lo=0, hi=None, *, key=None)")
    static long bisectLeft(final ThreadState ts, final Object a, final Object x, final long lo, final Object hi,
            final Object key) {
        return find(ts, a, x, lo, hi, key, false);
    }

    @PyFunction("insort_right($module, /, a, x, lo=0, hi=None, *, key=None)")
    static void insortRight(final ThreadState ts, final Object a, final Object x, final long lo, final Object hi,
            final Object key) {
        insert(ts, a, find(ts, a, keyOf(ts, x, key), lo, hi, key, true), x);
    }

    @PyFunction("insort_left($module, /, a, x, lo=0, hi=None, *, key=None)")
    static void insortLeft(final ThreadState ts, final Object a, final Object x, final long lo, final Object hi,
            final Object key) {
        insert(ts, a, find(ts, a, keyOf(ts, x, key), lo, hi, key, false), x);
    }
}
