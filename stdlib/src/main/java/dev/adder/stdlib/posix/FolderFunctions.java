package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} that list folders and change their entries, and the current folder. */
@PyModuleSpec("posix")
final class FolderFunctions {
    private static final int AT_REMOVEDIR = 0x200;
    private static final int AT_SYMLINK_FOLLOW = 0x400;

    private FolderFunctions() {
    }

    @PyFunction("listdir(path=None)")
    static Object listdir(final ThreadState ts, final Object path) {
        final PathArgument folder = PathArgument.orFdOrNone(ts, "listdir", path);
        final PyList names = new PyList();
        for (final Folder.Entry e : Folder.read(folder)) {
            names.append(ts, FsText.like(folder.object(), e.name()));
        }
        return names;
    }

    @PyFunction("scandir(path=None)")
    static Object scandir(final ThreadState ts, final Object path) {
        return new PyScandirIterator(PathArgument.orFdOrNone(ts, "scandir", path));
    }

    // ---- one path ----

    /** A call with a folder and a path in it; again after a signal. */
    private static void call(final ThreadState ts, final String function, final PathArgument path, final Object dirFd,
            final long first, final long second) {
        final int folder = PathArgument.dirFd(ts, dirFd);
        try (Arena arena = Arena.ofConfined()) {
            final long p = path.address(arena);
            while ((int) Libc.call(function, folder, p, first, second) < 0) {
                if (Libc.errno() != Libc.EINTR) {
                    throw path.error();
                }
                ts.poll();
            }
        }
    }

    @PyFunction("mkdir(path, mode=511, *, dir_fd=None)")
    static void mkdir(final ThreadState ts, final Object path, final int mode, final Object dirFd) {
        call(ts, "mkdirat", PathArgument.of(ts, "mkdir", path), dirFd, mode, 0);
    }

    @PyFunction("mkfifo(path, mode=438, *, dir_fd=None)")
    static void mkfifo(final ThreadState ts, final Object path, final int mode, final Object dirFd) {
        call(ts, "mkfifoat", PathArgument.of(ts, "mkfifo", path), dirFd, mode, 0);
    }

    @PyFunction("mknod(path, mode=384, device=0, *, dir_fd=None)")
    static void mknod(final ThreadState ts, final Object path, final int mode, final Object device,
            final Object dirFd) {
        call(ts, "mknodat", PathArgument.of(ts, "mknod", path), dirFd, mode, Devices.number(ts, device));
    }

    @PyFunction("rmdir(path, *, dir_fd=None)")
    static void rmdir(final ThreadState ts, final Object path, final Object dirFd) {
        call(ts, "unlinkat", PathArgument.of(ts, "rmdir", path), dirFd, AT_REMOVEDIR, 0);
    }

    @PyFunction("unlink(path, *, dir_fd=None)")
    static void unlink(final ThreadState ts, final Object path, final Object dirFd) {
        call(ts, "unlinkat", PathArgument.of(ts, "unlink", path), dirFd, 0, 0);
    }

    @PyFunction("remove(path, *, dir_fd=None)")
    static void remove(final ThreadState ts, final Object path, final Object dirFd) {
        call(ts, "unlinkat", PathArgument.of(ts, "remove", path), dirFd, 0, 0);
    }

    @PyFunction("readlink(path, *, dir_fd=None)")
    static Object readlink(final ThreadState ts, final Object path, final Object dirFd) {
        final PathArgument p = PathArgument.of(ts, "readlink", path);
        final int folder = PathArgument.dirFd(ts, dirFd);
        final MemorySegment b = Libc.scratch().buffer;
        try (Arena arena = Arena.ofConfined()) {
            final long n = Libc.call("readlinkat", folder, p.address(arena), b.address(), 4096);
            if (n < 0) {
                throw p.error();
            }
            return FsText.like(p.object(), b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    // ---- two paths ----

    @PyFunction("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void rename(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir) {
        rename(ts, "rename", src, dst, srcDir, dstDir);
    }

    @PyFunction("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void replace(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir) {
        rename(ts, "replace", src, dst, srcDir, dstDir);
    }

    private static void rename(final ThreadState ts, final String name, final Object src, final Object dst,
            final Object srcDir, final Object dstDir) {
        final PathArgument from = PathArgument.of(ts, name, "src", src);
        final PathArgument to = PathArgument.of(ts, name, "dst", dst);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("renameat", PathArgument.dirFd(ts, srcDir), from.address(arena),
                    PathArgument.dirFd(ts, dstDir), to.address(arena)) < 0) {
                throw from.error(to);
            }
        }
    }

    @PyFunction("link($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=(os.name != 'nt'))")
    static void link(final ThreadState ts, final Object src, final Object dst, final Object srcDir,
            final Object dstDir, final Object followed) {
        final PathArgument from = PathArgument.of(ts, "link", "src", src);
        final PathArgument to = PathArgument.of(ts, "link", "dst", dst);
        final int fromFolder = PathArgument.dirFd(ts, srcDir);
        final int toFolder = PathArgument.dirFd(ts, dstDir);
        final boolean follow = followed == null || PyObjects.isTrue(ts, followed);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("linkat", fromFolder, from.address(arena), toFolder, to.address(arena),
                    follow ? AT_SYMLINK_FOLLOW : 0) < 0) {
                throw from.error(to);
            }
        }
    }

    @PyFunction("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
    static void symlink(final ThreadState ts, final Object src, final Object dst, final boolean directory,
            final Object dirFd) {
        final PathArgument from = PathArgument.of(ts, "symlink", "src", src);
        final PathArgument to = PathArgument.of(ts, "symlink", "dst", dst);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("symlinkat", from.address(arena), PathArgument.dirFd(ts, dirFd),
                    to.address(arena)) < 0) {
                throw from.error(to);
            }
        }
    }

    // ---- the current folder ----

    @PyFunction("getcwd($module, /)")
    static Object getcwd() {
        return FsText.decode(cwd());
    }

    @PyFunction("getcwdb($module, /)")
    static Object getcwdb() {
        return PyBytes.of(cwd());
    }

    private static byte[] cwd() {
        final MemorySegment b = Libc.scratch().buffer;
        final long r = Libc.call("getcwd", b.address(), b.byteSize());
        if (r == 0) {
            throw Libc.error(null);
        }
        return Libc.bytesAt(r);
    }

    @PyFunction("chdir(path)")
    static void chdir(final ThreadState ts, final Object path) {
        final PathArgument p = PathArgument.orFd(ts, "chdir", path);
        try (Arena arena = Arena.ofConfined()) {
            final long r = p.isFd() ? Libc.call("fchdir", p.fd()) : Libc.call("chdir", p.address(arena));
            if ((int) r < 0) {
                throw p.error();
            }
        }
    }

    @PyFunction("fchdir(fd)")
    static void fchdir(final ThreadState ts, final Object fd) {
        check(Libc.call("fchdir", Descriptors.of(ts, fd)));
    }

    @PyFunction("chroot(path)")
    static void chroot(final ThreadState ts, final Object path) {
        final PathArgument p = PathArgument.of(ts, "chroot", path);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("chroot", p.address(arena)) < 0) {
                throw p.error();
            }
        }
    }

    @PyFunction("umask(mask, /)")
    static long umask(final int mask) {
        return (int) Libc.call("umask", mask);
    }
}
