package dev.adder.stdlib.select;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code select.poll()}. */
@PyTypeSpec(name = "poll", module = "select")
final class PyPoll extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("poll", "select", null, new PyPollTable()).withoutNew();

    private final Map<Integer, Integer> registered = new LinkedHashMap<>();

    PyPoll() {
        super(TYPE);
    }

    @PyMethod("register($self, fd, eventmask=7, /)")
    void register(final ThreadState ts, final Object fd, final int mask) {
        registered.put(Descriptors.of(ts, fd), mask);
    }

    @PyMethod("modify($self, fd, eventmask, /)")
    void modify(final ThreadState ts, final Object fd, final int mask) {
        final int n = Descriptors.of(ts, fd);
        if (!registered.containsKey(n)) {
            throw Libc.errorOf(2);
        }
        registered.put(n, mask);
    }

    @PyMethod("unregister($self, fd, /)")
    void unregister(final ThreadState ts, final Object fd) {
        final int n = Descriptors.of(ts, fd);
        if (registered.remove(n) == null) {
            throw Errors.keyError((long) n);
        }
    }

    @PyMethod("poll($self, timeout=None, /)")
    Object poll(final ThreadState ts, final Object timeout) {
        final double millis = timeout == PyNone.NONE ? -1 : PyNumber.asDouble(ts, timeout);
        final int n = registered.size();
        final int[] numbers = registered.keySet().stream().mapToInt(Integer::intValue).toArray();
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment fds = arena.allocate(Math.max(8, n * 8L), 8);
            for (int i = 0; i < n; i++) {
                fds.set(ValueLayout.JAVA_INT, i * 8L, numbers[i]);
                fds.set(ValueLayout.JAVA_SHORT, i * 8L + 4, (short) (int) registered.get(numbers[i]));
            }
            Waiting.slices(ts, millis < 0 ? -1 : millis, m -> (int) Libc.call("poll", fds.address(), n, m));
            final PyList ready = new PyList();
            for (int i = 0; i < n; i++) {
                final int r = fds.get(ValueLayout.JAVA_SHORT, i * 8L + 6) & 0xffff;
                if (r != 0) {
                    ready.append(ts, PyTuple.of((long) numbers[i], (long) r));
                }
            }
            return ready;
        }
    }
}
