package dev.adder.stdlib.itertools;

import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** product, permutations, combinations, combinations_with_replacement: all walk an array of indices. */
final class Combinatorics {
    private Combinatorics() {
    }

    private static int size(final long r) {
        if (r < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        if (r > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        return (int) r;
    }

    private static PyTuple pick(final Object[] pool, final int[] indices, final int r) {
        final Object[] items = new Object[r];
        for (int i = 0; i < r; i++) {
            items[i] = pool[indices[i]];
        }
        return PyTuple.of(items);
    }

    private static int[] ascending(final int n) {
        final int[] indices = new int[n];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        return indices;
    }

    /** {@code product}. */
    @PyTypeSpec(name = "product", module = "itertools")
    static final class Product extends PyIterator {
        static final PyType TYPE = PyType.builtin("product", "itertools", null, new Combinatorics_ProductTable());
        private static final String[] NAMES = {"repeat"};

        private final Object[][] pools;
        private final int[] indices;
        private boolean started;
        private boolean stopped;

        Product(final PyType type, final Object[][] pools) {
            super(type);
            this.pools = pools;
            this.indices = new int[pools.length];
            for (final Object[] pool : pools) {
                stopped |= pool.length == 0;
            }
        }

        @PyNew(value = "(*iterables, repeat=1)", raw = true)
        static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
            final int given = ArgumentParser.positional(args, kwNames);
            long repeat = 1;
            if (given < args.length) {
                final Object[] values = ArgumentParser.unpack("product", NAMES, 0, 0, 0, 0, true, false, args, kwNames);
                repeat = PyNumber.asSsize(ts, values[0]);
                if (repeat < 0) {
                    throw Errors.valueError("repeat argument cannot be negative");
                }
            }
            final int n = repeat == 0 ? 0 : given;
            if (n > 0 && repeat > (Integer.MAX_VALUE - 8) / n) {
                throw Errors.overflowError("repeat argument too large");
            }
            final Object[][] pools = new Object[(int) (n * repeat)][];
            for (int i = 0; i < n; i++) {
                pools[i] = PyIter.toArray(ts, args[i]);
            }
            for (int i = n; i < pools.length; i++) {
                pools[i] = pools[i - n];
            }
            return new Product(cls, pools);
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            if (stopped) {
                return null;
            }
            if (started) {
                int i = pools.length - 1;
                while (i >= 0 && ++indices[i] == pools[i].length) {
                    indices[i--] = 0;
                }
                if (i < 0) {
                    stopped = true;
                    return null;
                }
            }
            started = true;
            final Object[] items = new Object[pools.length];
            for (int i = 0; i < items.length; i++) {
                items[i] = pools[i][indices[i]];
            }
            return PyTuple.of(items);
        }
    }

    /** {@code permutations}. */
    @PyTypeSpec(name = "permutations", module = "itertools")
    static final class Permutations extends PyIterator {
        static final PyType TYPE =
                PyType.builtin("permutations", "itertools", null, new Combinatorics_PermutationsTable());

        private final Object[] pool;
        private final int r;
        private final int[] indices;
        private final int[] cycles;
        private boolean started;
        private boolean stopped;

        Permutations(final PyType type, final Object[] pool, final int r) {
            super(type);
            this.pool = pool;
            this.r = r;
            this.stopped = r > pool.length;
            this.indices = ascending(pool.length);
            this.cycles = new int[stopped ? 0 : r];
            for (int i = 0; i < cycles.length; i++) {
                cycles[i] = pool.length - i;
            }
        }

        @PyNew("(iterable, r=None)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final Object r) {
            final Object[] pool = PyIter.toArray(ts, iterable);
            if (r == PyNone.NONE) {
                return new Permutations(cls, pool, pool.length);
            }
            if (!(r instanceof Long || r instanceof BigInteger || r instanceof Boolean)) {
                throw Errors.typeError("Expected int as r");
            }
            return new Permutations(cls, pool, size(PyNumber.asSsize(ts, r)));
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            if (stopped) {
                return null;
            }
            if (started && !step()) {
                stopped = true;
                return null;
            }
            started = true;
            return pick(pool, indices, r);
        }

        private boolean step() {
            final int n = pool.length;
            for (int i = r - 1; i >= 0; i--) {
                if (--cycles[i] == 0) {
                    final int index = indices[i];
                    System.arraycopy(indices, i + 1, indices, i, n - 1 - i);
                    indices[n - 1] = index;
                    cycles[i] = n - i;
                } else {
                    final int j = n - cycles[i];
                    final int index = indices[i];
                    indices[i] = indices[j];
                    indices[j] = index;
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code combinations}. */
    @PyTypeSpec(name = "combinations", module = "itertools")
    static final class Combinations extends PyIterator {
        static final PyType TYPE =
                PyType.builtin("combinations", "itertools", null, new Combinatorics_CombinationsTable());

        private final Object[] pool;
        private final int r;
        private final int[] indices;
        private boolean started;
        private boolean stopped;

        Combinations(final PyType type, final Object[] pool, final int r) {
            super(type);
            this.pool = pool;
            this.r = r;
            this.stopped = r > pool.length;
            this.indices = ascending(stopped ? 0 : r);
        }

        @PyNew("(iterable, r)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final long r) {
            final Object[] pool = PyIter.toArray(ts, iterable);
            return new Combinations(cls, pool, size(r));
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            if (stopped) {
                return null;
            }
            if (started && !step()) {
                stopped = true;
                return null;
            }
            started = true;
            return pick(pool, indices, r);
        }

        private boolean step() {
            int i = r - 1;
            while (i >= 0 && indices[i] == i + pool.length - r) {
                i--;
            }
            if (i < 0) {
                return false;
            }
            indices[i]++;
            for (int j = i + 1; j < r; j++) {
                indices[j] = indices[j - 1] + 1;
            }
            return true;
        }
    }

    /** {@code combinations_with_replacement}. */
    @PyTypeSpec(name = "combinations_with_replacement", module = "itertools")
    static final class CombinationsWithReplacement extends PyIterator {
        static final PyType TYPE = PyType.builtin("combinations_with_replacement", "itertools", null,
                new Combinatorics_CombinationsWithReplacementTable());

        private final Object[] pool;
        private final int r;
        private final int[] indices;
        private boolean started;
        private boolean stopped;

        CombinationsWithReplacement(final PyType type, final Object[] pool, final int r) {
            super(type);
            this.pool = pool;
            this.r = r;
            this.stopped = pool.length == 0 && r > 0;
            this.indices = new int[r];
        }

        @PyNew("(iterable, r)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable, final long r) {
            final Object[] pool = PyIter.toArray(ts, iterable);
            return new CombinationsWithReplacement(cls, pool, size(r));
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            if (stopped) {
                return null;
            }
            if (started && !step()) {
                stopped = true;
                return null;
            }
            started = true;
            return pick(pool, indices, r);
        }

        private boolean step() {
            int i = r - 1;
            while (i >= 0 && indices[i] == pool.length - 1) {
                i--;
            }
            if (i < 0) {
                return false;
            }
            final int index = indices[i] + 1;
            for (int j = i; j < r; j++) {
                indices[j] = index;
            }
            return true;
        }
    }
}
