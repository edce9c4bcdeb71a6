package dev.adder.stdlib.itertools;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code groupby} and {@code tee}. */
final class Groups {
    private Groups() {
    }

    /** {@code groupby}. */
    @PyTypeSpec(name = "groupby", module = "itertools")
    static final class GroupBy extends PyIterator {
        static final PyType TYPE = PyType.builtin("groupby", "itertools", null, new Groups_GroupByTable());

        private final Object iterator;
        /** Null for the item itself. */
        private final Object key;
        private Object targetKey;
        private Object currentKey;
        private Object currentValue;
        private Grouper currentGroup;

        GroupBy(final PyType type, final Object iterator, final Object key) {
            super(type);
            this.iterator = iterator;
            this.key = key;
        }

        @PyNew("(iterable, key=None)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final Object key) {
            return new GroupBy(cls, PyIter.get(ts, iterable), key == PyNone.NONE ? null : key);
        }

        /** Takes the next item; false at the end. */
        private boolean step(final ThreadState ts) {
            final Object value = PyIter.next(ts, iterator);
            if (value == null) {
                return false;
            }
            final Object newKey = key == null ? value : Calls.call1(ts, key, value);
            currentValue = value;
            currentKey = newKey;
            return true;
        }

        @Override
        public Object next(final ThreadState ts) {
            currentGroup = null;
            while (true) {
                final Object current = currentKey;
                if (current != null) {
                    final Object target = targetKey;
                    if (target == null || !PyObjects.same(ts, target, current)) {
                        break;
                    }
                }
                if (!step(ts)) {
                    return null;
                }
                ts.poll();
            }
            targetKey = currentKey;
            final Grouper group = new Grouper(this, targetKey);
            currentGroup = group;
            return PyTuple.of(currentKey, group);
        }
    }

    /** The items of one group. */
    @PyTypeSpec(name = "_grouper", module = "itertools")
    static final class Grouper extends PyIterator {
        static final PyType TYPE = PyType.builtinFinal("_grouper", "itertools", null, new Groups_GrouperTable());

        private final GroupBy parent;
        private final Object targetKey;

        Grouper(final GroupBy parent, final Object targetKey) {
            super(TYPE);
            this.parent = parent;
            this.targetKey = targetKey;
        }

        @PyNew("($type, parent, tgtkey, /)")
        static Object make(final ThreadState ts, final PyType cls, final GroupBy parent, final Object targetKey) {
            final Grouper group = new Grouper(parent, targetKey);
            parent.currentGroup = group;
            return group;
        }

        @Override
        public Object next(final ThreadState ts) {
            final GroupBy p = parent;
            if (p.currentGroup != this) {
                return null;
            }
            if (p.currentValue == null && !p.step(ts)) {
                return null;
            }
            if (p.currentKey == null || !PyObjects.same(ts, targetKey, p.currentKey)) {
                return null;
            }
            final Object value = p.currentValue;
            p.currentValue = null;
            return value;
        }
    }

    /** One of the iterators that {@code tee} gives: a place in a linked list that grows at its end. */
    @PyTypeSpec(name = "_tee", module = "itertools")
    static final class Tee extends PyIterator {
        static final PyType TYPE = PyType.builtinFinal("_tee", "itertools", null, new Groups_TeeTable()).withWeakref();

        /** An item and what follows it; the last link is empty. */
        private static final class Link {
            Object item;
            Link next;
        }

        /** The iterator behind all copies. */
        private static final class Source {
            final Object iterator;
            boolean running;

            Source(final Object iterator) {
                this.iterator = iterator;
            }
        }

        private final Source source;
        private Link link;

        Tee(final Object iterator) {
            super(TYPE);
            this.source = new Source(iterator);
            this.link = new Link();
        }

        private Tee(final Source source, final Link link) {
            super(TYPE);
            this.source = source;
            this.link = link;
        }

        @PyNew("(iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable) {
            final Object it = PyIter.get(ts, iterable);
            return it instanceof Tee t ? t.copy() : new Tee(it);
        }

        @Override
        public Object next(final ThreadState ts) {
            final Link l = link;
            if (l.next == null) {
                synchronized (source) {
                    if (source.running) {
                        throw Errors.runtimeError("cannot re-enter the tee iterator");
                    }
                    source.running = true;
                }
                try {
                    if (l.next == null) {
                        final Object item = PyIter.next(ts, source.iterator);
                        if (item == null) {
                            return null;
                        }
                        l.item = item;
                        l.next = new Link();
                    }
                } finally {
                    source.running = false;
                }
            }
            link = l.next;
            return l.item;
        }

        @PyMethod("__copy__($self, /)")
        Object copy() {
            return new Tee(source, link);
        }
    }
}
