package dev.adder.stdlib.collections;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _collections} (CPython's Modules/_collectionsmodule.c and Objects/odictobject.c). */
@PyModuleSpec("_collections")
public final class CollectionsModule extends NativeModule {
    @PyConstant("deque")
    static final Object DEQUE = PyDeque.TYPE;
    @PyConstant("defaultdict")
    static final Object DEFAULT_DICT = PyDefaultDict.TYPE;
    @PyConstant("OrderedDict")
    static final Object ORDERED_DICT = PyOrderedDict.TYPE;
    @PyConstant("_deque_iterator")
    static final Object DEQUE_ITERATOR = DequeIterators.Forward.TYPE;
    @PyConstant("_deque_reverse_iterator")
    static final Object DEQUE_REVERSE_ITERATOR = DequeIterators.Backward.TYPE;
    @PyConstant("_tuplegetter")
    static final Object TUPLE_GETTER = TupleGetter.TYPE;

    @Override
    public BuiltinTable table() {
        return new CollectionsModuleTable();
    }

    @PyFunction("_count_elements(mapping, iterable, /)")
    static void countElements(final ThreadState ts, final Object mapping, final Object iterable) {
        final Object it = PyIter.get(ts, iterable);
        final PyDict plain = mapping instanceof PyDict d && usesDictMethods(d) ? d : null;
        final Object get = plain == null ? PyObjects.getAttr(ts, mapping, "get") : null;
        int n = 0;
        for (Object key = PyIter.next(ts, it); key != null; key = PyIter.next(ts, it)) {
            if (plain != null) {
                final Object old = plain.get(ts, key);
                plain.put(ts, key, old == null ? (Object) 1L : PyNumber.add(ts, old, 1L));
            } else {
                PyObjects.setItem(ts, mapping, key, PyNumber.add(ts, Calls.call2(ts, get, key, 0L), 1L));
            }
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
    }

    private static boolean usesDictMethods(final PyDict d) {
        return d.type().lookup("get") == PyDict.TYPE.lookup("get")
                && d.type().lookup("__setitem__") == PyDict.TYPE.lookup("__setitem__");
    }
}
