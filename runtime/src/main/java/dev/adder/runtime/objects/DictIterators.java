package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** The six iterators over a dict: keys, values, items, forwards and backwards. */
final class DictIterators {
    private DictIterators() {
    }

    /** Walks the entries of one dict; ends for good when the dict changed size ({@code dictiter_iternextkey}). */
    abstract static class Base extends PyIterator {
        /** Null when exhausted. */
        private PyDict dict;
        private DictTable table;
        private int cursor;
        private int size;
        private int left;
        private final boolean backwards;

        Base(final PyType type, final PyDict dict, final boolean backwards) {
            super(type);
            this.dict = dict;
            this.table = dict.table();
            this.size = table.live();
            this.left = size;
            this.backwards = backwards;
            this.cursor = backwards ? table.count() - 1 : 0;
        }

        abstract Object item(Object key, Object value);

        @Override
        public final Object next(final ThreadState ts) {
            if (isAlone(ts)) {
                return advance(ts.multi);
            }
            synchronized (this) {
                return advance(true);
            }
        }

        private Object advance(final boolean multi) {
            final PyDict d = dict;
            if (d == null) {
                return null;
            }
            DictTable t = d.table();
            if (t.live() != size) {
                size = -1;
                throw DictMerge.changedSize();
            }
            if (multi) {
                t = table;
            }
            while (true) {
                final int e = backwards ? t.previous(cursor) : t.next(cursor);
                if (e < 0) {
                    dict = null;
                    table = null;
                    return null;
                }
                if (left == 0) {
                    dict = null;
                    throw DictMerge.changedKeys();
                }
                cursor = backwards ? e - 1 : e + 1;
                final Object key = t.key(e);
                final Object value = t.value(e);
                if (key != null && value != null) {
                    left--;
                    return item(key, value);
                }
            }
        }

        final long remaining() {
            final PyDict d = dict;
            return d == null || d.size() != size ? 0 : left;
        }

        /** What is left, in a list; the iterator itself stays where it is. */
        final Object reduced(final ThreadState ts) {
            final PyList rest = new PyList();
            final PyDict d = dict;
            if (d != null) {
                if (d.size() != size) {
                    throw DictMerge.changedSize();
                }
                final DictTable t = d.table();
                for (int e = step(t, cursor); e >= 0; e = step(t, backwards ? e - 1 : e + 1)) {
                    rest.append(ts, item(t.key(e), t.value(e)));
                }
            }
            return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(rest));
        }

        private int step(final DictTable t, final int from) {
            return backwards ? t.previous(from) : t.next(from);
        }

        @PyMethod("__length_hint__($self, /)")
        final long lengthHint() {
            return remaining();
        }

        @PyMethod("__reduce__($self, /)")
        final Object reduce(final ThreadState ts) {
            return reduced(ts);
        }
    }

    @PyTypeSpec(name = "dict_keyiterator")
    static final class Keys extends Base {
        static final PyType TYPE =
                PyType.builtinFinal("dict_keyiterator", "builtins", null, new DictIterators_KeysTable()).withoutNew();

        Keys(final PyDict dict) {
            super(TYPE, dict, false);
        }

        @Override
        Object item(final Object key, final Object value) {
            return key;
        }
    }

    @PyTypeSpec(name = "dict_valueiterator")
    static final class Values extends Base {
        static final PyType TYPE = PyType
                .builtinFinal("dict_valueiterator", "builtins", null, new DictIterators_ValuesTable()).withoutNew();

        Values(final PyDict dict) {
            super(TYPE, dict, false);
        }

        @Override
        Object item(final Object key, final Object value) {
            return value;
        }
    }

    @PyTypeSpec(name = "dict_itemiterator")
    static final class Items extends Base {
        static final PyType TYPE =
                PyType.builtinFinal("dict_itemiterator", "builtins", null, new DictIterators_ItemsTable()).withoutNew();

        Items(final PyDict dict) {
            super(TYPE, dict, false);
        }

        @Override
        Object item(final Object key, final Object value) {
            return PyTuple.of(key, value);
        }
    }

    @PyTypeSpec(name = "dict_reversekeyiterator")
    static final class ReverseKeys extends Base {
        static final PyType TYPE = PyType
                .builtinFinal("dict_reversekeyiterator", "builtins", null, new DictIterators_ReverseKeysTable())
                .withoutNew();

        ReverseKeys(final PyDict dict) {
            super(TYPE, dict, true);
        }

        @Override
        Object item(final Object key, final Object value) {
            return key;
        }
    }

    @PyTypeSpec(name = "dict_reversevalueiterator")
    static final class ReverseValues extends Base {
        static final PyType TYPE = PyType
                .builtinFinal("dict_reversevalueiterator", "builtins", null, new DictIterators_ReverseValuesTable())
                .withoutNew();

        ReverseValues(final PyDict dict) {
            super(TYPE, dict, true);
        }

        @Override
        Object item(final Object key, final Object value) {
            return value;
        }
    }

    @PyTypeSpec(name = "dict_reverseitemiterator")
    static final class ReverseItems extends Base {
        static final PyType TYPE = PyType
                .builtinFinal("dict_reverseitemiterator", "builtins", null, new DictIterators_ReverseItemsTable())
                .withoutNew();

        ReverseItems(final PyDict dict) {
            super(TYPE, dict, true);
        }

        @Override
        Object item(final Object key, final Object value) {
            return PyTuple.of(key, value);
        }
    }
}
