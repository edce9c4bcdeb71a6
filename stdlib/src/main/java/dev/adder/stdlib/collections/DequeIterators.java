package dev.adder.stdlib.collections;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;

/** The two iterators over a deque. */
final class DequeIterators {
    private DequeIterators() {
    }

    /** Gives out the items by place, and refuses once the deque changed. */
    abstract static class Base extends PyIterator {
        final PyDeque deque;
        private final int changes;
        private int given;
        private boolean done;

        Base(final PyType type, final PyDeque deque, final long skip) {
            super(type);
            this.deque = deque;
            this.changes = deque.changes();
            this.given = (int) Math.max(0, Math.min(skip, deque.size()));
        }

        abstract int place(int n);

        @Override
        public final synchronized Object next(final ThreadState ts) {
            if (done) {
                return null;
            }
            if (deque.changes() != changes) {
                done = true;
                throw Errors.runtimeError("deque mutated during iteration");
            }
            final Object item = deque.get(place(given));
            if (item == null) {
                done = true;
                return null;
            }
            given++;
            return item;
        }

        @PyMethod("__length_hint__($self, /)")
        final long lengthHint() {
            return done ? 0 : Math.max(0, deque.size() - given);
        }

        @PyMethod("__reduce__($self, /)")
        final Object reduce() {
            return PyTuple.of(type(), PyTuple.of(deque, (long) given));
        }
    }

    @PyTypeSpec(name = "_deque_iterator", module = "collections")
    static final class Forward extends Base {
        static final PyType TYPE =
                PyType.builtinFinal("_deque_iterator", "collections", null, new DequeIterators_ForwardTable());

        Forward(final PyDeque deque, final long skip) {
            super(TYPE, deque, skip);
        }

        @PyNew(value = "(deque, index=0, /)", hidden = true)
        static Object make(final ThreadState ts, final PyType cls, final PyDeque deque, final long index) {
            return new Forward(deque, index);
        }

        @Override
        int place(final int n) {
            return n;
        }
    }

    @PyTypeSpec(name = "_deque_reverse_iterator", module = "collections")
    static final class Backward extends Base {
        static final PyType TYPE =
                PyType.builtinFinal("_deque_reverse_iterator", "collections", null, new DequeIterators_BackwardTable());

        Backward(final PyDeque deque, final long skip) {
            super(TYPE, deque, skip);
        }

        @PyNew(value = "(deque, index=0, /)", hidden = true)
        static Object make(final ThreadState ts, final PyType cls, final PyDeque deque, final long index) {
            return new Backward(deque, index);
        }

        @Override
        int place(final int n) {
            return deque.size() - 1 - n;
        }
    }
}
