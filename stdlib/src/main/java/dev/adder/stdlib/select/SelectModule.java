package dev.adder.stdlib.select;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The module {@code select}: CPython's Modules/selectmodule.c. */
@PyModuleSpec("select")
public final class SelectModule extends NativeModule {
    private static final String[] CONSTANTS = {"PIPE_BUF=4096", "POLLIN=1", "POLLPRI=2", "POLLOUT=4", "POLLERR=8",
        "POLLHUP=16", "POLLNVAL=32", "POLLRDNORM=64", "POLLRDBAND=128", "POLLWRNORM=256", "POLLWRBAND=512",
        "POLLMSG=1024", "POLLRDHUP=8192", "EPOLLIN=1", "EPOLLOUT=4", "EPOLLPRI=2", "EPOLLERR=8", "EPOLLHUP=16",
        "EPOLLRDHUP=8192", "EPOLLET=2147483648", "EPOLLONESHOT=1073741824", "EPOLLEXCLUSIVE=268435456",
        "EPOLLRDNORM=64", "EPOLLRDBAND=128", "EPOLLWRNORM=256", "EPOLLWRBAND=512", "EPOLLMSG=1024",
        "EPOLLWAKEUP=536870912", "EPOLL_CLOEXEC=524288"};

    @Override
    public BuiltinTable table() {
        return new SelectModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        for (final String row : CONSTANTS) {
            final int eq = row.indexOf('=');
            d.putStr(row.substring(0, eq), Long.valueOf(row.substring(eq + 1)));
        }
        d.putStr("error", ExceptionTypes.OS_ERROR);
        d.putStr("epoll", PyEpoll.TYPE);
    }

    @PyFunction("poll()")
    static Object poll() {
        return new PyPoll();
    }

    /** Objects to wait for, and their descriptors. */
    private record Watched(Object[] objects, int[] descriptors) {
        int size() {
            return descriptors.length;
        }
    }

    /** Asking for a descriptor may run Python code that changes the list: it is read item by item, as CPython does. */
    private static Watched watched(final ThreadState ts, final Object sequence) {
        if (!PyIter.isIterable(sequence)) {
            throw Errors.typeError("arguments 1-3 must be sequences");
        }
        final PyList list = sequence instanceof PyList l ? l : PyList.of(PyIter.toArray(ts, sequence));
        Object[] objects = new Object[list.size()];
        int[] descriptors = new int[objects.length];
        int n = 0;
        while (n < list.size()) {
            if (n == objects.length) {
                objects = Arrays.copyOf(objects, 2 * n + 1);
                descriptors = Arrays.copyOf(descriptors, 2 * n + 1);
            }
            objects[n] = list.get(n);
            descriptors[n] = Descriptors.of(ts, objects[n]);
            n++;
        }
        return new Watched(Arrays.copyOf(objects, n), Arrays.copyOf(descriptors, n));
    }

    @PyFunction("select(rlist, wlist, xlist, timeout=None, /)")
    static Object select(final ThreadState ts, final Object reads, final Object writes, final Object exceptional,
            final Object timeout) {
        if (timeout != PyNone.NONE && PyNumber.asDouble(ts, timeout) < 0) {
            throw Errors.valueError("timeout must be non-negative");
        }
        final Watched[] lists = {watched(ts, reads), watched(ts, writes), watched(ts, exceptional)};
        final short[] events = {1 | 64 | 128, 4 | 256 | 512, 2};
        final short[] found = {1 | 64 | 128 | 16 | 8, 4 | 256 | 512 | 8, 2};
        final int n = lists[0].size() + lists[1].size() + lists[2].size();
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment fds = arena.allocate(Math.max(8, n * 8L), 8);
            int i = 0;
            for (int k = 0; k < 3; k++) {
                for (final int fd : lists[k].descriptors()) {
                    fds.set(ValueLayout.JAVA_INT, i * 8L, fd);
                    fds.set(ValueLayout.JAVA_SHORT, i * 8L + 4, events[k]);
                    i++;
                }
            }
            Waiting.slices(ts, Waiting.millis(ts, timeout),
                    millis -> (int) Libc.call("poll", fds.address(), n, millis));
            final Object[] results = new Object[3];
            i = 0;
            for (int k = 0; k < 3; k++) {
                final PyList ready = new PyList();
                for (final Object o : lists[k].objects()) {
                    final int r = fds.get(ValueLayout.JAVA_SHORT, i * 8L + 6);
                    if ((r & 32) != 0) {
                        throw Libc.errorOf(9);
                    }
                    if ((r & found[k]) != 0) {
                        ready.append(ts, o);
                    }
                    i++;
                }
                results[k] = ready;
            }
            return PyTuple.of(results);
        }
    }
}
