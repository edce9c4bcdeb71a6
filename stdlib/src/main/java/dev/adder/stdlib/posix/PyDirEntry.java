package dev.adder.stdlib.posix;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;

/** {@code os.DirEntry}. */
@PyTypeSpec(name = "DirEntry", module = "posix")
final class PyDirEntry extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("DirEntry", "posix", null, new PyDirEntryTable()).withoutNew();

    private static final int DT_DIR = 4;
    private static final int DT_REG = 8;
    private static final int DT_LNK = 10;
    private static final int S_IFMT = 0xf000;

    private final Object name;
    private final Object path;
    private final Object folder;
    private final Folder.Entry entry;
    private Object stat;
    private Object lstat;

    PyDirEntry(final Object folder, final Folder.Entry entry) {
        super(TYPE);
        this.folder = folder;
        this.entry = entry;
        this.name = FsText.like(folder, entry.name());
        if (FsText.isFd(folder)) {
            this.path = name;
        } else {
            final byte[] f = folder instanceof PyBytes b ? b.bytes() : FsText.encode(PyObjects.textOf(folder));
            final boolean slash = f.length > 0 && f[f.length - 1] != '/';
            final byte[] p = java.util.Arrays.copyOf(f, f.length + (slash ? 1 : 0) + entry.name().length);
            if (slash) {
                p[f.length] = '/';
            }
            System.arraycopy(entry.name(), 0, p, p.length - entry.name().length, entry.name().length);
            this.path = FsText.like(folder, p);
        }
    }

    @PyGetter("name")
    Object getName() {
        return name;
    }

    @PyGetter("path")
    Object getPath() {
        return path;
    }

    @PyMethod("__fspath__($self, /)")
    Object fspath() {
        return path;
    }

    @PyMethod("inode($self, /)")
    long inode() {
        return entry.inode();
    }

    @PyMethod("stat($self, /, *, follow_symlinks=True)")
    Object stat(final ThreadState ts, final boolean follow) {
        if (!follow || entry.type() != DT_LNK && entry.type() != 0) {
            if (lstat == null) {
                lstat = StatusFunctions.lstat(ts, path, FsText.isFd(folder) ? folder : PyNone.NONE);
            }
            return lstat;
        }
        if (stat == null) {
            stat = StatusFunctions.stat(ts, path, FsText.isFd(folder) ? folder : PyNone.NONE, true);
        }
        return stat;
    }

    private boolean is(final ThreadState ts, final int type, final boolean follow) {
        if (entry.type() != 0 && (entry.type() != DT_LNK || !follow)) {
            return entry.type() == type;
        }
        try {
            final Object mode = PyObjects.getAttr(ts, stat(ts, follow), "st_mode");
            return ((int) (long) (Long) mode & S_IFMT) >> 12 == type;
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.FILE_NOT_FOUND_ERROR)) {
                return false;
            }
            throw e;
        }
    }

    @PyMethod("is_dir($self, /, *, follow_symlinks=True)")
    boolean isDir(final ThreadState ts, final boolean follow) {
        return is(ts, DT_DIR, follow);
    }

    @PyMethod("is_file($self, /, *, follow_symlinks=True)")
    boolean isFile(final ThreadState ts, final boolean follow) {
        return is(ts, DT_REG, follow);
    }

    @PyMethod("is_symlink($self, /)")
    boolean isSymlink(final ThreadState ts) {
        return is(ts, DT_LNK, false);
    }

    @PyMethod("is_junction($self, /)")
    boolean isJunction() {
        return false;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return Str.concat(Str.concat("<DirEntry ", PyObjects.repr(ts, name)), ">");
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
