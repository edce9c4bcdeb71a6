package dev.adder.stdlib.itertools;

import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBool;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** The iterators that select: islice, takewhile, dropwhile, filterfalse, compress, pairwise, batched. */
final class Selections {
    private Selections() {
    }

    /** {@code islice}. */
    @PyTypeSpec(name = "islice", module = "itertools")
    static final class Islice extends PyIterator {
        static final PyType TYPE = PyType.builtin("islice", "itertools", null, new Selections_IsliceTable());

        /** Null when exhausted. */
        private Object iterator;
        private long next;
        /** -1 for no end. */
        private final long stop;
        private final long step;
        private long position;

        Islice(final PyType type, final Object iterator, final long start, final long stop, final long step) {
            super(type);
            this.iterator = iterator;
            this.next = start;
            this.stop = stop;
            this.step = step;
        }

        @PyNew(value = "($type, *args, **kwargs)", raw = true)
        static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
            final int given = ArgumentParser.positionalOfNew("islice", cls, TYPE, args, kwNames);
            ArgumentParser.checkCount("islice", given, 2, 4);
            final Object stopArgument = args[given == 2 ? 1 : 2];
            final long start = given == 2 || args[1] == PyNone.NONE ? 0 : number(ts, args[1]);
            long stop = -1;
            if (stopArgument != PyNone.NONE) {
                stop = number(ts, stopArgument);
                if (stop == -1) {
                    throw Errors.valueError(
                            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
                }
            }
            if (start < 0 || stop < -1) {
                throw Errors.valueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
            }
            final long step = given < 4 || args[3] == PyNone.NONE ? 1 : number(ts, args[3]);
            if (step < 1) {
                throw Errors.valueError("Step for islice() must be a positive integer or None.");
            }
            return new Islice(cls, PyIter.get(ts, args[0]), start, stop, step);
        }

        /** The number, or -1 where it is none or too large. */
        private static long number(final ThreadState ts, final Object value) {
            try {
                return PyNumber.asSsize(ts, value);
            } catch (final PyRaise e) {
                return -1;
            }
        }

        @Override
        public Object next(final ThreadState ts) {
            final Object it = iterator;
            if (it == null) {
                return null;
            }
            while (position < next) {
                if (PyIter.next(ts, it) == null) {
                    iterator = null;
                    return null;
                }
                position++;
                if ((position & 1023) == 0) {
                    ts.poll();
                }
            }
            final Object item = stop != -1 && position >= stop ? null : PyIter.next(ts, it);
            if (item == null) {
                iterator = null;
                return null;
            }
            position++;
            final long before = next;
            next = before + step;
            if (next < before || stop != -1 && next > stop) {
                next = stop;
            }
            return item;
        }
    }

    /** {@code takewhile}. */
    @PyTypeSpec(name = "takewhile", module = "itertools")
    static final class TakeWhile extends PyIterator {
        static final PyType TYPE = PyType.builtin("takewhile", "itertools", null, new Selections_TakeWhileTable());

        private final Object predicate;
        private final Object iterator;
        private boolean stopped;

        TakeWhile(final PyType type, final Object predicate, final Object iterator) {
            super(type);
            this.predicate = predicate;
            this.iterator = iterator;
        }

        @PyNew("(predicate, iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object predicate, final Object iterable) {
            return new TakeWhile(cls, predicate, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            if (stopped) {
                return null;
            }
            final Object item = PyIter.next(ts, iterator);
            if (item == null || PyObjects.isTrue(ts, Calls.call1(ts, predicate, item))) {
                return item;
            }
            stopped = true;
            return null;
        }
    }

    /** {@code dropwhile}. */
    @PyTypeSpec(name = "dropwhile", module = "itertools")
    static final class DropWhile extends PyIterator {
        static final PyType TYPE = PyType.builtin("dropwhile", "itertools", null, new Selections_DropWhileTable());

        private final Object predicate;
        private final Object iterator;
        private boolean started;

        DropWhile(final PyType type, final Object predicate, final Object iterator) {
            super(type);
            this.predicate = predicate;
            this.iterator = iterator;
        }

        @PyNew("(predicate, iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object predicate, final Object iterable) {
            return new DropWhile(cls, predicate, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            while (true) {
                final Object item = PyIter.next(ts, iterator);
                if (item == null || started) {
                    return item;
                }
                if (!PyObjects.isTrue(ts, Calls.call1(ts, predicate, item))) {
                    started = true;
                    return item;
                }
                ts.poll();
            }
        }
    }

    /** {@code filterfalse}. */
    @PyTypeSpec(name = "filterfalse", module = "itertools")
    static final class FilterFalse extends PyIterator {
        static final PyType TYPE = PyType.builtin("filterfalse", "itertools", null, new Selections_FilterFalseTable());

        private final Object function;
        private final Object iterator;

        FilterFalse(final PyType type, final Object function, final Object iterator) {
            super(type);
            this.function = function;
            this.iterator = iterator;
        }

        @PyNew("(function, iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object function, final Object iterable) {
            return new FilterFalse(cls, function, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            final boolean truth = function == PyNone.NONE || function == PyBool.TYPE;
            while (true) {
                final Object item = PyIter.next(ts, iterator);
                if (item == null || !PyObjects.isTrue(ts, truth ? item : Calls.call1(ts, function, item))) {
                    return item;
                }
                ts.poll();
            }
        }
    }

    /** {@code compress}. */
    @PyTypeSpec(name = "compress", module = "itertools")
    static final class Compress extends PyIterator {
        static final PyType TYPE = PyType.builtin("compress", "itertools", null, new Selections_CompressTable());

        private final Object data;
        private final Object selectors;

        Compress(final PyType type, final Object data, final Object selectors) {
            super(type);
            this.data = data;
            this.selectors = selectors;
        }

        @PyNew("(data, selectors)")
        static Object make(final ThreadState ts, final PyType cls, final Object data, final Object selectors) {
            return new Compress(cls, PyIter.get(ts, data), PyIter.get(ts, selectors));
        }

        @Override
        public Object next(final ThreadState ts) {
            while (true) {
                final Object item = PyIter.next(ts, data);
                if (item == null) {
                    return null;
                }
                final Object selector = PyIter.next(ts, selectors);
                if (selector == null) {
                    return null;
                }
                if (PyObjects.isTrue(ts, selector)) {
                    return item;
                }
                ts.poll();
            }
        }
    }

    /** {@code pairwise}. */
    @PyTypeSpec(name = "pairwise", module = "itertools")
    static final class Pairwise extends PyIterator {
        static final PyType TYPE = PyType.builtin("pairwise", "itertools", null, new Selections_PairwiseTable());

        /** Null when exhausted. */
        private Object iterator;
        private Object old;

        Pairwise(final PyType type, final Object iterator) {
            super(type);
            this.iterator = iterator;
        }

        @PyNew("(iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable) {
            return new Pairwise(cls, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            final Object it = iterator;
            if (it == null) {
                return null;
            }
            Object first = old;
            if (first == null) {
                first = PyIter.next(ts, it);
                if (first == null) {
                    iterator = null;
                    return null;
                }
                old = first;
                if (iterator == null) {
                    old = null;
                    return null;
                }
            }
            final Object second = PyIter.next(ts, it);
            if (second == null) {
                iterator = null;
                old = null;
                return null;
            }
            old = second;
            return PyTuple.of(first, second);
        }
    }

    /** {@code batched}. */
    @PyTypeSpec(name = "batched", module = "itertools")
    static final class Batched extends PyIterator {
        static final PyType TYPE = PyType.builtin("batched", "itertools", null, new Selections_BatchedTable());

        /** Null when exhausted. */
        private Object iterator;
        private final long size;
        private final boolean strict;

        Batched(final PyType type, final Object iterator, final long size, final boolean strict) {
            super(type);
            this.iterator = iterator;
            this.size = size;
            this.strict = strict;
        }

        @PyNew("(iterable, n, *, strict=False)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final long n,
                final boolean strict) {
            if (n < 1) {
                throw Errors.valueError("n must be at least one");
            }
            return new Batched(cls, PyIter.get(ts, iterable), n, strict);
        }

        @Override
        public Object next(final ThreadState ts) {
            final Object it = iterator;
            if (it == null) {
                return null;
            }
            Object[] items = new Object[(int) Math.min(size, 16)];
            int n = 0;
            while (n < size) {
                final Object item = PyIter.next(ts, it);
                if (item == null) {
                    break;
                }
                if (n == items.length) {
                    items = Arrays.copyOf(items, (int) Math.min(size, n * 2L));
                }
                items[n++] = item;
            }
            if (n == 0) {
                iterator = null;
                return null;
            }
            if (n < size) {
                if (strict) {
                    iterator = null;
                    throw Errors.valueError("batched(): incomplete batch");
                }
                items = Arrays.copyOf(items, n);
            }
            return PyTuple.of(items);
        }
    }
}
