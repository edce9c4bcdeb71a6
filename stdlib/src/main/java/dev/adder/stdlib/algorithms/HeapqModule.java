package dev.adder.stdlib.algorithms;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;

/**
 * The module {@code _heapq} (CPython's Modules/_heapqmodule.c). Comparisons may run Python code that changes the list:
 * that is noticed.
 */
@PyModuleSpec("_heapq")
public final class HeapqModule extends NativeModule {

    @Override
    public BuiltinTable table() {
        return new HeapqModuleTable();
    }

    /** Whether {@code a} must be nearer to the root than {@code b}. */
    private static boolean above(final ThreadState ts, final Object a, final Object b, final boolean max) {
        final Object r = max ? PyObjects.richCompare(ts, b, a, PyObjects.LT) : PyObjects.richCompare(ts, a, b, PyObjects.LT);
        return r instanceof Boolean v ? v : PyObjects.isTrue(ts, r);
    }

    private static void checkSize(final PyList heap, final int size) {
        if (heap.size() != size) {
            throw Errors.runtimeError("list changed size during iteration");
        }
    }

    private static void siftDown(final ThreadState ts, final PyList heap, final int start, final int from,
            final boolean max) {
        final int size = heap.size();
        if (from >= size) {
            throw Errors.indexError("index out of range");
        }
        int at = from;
        while (at > start) {
            final int parent = at - 1 >> 1;
            final Object item = heap.get(at);
            final Object other = heap.get(parent);
            final boolean swap = above(ts, item, other, max);
            checkSize(heap, size);
            if (!swap) {
                return;
            }
            heap.setItem(ts, parent, item);
            heap.setItem(ts, at, other);
            at = parent;
        }
    }

    private static void siftUp(final ThreadState ts, final PyList heap, final int from, final boolean max) {
        final int size = heap.size();
        if (from >= size) {
            throw Errors.indexError("index out of range");
        }
        final int limit = size >> 1;
        int at = from;
        while (at < limit) {
            int child = 2 * at + 1;
            if (child + 1 < size) {
                final boolean left = above(ts, heap.get(child), heap.get(child + 1), max);
                checkSize(heap, size);
                if (!left) {
                    child++;
                }
            }
            final Object item = heap.get(child);
            heap.setItem(ts, child, heap.get(at));
            heap.setItem(ts, at, item);
            at = child;
        }
        siftDown(ts, heap, from, at, max);
    }

    private static void push(final ThreadState ts, final PyList heap, final Object item, final boolean max) {
        heap.append(ts, item);
        siftDown(ts, heap, 0, heap.size() - 1, max);
    }

    private static Object pop(final ThreadState ts, final PyList heap, final boolean max) {
        if (heap.size() == 0) {
            throw Errors.indexError("index out of range");
        }
        final Object last = heap.pop(ts, -1);
        if (heap.size() == 0) {
            return last;
        }
        final Object result = heap.get(0);
        heap.setItem(ts, 0, last);
        siftUp(ts, heap, 0, max);
        return result;
    }

    private static Object replace(final ThreadState ts, final PyList heap, final Object item, final boolean max) {
        if (heap.size() == 0) {
            throw Errors.indexError("index out of range");
        }
        final Object result = heap.get(0);
        heap.setItem(ts, 0, item);
        siftUp(ts, heap, 0, max);
        return result;
    }

    private static Object pushPop(final ThreadState ts, final PyList heap, final Object item, final boolean max) {
        if (heap.size() == 0 || !above(ts, heap.get(0), item, max)) {
            return item;
        }
        if (heap.size() == 0) {
            throw Errors.indexError("index out of range");
        }
        return replace(ts, heap, item, max);
    }

    private static void heapify(final ThreadState ts, final PyList heap, final boolean max) {
        for (int i = (heap.size() >> 1) - 1; i >= 0; i--) {
            siftUp(ts, heap, i, max);
            if ((i & 1023) == 0) {
                ts.poll();
            }
        }
    }

    @PyFunction("heappush(heap, item, /)")
    static void heapPush(final ThreadState ts, final PyList heap, final Object item) {
        push(ts, heap, item, false);
    }

    @PyFunction("heappop(heap, /)")
    static Object heapPop(final ThreadState ts, final PyList heap) {
        return pop(ts, heap, false);
    }

    @PyFunction("heapreplace(heap, item, /)")
    static Object heapReplace(final ThreadState ts, final PyList heap, final Object item) {
        return replace(ts, heap, item, false);
    }

    @PyFunction("heappushpop(heap, item, /)")
    static Object heapPushPop(final ThreadState ts, final PyList heap, final Object item) {
        return pushPop(ts, heap, item, false);
    }

    @PyFunction("heapify(heap, /)")
    static void heapify(final ThreadState ts, final PyList heap) {
        heapify(ts, heap, false);
    }

    @PyFunction("heappush_max(heap, item, /)")
    static void heapPushMax(final ThreadState ts, final PyList heap, final Object item) {
        push(ts, heap, item, true);
    }

    @PyFunction("heappop_max(heap, /)")
    static Object heapPopMax(final ThreadState ts, final PyList heap) {
        return pop(ts, heap, true);
    }

    @PyFunction("heapreplace_max(heap, item, /)")
    static Object heapReplaceMax(final ThreadState ts, final PyList heap, final Object item) {
        return replace(ts, heap, item, true);
    }

    @PyFunction("heappushpop_max(heap, item, /)")
    static Object heapPushPopMax(final ThreadState ts, final PyList heap, final Object item) {
        return pushPop(ts, heap, item, true);
    }

    @PyFunction("heapify_max(heap, /)")
    static void heapifyMax(final ThreadState ts, final PyList heap) {
        heapify(ts, heap, true);
    }
}
