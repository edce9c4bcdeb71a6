package dev.adder.stdlib.socket;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The module {@code _socket}. */
@PyModuleSpec("_socket")
public final class SocketModule extends NativeModule {
    private double defaultTimeout = -1;

    @Override
    public BuiltinTable table() {
        return new SocketModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        SocketConstants.define(d);
        d.putStr("socket", PySocket.TYPE);
        d.putStr("SocketType", PySocket.TYPE);
        d.putStr("error", ExceptionTypes.OS_ERROR);
        d.putStr("timeout", ExceptionTypes.TIMEOUT_ERROR);
        d.putStr("gaierror", SocketErrors.GAIERROR);
        d.putStr("herror", SocketErrors.HERROR);
        d.putStr("has_ipv6", true);
        ts.interp.setPart(SocketModule.class, this);
    }

    static double defaultTimeout(final ThreadState ts) {
        final SocketModule m = ts.interp.part(SocketModule.class);
        return m == null ? -1 : m.defaultTimeout;
    }

    /** Seconds of a timeout argument; -1 for None. */
    static double timeout(final ThreadState ts, final Object value) {
        if (value == PyNone.NONE) {
            return -1;
        }
        final double t = PyNumber.asDouble(ts, value);
        if (t < 0) {
            throw Errors.valueError("Timeout value out of range");
        }
        return t;
    }

    @PyFunction("getdefaulttimeout()")
    Object getDefaultTimeout() {
        return defaultTimeout < 0 ? PyNone.NONE : (Object) defaultTimeout;
    }

    @PyFunction("setdefaulttimeout(timeout, /)")
    void setDefaultTimeout(final ThreadState ts, final Object value) {
        defaultTimeout = timeout(ts, value);
    }

    @PyFunction("socketpair(family=1, type=1, proto=0, /)")
    static Object socketpair(final ThreadState ts, final int family, final int type, final int proto) {
        final MemorySegment b = Libc.scratch().buffer;
        if ((int) Libc.call("socketpair", family, type | 0x80000, proto, b.address()) < 0) {
            throw Libc.error(null);
        }
        final Object[] both = new Object[2];
        final int first = b.get(ValueLayout.JAVA_INT, 0);
        final int second = b.get(ValueLayout.JAVA_INT, 4);
        for (int i = 0; i < 2; i++) {
            final PySocket s = new PySocket(PySocket.TYPE);
            s.init(ts, family, type, proto, (long) (i == 0 ? first : second));
            both[i] = s;
        }
        return PyTuple.of(both);
    }

    @PyFunction("close(fd, /)")
    static void close(final int fd) {
        if ((int) Libc.call("close", fd) < 0) {
            throw Libc.error(null);
        }
    }

    @PyFunction("dup(fd, /)")
    static long dup(final int fd) {
        final int n = (int) Libc.call("fcntl", fd, 1030, 0);
        if (n < 0) {
            throw Libc.error(null);
        }
        return n;
    }

    @PyFunction("gethostname()")
    static Object gethostname() {
        final MemorySegment b = Libc.scratch().buffer;
        if ((int) Libc.call("gethostname", b.address(), 1024) < 0) {
            throw Libc.error(null);
        }
        return FsText.decode(Libc.bytesAt(b.address()));
    }

    @PyFunction("gethostbyname(host, /)")
    static Object gethostbyname(final Object host) {
        return Addresses.text(Addresses.resolve(host, false));
    }

    /** The names of a host that the resolver knows, of its number or of a name. */
    @PyFunction("gethostbyaddr(host, /)")
    static Object gethostbyaddr(final Object host) {
        final byte[] number = Addresses.resolve(host, false);
        final String name;
        try {
            name = InetAddress.getByAddress(number).getCanonicalHostName();
        } catch (final UnknownHostException e) {
            throw SocketErrors.gai(1, "Unknown host");
        }
        if (name.equals(Addresses.text(number))) {
            throw SocketErrors.gai(1, "Unknown host");
        }
        return PyTuple.of(name, new PyList(), PyList.of(Addresses.text(number)));
    }

    @PyFunction("gethostbyname_ex(host, /)")
    static Object gethostbynameEx(final Object host) {
        return PyTuple.of(host, new PyList(), PyList.of(gethostbyname(host)));
    }

    @PyFunction("htons(integer, /)")
    static long htons(final int x) {
        return Short.reverseBytes((short) x) & 0xffff;
    }

    @PyFunction("ntohs(integer, /)")
    static long ntohs(final int x) {
        return Short.reverseBytes((short) x) & 0xffff;
    }

    @PyFunction("htonl(integer, /)")
    static long htonl(final long x) {
        return Integer.reverseBytes((int) x) & 0xffffffffL;
    }

    @PyFunction("ntohl(integer, /)")
    static long ntohl(final long x) {
        return Integer.reverseBytes((int) x) & 0xffffffffL;
    }

    @PyFunction("inet_aton(ip_addr, /)")
    static Object inetAton(final Object address) {
        return inetPton(Addresses.AF_INET, address);
    }

    @PyFunction("inet_ntoa(packed_ip, /)")
    static Object inetNtoa(final ThreadState ts, final Object packed) {
        return inetNtop(ts, Addresses.AF_INET, packed);
    }

    @PyFunction("inet_pton(address_family, ip_string, /)")
    static Object inetPton(final int family, final Object text) {
        final String s = Str.toJava(PyObjects.textOf(text));
        final boolean six = family == Addresses.AF_INET6;
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || six && (c == ':' || Character.digit(c, 16) >= 0))) {
                throw illegal();
            }
        }
        try {
            final byte[] b = InetAddress.getByName(s).getAddress();
            if (b.length != (six ? 16 : 4) || s.isEmpty()) {
                throw illegal();
            }
            return PyBytes.of(b);
        } catch (final UnknownHostException e) {
            throw illegal();
        }
    }

    private static RuntimeException illegal() {
        return Errors.of(ExceptionTypes.OS_ERROR, "illegal IP address string passed to inet_pton");
    }

    @PyFunction("inet_ntop(address_family, packed_ip, /)")
    static Object inetNtop(final ThreadState ts, final int family, final Object packed) {
        final byte[] b = Buffers.toArray(ts, packed);
        if (b.length != (family == Addresses.AF_INET6 ? 16 : 4)) {
            throw Errors.valueError("invalid length of packed IP address string");
        }
        return Addresses.text(b);
    }

    @PyFunction("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)")
    static Object getaddrinfo(final ThreadState ts, final Object host, final Object port, final int family,
            final int type, final int proto, final int flags) {
        final long number = portNumber(ts, port);
        final PyList found = new PyList();
        final InetAddress[] all;
        final String name = host == PyNone.NONE ? null : host instanceof PyBytes b
                ? Str.toJava(FsText.decode(b.bytes())) : Str.toJava(PyObjects.textOf(host));
        try {
            all = name == null
                    ? (flags & 1) != 0 ? new InetAddress[] {InetAddress.getByName("0.0.0.0"), InetAddress.getByName("::")}
                            : new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")}
                    : InetAddress.getAllByName(name);
        } catch (final UnknownHostException e) {
            throw SocketErrors.gai(-2, "Name or service not known");
        }
        final int[][] kinds = {{1, 6}, {2, 17}, {3, 0}};
        for (final InetAddress a : all) {
            final boolean six = a.getAddress().length == 16;
            final int f = six ? Addresses.AF_INET6 : Addresses.AF_INET;
            if (family != 0 && family != f) {
                continue;
            }
            final String text = Addresses.text(a.getAddress());
            final Object address = six ? PyTuple.of(text, number, 0L, 0L) : PyTuple.of(text, number);
            for (final int[] k : kinds) {
                if ((type == 0 || type == k[0]) && (proto == 0 || proto == k[1] || k[1] == 0)) {
                    found.append(ts, PyTuple.of((long) f, (long) k[0], (long) k[1], "", address));
                }
            }
        }
        if (found.size() == 0) {
            throw SocketErrors.gai(-9, "Address family for hostname not supported");
        }
        return found;
    }

    private static long portNumber(final ThreadState ts, final Object port) {
        if (port == PyNone.NONE) {
            return 0;
        }
        if (PyNumber.isIndex(port)) {
            return PyNumber.asSsize(ts, port);
        }
        final String s = port instanceof PyBytes b ? Str.toJava(FsText.decode(b.bytes()))
                : Str.toJava(PyObjects.textOf(port));
        try {
            return Long.parseLong(s);
        } catch (final NumberFormatException e) {
            return switch (s) {
                case "http" -> 80;
                case "https" -> 443;
                case "ftp" -> 21;
                case "ssh" -> 22;
                case "smtp" -> 25;
                case "domain" -> 53;
                default -> throw SocketErrors.gai(-8, "Servname not supported for ai_socktype");
            };
        }
    }

    @PyFunction("getnameinfo(sockaddr, flags, /)")
    static Object getnameinfo(final ThreadState ts, final PyTuple address, final int flags) {
        return PyTuple.of(address.item(0), PyObjects.str(ts, address.item(1)));
    }

    @PyFunction("CMSG_LEN(length, /)")
    static long cmsgLen(final long length) {
        return 16 + length;
    }

    @PyFunction("CMSG_SPACE(length, /)")
    static long cmsgSpace(final long length) {
        return 16 + (length + 7) / 8 * 8;
    }
}
