package dev.adder.stdlib.socket;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/** Python's socket addresses and the kernel's {@code struct sockaddr}. */
final class Addresses {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SIZE = 128;

    private static final ValueLayout.OfShort NET_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Addresses() {
    }

    /** Writes the address; gives its length. */
    static int put(final ThreadState ts, final int family, final Object address, final MemorySegment s) {
        s.asSlice(0, SIZE).fill((byte) 0);
        s.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) family);
        switch (family) {
            case AF_UNIX -> {
                final byte[] path = address instanceof PyBytes b ? b.bytes() : PyObjects.isText(address)
                        ? FsText.encode(PyObjects.textOf(address)) : FsText.pathBytes(ts, address);
                if (path.length > 107) {
                    throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR, "AF_UNIX path too long");
                }
                MemorySegment.copy(path, 0, s, ValueLayout.JAVA_BYTE, 2, path.length);
                return 2 + path.length + (path.length > 0 && path[0] == 0 ? 0 : 1);
            }
            case AF_INET -> {
                final PyTuple t = tuple(address, "AF_INET", 2, 2);
                final byte[] host = resolve(t.item(0), false);
                s.set(NET_SHORT, 2, (short) port(ts, t.item(1), "AF_INET"));
                MemorySegment.copy(host, 0, s, ValueLayout.JAVA_BYTE, 4, 4);
                return 16;
            }
            case AF_INET6 -> {
                final PyTuple t = tuple(address, "AF_INET6", 2, 4);
                final byte[] host = resolve(t.item(0), true);
                s.set(NET_SHORT, 2, (short) port(ts, t.item(1), "AF_INET6"));
                MemorySegment.copy(host, 0, s, ValueLayout.JAVA_BYTE, 8, 16);
                if (t.size() > 3) {
                    s.set(ValueLayout.JAVA_INT_UNALIGNED, 24, PyNumber.asInt(ts, t.item(3)));
                }
                return 28;
            }
            default -> throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR,
                    "getsockaddrarg: bad family");
        }
    }

    private static PyTuple tuple(final Object address, final String family, final int min, final int max) {
        if (!(address instanceof PyTuple t)) {
            throw Errors.typeError("getsockaddrarg: " + family + " address must be tuple, not "
                    + PyType.of(address).name());
        }
        if (t.size() < min || t.size() > max) {
            throw Errors.typeError(family + " address must be a pair (host, port)");
        }
        return t;
    }

    private static int port(final ThreadState ts, final Object o, final String family) {
        final long p = PyNumber.asSsize(ts, o);
        if (p < 0 || p > 0xffff) {
            throw Errors.overflowError("getsockaddrarg: port must be 0-65535.");
        }
        return (int) p;
    }

    /** The bytes of a host name or number. */
    static byte[] resolve(final Object host, final boolean six) {
        if (host == PyNone.NONE || !PyObjects.isText(host) && !(host instanceof PyBytes)) {
            throw Errors.typeError("str, bytes or bytearray expected, not " + PyType.of(host).name());
        }
        final String name = host instanceof PyBytes b ? Str.toJava(FsText.decode(b.bytes()))
                : Str.toJava(PyObjects.textOf(host));
        if (name.isEmpty()) {
            return new byte[six ? 16 : 4];
        }
        if (name.equals("<broadcast>")) {
            return new byte[] {-1, -1, -1, -1};
        }
        try {
            for (final InetAddress a : InetAddress.getAllByName(name)) {
                final byte[] b = a.getAddress();
                if (b.length == (six ? 16 : 4)) {
                    return b;
                }
            }
        } catch (final UnknownHostException e) {
            throw SocketErrors.gai(-2, "Name or service not known");
        }
        throw SocketErrors.gai(-9, "Address family for hostname not supported");
    }

    static Object get(final MemorySegment s, final int length) {
        if (length == 0) {
            return PyNone.NONE;
        }
        final int family = s.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0) & 0xffff;
        switch (family) {
            case AF_UNIX -> {
                if (length <= 2) {
                    return "";
                }
                byte[] path = s.asSlice(2, length - 2).toArray(ValueLayout.JAVA_BYTE);
                if (path[0] == 0) {
                    return PyBytes.of(path);
                }
                int n = 0;
                while (n < path.length && path[n] != 0) {
                    n++;
                }
                path = java.util.Arrays.copyOf(path, n);
                return FsText.decode(path);
            }
            case AF_INET -> {
                final byte[] a = s.asSlice(4, 4).toArray(ValueLayout.JAVA_BYTE);
                return PyTuple.of(text(a), (long) (s.get(NET_SHORT, 2) & 0xffff));
            }
            case AF_INET6 -> {
                final byte[] a = s.asSlice(8, 16).toArray(ValueLayout.JAVA_BYTE);
                return PyTuple.of(text(a), (long) (s.get(NET_SHORT, 2) & 0xffff), 0L,
                        s.get(ValueLayout.JAVA_INT_UNALIGNED, 24) & 0xffffffffL);
            }
            default -> {
                return PyTuple.of((long) family,
                        PyBytes.of(s.asSlice(2, Math.max(0, length - 2)).toArray(ValueLayout.JAVA_BYTE)));
            }
        }
    }

    /** {@code inet_ntop}: the shortest form. */
    static String text(final byte[] a) {
        if (a.length == 4) {
            return (a[0] & 0xff) + "." + (a[1] & 0xff) + "." + (a[2] & 0xff) + "." + (a[3] & 0xff);
        }
        final int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = (a[i * 2] & 0xff) << 8 | a[i * 2 + 1] & 0xff;
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int n = 0;
            while (i + n < 8 && words[i + n] == 0) {
                n++;
            }
            if (n > bestLength) {
                bestLength = n;
                bestStart = i;
            }
        }
        final StringBuilder b = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                b.append("::");
                i += bestLength - 1;
                continue;
            }
            if (!b.isEmpty() && b.charAt(b.length() - 1) != ':') {
                b.append(':');
            }
            b.append(Integer.toHexString(words[i]));
        }
        return b.toString();
    }
}
