package dev.adder.stdlib.itertools;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;
import java.util.ArrayList;

/** The iterators that need not end: count, cycle, repeat. */
final class Endless {
    private Endless() {
    }

    /** {@code count}: counts in a long while it can. */
    @PyTypeSpec(name = "count", module = "itertools")
    static final class Count extends PyIterator {
        static final PyType TYPE = PyType.builtin("count", "itertools", null, new Endless_CountTable());

        private long next;
        private final long longStep;
        /** The next value once counting in longs is not possible, else null. */
        private Object object;
        private final Object step;

        Count(final PyType type, final Object start, final Object step) {
            super(type);
            this.step = step;
            if (start instanceof Long n && step instanceof Long s) {
                this.next = n;
                this.longStep = s;
            } else {
                this.longStep = 0;
                this.object = start;
            }
        }

        @PyNew("(start=0, step=1)")
        static Object make(final ThreadState ts, final PyType cls, final Object start, final Object step) {
            checkNumber(start);
            checkNumber(step);
            return new Count(cls, start, step);
        }

        private static void checkNumber(final Object o) {
            if (o instanceof Long || o instanceof BigInteger || o instanceof Double) {
                return;
            }
            final PyType type = PyType.of(o);
            if (type.lookup("__index__") == null && type.lookup("__int__") == null && type.lookup("__float__") == null
                    && type.lookup("__complex__") == null) {
                throw Errors.typeError("a number is required");
            }
        }

        @Override
        public Object next(final ThreadState ts) {
            if (object != null) {
                final Object value = object;
                object = PyNumber.add(ts, value, step);
                return value;
            }
            if (isAlone(ts)) {
                return advance();
            }
            synchronized (this) {
                return advance();
            }
        }

        private Object advance() {
            final long n = next;
            final long sum = n + longStep;
            if (((n ^ sum) & (longStep ^ sum)) < 0) {
                object = BigInteger.valueOf(n).add(BigInteger.valueOf(longStep));
            } else {
                next = sum;
            }
            return n;
        }

        @PyMethod("__repr__($self, /)")
        Object repr(final ThreadState ts) {
            final StrBuilder out = new StrBuilder();
            out.append(type().name()).append("(").append(PyObjects.repr(ts, object == null ? (Object) next : object));
            if (!step.equals(1L)) {
                out.append(", ").append(PyObjects.repr(ts, step));
            }
            return out.append(")").build();
        }
    }

    /** {@code cycle}. */
    @PyTypeSpec(name = "cycle", module = "itertools")
    static final class Cycle extends PyIterator {
        static final PyType TYPE = PyType.builtin("cycle", "itertools", null, new Endless_CycleTable());

        /** Null once exhausted for the first time. */
        private Object iterator;
        private final ArrayList<Object> saved = new ArrayList<>();
        private int index;

        Cycle(final PyType type, final Object iterator) {
            super(type);
            this.iterator = iterator;
        }

        @PyNew("(iterable, /)")
        static Object make(final ThreadState ts, final PyType cls, final Object iterable) {
            return new Cycle(cls, PyIter.get(ts, iterable));
        }

        @Override
        public Object next(final ThreadState ts) {
            final Object it = iterator;
            if (it != null) {
                final Object item = PyIter.next(ts, it);
                if (item != null) {
                    synchronized (saved) {
                        saved.add(item);
                    }
                    return item;
                }
                iterator = null;
            }
            synchronized (saved) {
                if (saved.isEmpty()) {
                    return null;
                }
                final Object item = saved.get(index);
                index = index + 1 == saved.size() ? 0 : index + 1;
                return item;
            }
        }
    }

    /** {@code repeat}. */
    @PyTypeSpec(name = "repeat", module = "itertools")
    static final class Repeat extends PyIterator {
        static final PyType TYPE = PyType.builtin("repeat", "itertools", null, new Endless_RepeatTable());

        private final Object element;
        /** How many are left, -1 for ever. */
        private long left;

        Repeat(final PyType type, final Object element, final long left) {
            super(type);
            this.element = element;
            this.left = left;
        }

        @PyNew(value = "(object, times=<unrepresentable>)", hidden = true)
        static Object make(final ThreadState ts, final PyType cls, final Object object, final Object times) {
            return new Repeat(cls, object, times == null ? -1 : Math.max(0, PyNumber.asSsize(ts, times)));
        }

        @Override
        public Object next(final ThreadState ts) {
            if (left < 0) {
                return element;
            }
            if (isAlone(ts)) {
                return advance();
            }
            synchronized (this) {
                return advance();
            }
        }

        private Object advance() {
            if (left == 0) {
                return null;
            }
            left--;
            return element;
        }

        @PyMethod("__length_hint__($self, /)")
        long lengthHint() {
            if (left < 0) {
                throw Errors.typeError("len() of unsized object");
            }
            return left;
        }

        @PyMethod("__repr__($self, /)")
        Object repr(final ThreadState ts) {
            final StrBuilder out = new StrBuilder();
            out.append(type().name()).append("(").append(PyObjects.repr(ts, element));
            if (left >= 0) {
                out.append(", ").append(Long.toString(left));
            }
            return out.append(")").build();
        }
    }

}
