package dev.adder.stdlib.itertools;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;

/** The iterators that join or transform others: chain, starmap, accumulate, zip_longest. */
final class Chains {
    private Chains() {
    }

    /** {@code chain}. */
    @PyTypeSpec(name = "chain", module = "itertools")
    static final class Chain extends PyIterator {
        static final PyType TYPE = PyType.builtin("chain", "itertools", null, new Chains_ChainTable());

        /** Null when exhausted. */
        private Object source;
        private Object active;

        Chain(final PyType type, final Object source) {
            super(type);
            this.source = source;
        }

        @PyNew(value = "(*iterables)", raw = true)
        static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
            final Object[] iterables = ArgumentParser.rest(args,
                    ArgumentParser.positionalOfNew("chain", cls, TYPE, args, kwNames), 0);
            return new Chain(cls, PyIter.get(ts, PyTuple.of(iterables)));
        }

        @PyClassMethod("from_iterable($type, iterable, /)")
        static Object fromIterable(final ThreadState ts, final PyType cls, final Object iterable) {
            return new Chain(cls, PyIter.get(ts, iterable));
        }

        @PyClassMethod("__class_getitem__($type, object, /)")
        static Object classGetItem(final PyType cls, final Object item) {
            return PyGenericAlias.of(cls, item);
        }

        @Override
        public Object next(final ThreadState ts) {
            while (true) {
                final Object s = source;
                if (s == null) {
                    return null;
                }
                Object a = active;
                if (a == null) {
                    final Object iterable = PyIter.next(ts, s);
                    if (iterable == null) {
                        source = null;
                        return null;
                    }
                    try {
                        a = PyIter.get(ts, iterable);
                    } catch (final RuntimeException e) {
                        source = null;
                        throw e;
                    }
                    active = a;
                }
                final Object item = PyIter.next(ts, a);
                if (item != null) {
                    return item;
                }
                if (active == a) {
                    active = null;
                }
            }
        }
    }

    /** {@code starmap}. */
    @PyTypeSpec(name = "starmap", module = "itertools")
    static final class Starmap extends PyIterator {
        static final PyType TYPE = PyType.builtin("starmap", "itertools", null, new Chains_StarmapTable());

        private final Object function;
        private final Object iterator;

        Starmap(final PyType type, final Object function, final Object iterator) {
            super(type);
            this.function = function;
            this.iterator = iterator;
        }

        @PyNew("(function, iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object function, final Object iterable) {
            return new Starmap(cls, function, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            final Object item = PyIter.next(ts, iterator);
            return item == null ? null : Calls.call(ts, function, PyIter.toArray(ts, item), null);
        }
    }

    /** {@code accumulate}. */
    @PyTypeSpec(name = "accumulate", module = "itertools")
    static final class Accumulate extends PyIterator {
        static final PyType TYPE = PyType.builtin("accumulate", "itertools", null, new Chains_AccumulateTable());

        private final Object iterator;
        /** Null for addition. */
        private final Object function;
        /** What comes before the first item, null once given out. */
        private Object initial;
        private Object total;

        Accumulate(final PyType type, final Object iterator, final Object function, final Object initial) {
            super(type);
            this.iterator = iterator;
            this.function = function;
            this.initial = initial;
        }

        @PyNew("(iterable, func=None, *, initial=None)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final Object func,
                final Object initial) {
            return new Accumulate(cls, PyIter.get(ts, iterable), func == PyNone.NONE ? null : func,
                    initial == PyNone.NONE ? null : initial);
        }

        @Override
        public Object next(final ThreadState ts) {
            if (initial != null) {
                total = initial;
                initial = null;
                return total;
            }
            final Object item = PyIter.next(ts, iterator);
            if (item == null) {
                return null;
            }
            if (total == null) {
                total = item;
            } else {
                total = function == null ? PyNumber.add(ts, total, item) : Calls.call2(ts, function, total, item);
            }
            return total;
        }
    }

    /** {@code zip_longest}. */
    @PyTypeSpec(name = "zip_longest", module = "itertools")
    static final class ZipLongest extends PyIterator {
        static final PyType TYPE = PyType.builtin("zip_longest", "itertools", null, new Chains_ZipLongestTable());

        /** Null where one is exhausted. */
        private final Object[] iterators;
        private final Object fill;
        private int active;

        ZipLongest(final PyType type, final Object[] iterators, final Object fill) {
            super(type);
            this.iterators = iterators;
            this.fill = fill;
            this.active = iterators.length;
        }

        @PyNew(value = "(*iterables, fillvalue=None)", raw = true)
        static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
            final int given = ArgumentParser.positional(args, kwNames);
            Object fill = PyNone.NONE;
            if (given < args.length) {
                if (args.length - given > 1 || !kwNames[0].equals("fillvalue")) {
                    throw Errors.typeError("zip_longest() got an unexpected keyword argument");
                }
                fill = args[given];
            }
            final Object[] iterators = new Object[given];
            for (int i = 0; i < given; i++) {
                iterators[i] = PyIter.get(ts, args[i]);
            }
            return new ZipLongest(cls, iterators, fill);
        }

        @Override
        public Object next(final ThreadState ts) {
            if (active == 0) {
                return null;
            }
            final Object[] row = new Object[iterators.length];
            for (int i = 0; i < row.length; i++) {
                Object item = null;
                if (iterators[i] != null) {
                    try {
                        item = PyIter.next(ts, iterators[i]);
                    } catch (final RuntimeException e) {
                        active = 0;
                        throw e;
                    }
                    if (item == null) {
                        iterators[i] = null;
                        active--;
                        if (active == 0) {
                            return null;
                        }
                    }
                }
                row[i] = item == null ? fill : item;
            }
            return PyTuple.of(row);
        }
    }
}
