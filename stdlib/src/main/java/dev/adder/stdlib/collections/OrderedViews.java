package dev.adder.stdlib.collections;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Builtins;
import dev.adder.runtime.objects.PyDictItems;
import dev.adder.runtime.objects.PyDictKeys;
import dev.adder.runtime.objects.PyDictValues;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;

/** The views and the iterator of an OrderedDict: they notice every change of its order. */
final class OrderedViews {
    private OrderedViews() {
    }

    /** What an iterator gives for each entry. */
    enum Kind { KEYS, VALUES, ITEMS }

    /** {@code odict_iterator}. */
    @PyTypeSpec(name = "odict_iterator")
    static final class Iterator extends PyIterator {
        static final PyType TYPE =
                PyType.builtinFinal("odict_iterator", "builtins", null, new OrderedViews_IteratorTable()).withoutNew();

        /** Null when exhausted. */
        private PyOrderedDict dict;
        private final Kind kind;
        private final boolean backwards;
        private final int changes;
        private int cursor;

        Iterator(final PyOrderedDict dict, final Kind kind, final boolean backwards) {
            super(TYPE);
            this.dict = dict;
            this.kind = kind;
            this.backwards = backwards;
            this.changes = dict.orderChanges();
            this.cursor = backwards ? Integer.MAX_VALUE : 0;
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            final PyOrderedDict d = dict;
            if (d == null) {
                return null;
            }
            if (d.orderChanges() != changes) {
                dict = null;
                throw Errors.runtimeError("OrderedDict mutated during iteration");
            }
            final int e = backwards ? d.previous(cursor) : d.next(cursor);
            if (e < 0) {
                dict = null;
                return null;
            }
            cursor = backwards ? e - 1 : e + 1;
            final Object key = d.keyAt(e);
            return kind == Kind.KEYS ? key : kind == Kind.VALUES ? d.value(ts, key, e)
                    : PyTuple.of(key, d.value(ts, key, e));
        }

        @PyMethod("__reduce__($self, /)")
        synchronized Object reduce(final ThreadState ts) {
            final PyOrderedDict d = dict;
            final int place = cursor;
            final PyList rest = new PyList();
            for (Object item = next(ts); item != null; item = next(ts)) {
                rest.append(ts, item);
            }
            dict = d;
            cursor = place;
            return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(rest));
        }
    }

    /** {@code odict_keys}. */
    @PyTypeSpec(name = "odict_keys")
    static final class Keys extends PyDictKeys {
        static final PyType TYPE = PyType
                .builtinFinal("odict_keys", "builtins", PyDictKeys.TYPE, new OrderedViews_KeysTable()).withoutNew();

        private final PyOrderedDict ordered;

        Keys(final PyOrderedDict dict) {
            super(TYPE, dict);
            this.ordered = dict;
        }

        @Override
        @PyMethod("__iter__($self, /)")
        protected Object iter(final ThreadState ts) {
            return new Iterator(ordered, Kind.KEYS, false);
        }

        @Override
        @PyMethod("__reversed__($self, /)")
        protected Object reversed() {
            return new Iterator(ordered, Kind.KEYS, true);
        }
    }

    /** {@code odict_values}. */
    @PyTypeSpec(name = "odict_values")
    static final class Values extends PyDictValues {
        static final PyType TYPE = PyType
                .builtinFinal("odict_values", "builtins", PyDictValues.TYPE, new OrderedViews_ValuesTable())
                .withoutNew();

        private final PyOrderedDict ordered;

        Values(final PyOrderedDict dict) {
            super(TYPE, dict);
            this.ordered = dict;
        }

        @Override
        @PyMethod("__iter__($self, /)")
        protected Object iter(final ThreadState ts) {
            return new Iterator(ordered, Kind.VALUES, false);
        }

        @Override
        @PyMethod("__reversed__($self, /)")
        protected Object reversed() {
            return new Iterator(ordered, Kind.VALUES, true);
        }
    }

    /** {@code odict_items}. */
    @PyTypeSpec(name = "odict_items")
    static final class Items extends PyDictItems {
        static final PyType TYPE = PyType
                .builtinFinal("odict_items", "builtins", PyDictItems.TYPE, new OrderedViews_ItemsTable()).withoutNew();

        private final PyOrderedDict ordered;

        Items(final PyOrderedDict dict) {
            super(TYPE, dict);
            this.ordered = dict;
        }

        @Override
        @PyMethod("__iter__($self, /)")
        protected Object iter(final ThreadState ts) {
            return new Iterator(ordered, Kind.ITEMS, false);
        }

        @Override
        @PyMethod("__reversed__($self, /)")
        protected Object reversed() {
            return new Iterator(ordered, Kind.ITEMS, true);
        }
    }
}
