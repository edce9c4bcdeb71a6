package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** The module {@code _stat}: what the bits of {@code st_mode} say, on Linux. */
@PyModuleSpec("_stat")
public final class StatModule extends NativeModule {
    private static final String[] CONSTANTS = {
        "S_IFDIR=16384", "S_IFCHR=8192", "S_IFBLK=24576", "S_IFREG=32768", "S_IFIFO=4096", "S_IFLNK=40960",
        "S_IFSOCK=49152", "S_IFDOOR=0", "S_IFPORT=0", "S_IFWHT=0", "S_ISUID=2048", "S_ISGID=1024", "S_ISVTX=512",
        "S_ENFMT=1024", "S_IREAD=256", "S_IWRITE=128", "S_IEXEC=64", "S_IRWXU=448", "S_IRUSR=256", "S_IWUSR=128",
        "S_IXUSR=64", "S_IRWXG=56", "S_IRGRP=32", "S_IWGRP=16", "S_IXGRP=8", "S_IRWXO=7", "S_IROTH=4", "S_IWOTH=2",
        "S_IXOTH=1", "UF_SETTABLE=65535", "UF_NODUMP=1", "UF_IMMUTABLE=2", "UF_APPEND=4", "UF_OPAQUE=8",
        "UF_NOUNLINK=16", "UF_COMPRESSED=32", "UF_TRACKED=64", "UF_DATAVAULT=128", "UF_HIDDEN=32768",
        "SF_SETTABLE=4294901760", "SF_ARCHIVED=65536", "SF_IMMUTABLE=131072", "SF_APPEND=262144",
        "SF_NOUNLINK=1048576", "SF_SNAPSHOT=2097152", "SF_FIRMLINK=8388608", "SF_DATALESS=1073741824", "ST_MODE=0",
        "ST_INO=1", "ST_DEV=2", "ST_NLINK=3", "ST_UID=4", "ST_GID=5", "ST_SIZE=6", "ST_ATIME=7", "ST_MTIME=8",
        "ST_CTIME=9",
    };

    private static final int FORMAT = 0170000;
    private static final int DIRECTORY = 040000;
    private static final int CHARACTERS = 020000;
    private static final int BLOCKS = 060000;
    private static final int REGULAR = 0100000;
    private static final int FIFO = 010000;
    private static final int LINK = 0120000;
    private static final int SOCKET = 0140000;
    /** From the highest bit down. */
    private static final String PERMISSIONS = "rwxrwxrwx";
    private static final int SET_USER = 04000;
    private static final int SET_GROUP = 02000;
    private static final int STICKY = 01000;

    @Override
    public BuiltinTable table() {
        return new StatModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        for (final String row : CONSTANTS) {
            final int eq = row.indexOf('=');
            module.dict().putStr(row.substring(0, eq), Long.valueOf(row.substring(eq + 1)));
        }
    }

    /** A {@code mode_t} of an argument. */
    private static int mode(final ThreadState ts, final Object o) {
        final Object n = PyNumber.index(ts, o);
        if (n instanceof BigInteger b && b.bitLength() > Long.SIZE && b.signum() > 0) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        if (n instanceof BigInteger b ? b.signum() < 0 : n instanceof Long v && v < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        if (!(n instanceof Long v) || v >>> Integer.SIZE != 0) {
            throw Errors.overflowError("mode out of range");
        }
        return v.intValue();
    }

    private static boolean is(final ThreadState ts, final Object o, final int kind) {
        return (mode(ts, o) & FORMAT) == kind;
    }

    @PyFunction("S_ISDIR($self, object, /)")
    static boolean isDir(final ThreadState ts, final Object mode) {
        return is(ts, mode, DIRECTORY);
    }

    @PyFunction("S_ISCHR($self, object, /)")
    static boolean isChr(final ThreadState ts, final Object mode) {
        return is(ts, mode, CHARACTERS);
    }

    @PyFunction("S_ISBLK($self, object, /)")
    static boolean isBlk(final ThreadState ts, final Object mode) {
        return is(ts, mode, BLOCKS);
    }

    @PyFunction("S_ISREG($self, object, /)")
    static boolean isReg(final ThreadState ts, final Object mode) {
        return is(ts, mode, REGULAR);
    }

    @PyFunction("S_ISFIFO($self, object, /)")
    static boolean isFifo(final ThreadState ts, final Object mode) {
        return is(ts, mode, FIFO);
    }

    @PyFunction("S_ISLNK($self, object, /)")
    static boolean isLnk(final ThreadState ts, final Object mode) {
        return is(ts, mode, LINK);
    }

    @PyFunction("S_ISSOCK($self, object, /)")
    static boolean isSock(final ThreadState ts, final Object mode) {
        return is(ts, mode, SOCKET);
    }

    @PyFunction("S_ISDOOR($self, object, /)")
    static boolean isDoor(final ThreadState ts, final Object mode) {
        mode(ts, mode);
        return false;
    }

    @PyFunction("S_ISPORT($self, object, /)")
    static boolean isPort(final ThreadState ts, final Object mode) {
        mode(ts, mode);
        return false;
    }

    @PyFunction("S_ISWHT($self, object, /)")
    static boolean isWhiteout(final ThreadState ts, final Object mode) {
        mode(ts, mode);
        return false;
    }

    @PyFunction("S_IMODE($self, object, /)")
    static long permissions(final ThreadState ts, final Object mode) {
        return mode(ts, mode) & 07777;
    }

    @PyFunction("S_IFMT($self, object, /)")
    static long format(final ThreadState ts, final Object mode) {
        return mode(ts, mode) & FORMAT;
    }

    @PyFunction("filemode($self, object, /)")
    static Object fileMode(final ThreadState ts, final Object object) {
        final int mode = mode(ts, object);
        final char[] text = new char[1 + PERMISSIONS.length()];
        text[0] = switch (mode & FORMAT) {
            case REGULAR -> '-';
            case DIRECTORY -> 'd';
            case LINK -> 'l';
            case BLOCKS -> 'b';
            case CHARACTERS -> 'c';
            case FIFO -> 'p';
            case SOCKET -> 's';
            default -> '?';
        };
        for (int i = 0; i < PERMISSIONS.length(); i++) {
            text[i + 1] = (mode & 0400 >> i) != 0 ? PERMISSIONS.charAt(i) : '-';
        }
        mark(text, 3, mode & SET_USER, 's');
        mark(text, 6, mode & SET_GROUP, 's');
        mark(text, 9, mode & STICKY, 't');
        return new String(text);
    }

    /** A bit that shares the place of an x: a capital where that is not set. */
    private static void mark(final char[] text, final int at, final int bit, final char letter) {
        if (bit != 0) {
            text[at] = text[at] == 'x' ? letter : Character.toUpperCase(letter);
        }
    }
}
