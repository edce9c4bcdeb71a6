package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** What the three views of a dict have in common. */
abstract class DictView extends PyObject {
    final PyDict dict;

    DictView(final PyType type, final PyDict dict) {
        super(type);
        this.dict = dict;
    }

    @PyMethod("__len__($self, /)")
    final long len() {
        return dict.size();
    }

    @PyGetter("mapping")
    final Object mapping() {
        return new PyMappingProxy(dict);
    }

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        final String name = type().name();
        if (!ReprGuard.enter(ts, this)) {
            return "...";
        }
        try {
            final PyList items = new PyList();
            PyIter.forEach(ts, this, item -> items.append(ts, item));
            final StrBuilder out = new StrBuilder();
            out.append(name);
            out.append("(");
            out.append(PyObjects.repr(ts, items));
            out.append(")");
            return out.build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    /** The views that are sets: keys and items ({@code dictviews_as_number}). */
    abstract static class SetLike extends DictView {
        SetLike(final PyType type, final PyDict dict) {
            super(type, dict);
        }

        abstract boolean has(ThreadState ts, Object element);

        private static boolean isSetLike(final Object o) {
            return o instanceof PyBaseSet || o instanceof SetLike;
        }

        private static boolean has(final ThreadState ts, final Object container, final Object element) {
            return PyObjects.contains(ts, container, element);
        }

        private static boolean allIn(final ThreadState ts, final Object items, final Object container) {
            final Object it = PyIter.get(ts, items);
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                if (!has(ts, container, item)) {
                    return false;
                }
            }
            return true;
        }

        @PyMethod("__contains__($self, key, /)")
        final boolean contains(final ThreadState ts, final Object element) {
            return has(ts, element);
        }

        @PyRichCompare
        final Object compare(final ThreadState ts, final Object other, final int op) {
            if (!isSetLike(other)) {
                return PyNotImplemented.NOT_IMPLEMENTED;
            }
            final long mine = dict.size();
            final long theirs = PyObjects.length(ts, other);
            return switch (op) {
                case PyObjects.EQ -> mine == theirs && allIn(ts, this, other);
                case PyObjects.NE -> !(mine == theirs && allIn(ts, this, other));
                case PyObjects.LT -> mine < theirs && allIn(ts, this, other);
                case PyObjects.LE -> mine <= theirs && allIn(ts, this, other);
                case PyObjects.GT -> mine > theirs && allIn(ts, other, this);
                default -> mine >= theirs && allIn(ts, other, this);
            };
        }

        /** {@code dictviews_to_set}. */
        private static PySet toSet(final ThreadState ts, final Object o) {
            final PySet set = new PySet();
            set.update(ts, o instanceof PyDictKeys k ? k.dict : o);
            return set;
        }

        private static Object subtract(final ThreadState ts, final Object a, final Object b) {
            final PySet result = toSet(ts, a);
            result.differenceUpdate(ts, b);
            return result;
        }

        private static Object intersect(final ThreadState ts, final Object a, final Object b) {
            Object container = a;
            Object items = b;
            if (!(a instanceof SetLike) || b instanceof SetLike
                    && PyObjects.length(ts, b) > PyObjects.length(ts, a)) {
                container = b;
                items = a;
            }
            final PySet result = new PySet();
            final Object it = PyIter.get(ts, items);
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                if (has(ts, container, item)) {
                    result.add(ts, item);
                }
            }
            return result;
        }

        private static Object unite(final ThreadState ts, final Object a, final Object b) {
            final PySet result = toSet(ts, a);
            result.update(ts, b);
            return result;
        }

        private static Object exclusive(final ThreadState ts, final Object a, final Object b) {
            final PySet result = toSet(ts, a);
            result.symmetricUpdate(ts, b);
            return result;
        }

        @PyMethod("__sub__($self, value, /)")
        final Object sub(final ThreadState ts, final Object other) {
            return subtract(ts, this, other);
        }

        @PyMethod("__rsub__($self, value, /)")
        final Object rsub(final ThreadState ts, final Object other) {
            return subtract(ts, other, this);
        }

        @PyMethod("__and__($self, value, /)")
        final Object and(final ThreadState ts, final Object other) {
            return intersect(ts, this, other);
        }

        @PyMethod("__rand__($self, value, /)")
        final Object rand(final ThreadState ts, final Object other) {
            return intersect(ts, other, this);
        }

        @PyMethod("__or__($self, value, /)")
        final Object or(final ThreadState ts, final Object other) {
            return unite(ts, this, other);
        }

        @PyMethod("__ror__($self, value, /)")
        final Object ror(final ThreadState ts, final Object other) {
            return unite(ts, other, this);
        }

        @PyMethod("__xor__($self, value, /)")
        final Object xor(final ThreadState ts, final Object other) {
            return exclusive(ts, this, other);
        }

        @PyMethod("__rxor__($self, value, /)")
        final Object rxor(final ThreadState ts, final Object other) {
            return exclusive(ts, other, this);
        }

        @PyMethod("isdisjoint($self, other, /)")
        final boolean isDisjoint(final ThreadState ts, final Object other) {
            if (other == this) {
                return dict.isEmpty();
            }
            Object container = this;
            Object items = other;
            if (isSetLike(other) && PyObjects.length(ts, other) > dict.size()) {
                container = other;
                items = this;
            }
            final Object it = PyIter.get(ts, items);
            for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
                if (has(ts, container, item)) {
                    return false;
                }
            }
            return true;
        }
    }
}
