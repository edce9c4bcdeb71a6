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

    @PyFunction("select(rlist, wlist, xlist, timeout=None, /)")
    static Object select(final ThreadState ts, final Object reads, final Object writes, final Object exceptional,
            final Object timeout) {
        if (timeout != PyNone.NONE && PyNumber.asDouble(ts, timeout) < 0) {
            throw Errors.valueError("timeout must be non-negative");
        }
        final Object[][] lists = {PyIter.toArray(ts, reads), PyIter.toArray(ts, writes),
            PyIter.toArray(ts, exceptional)};
        final short[] events = {1 | 64 | 128, 4 | 256 | 512, 2};
        final short[] found = {1 | 64 | 128 | 16 | 8, 4 | 256 | 512 | 8, 2};
        final int n = lists[0].length + lists[1].length + lists[2].length;
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment fds = arena.allocate(Math.max(8, n * 8L), 8);
            int i = 0;
            for (int k = 0; k < 3; k++) {
                for (final Object o : lists[k]) {
                    fds.set(ValueLayout.JAVA_INT, i * 8L, Descriptors.of(ts, o));
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
                for (final Object o : lists[k]) {
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
