package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.stdlib.io.OpenFiles;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code os.spawnv} and its like. CPython's library makes them of {@code fork} and {@code exec}, unless the system's
 * module has a {@code spawnv} of its own, as on Windows; so here, where there is no {@code fork}.
 */
@PyModuleSpec("posix")
final class SpawnvFunctions {
    static final long P_WAIT = 0;
    static final long P_NOWAIT = 1;
    /** What a child exits with that could not become the program. */
    private static final int FAILED = 127;
    private static final int ENOENT = 2;
    private static final int ENOTDIR = 20;

    private SpawnvFunctions() {
    }

    @PyFunction("spawnv($module, mode, path, argv, /)")
    static long spawnv(final ThreadState ts, final Object mode, final Object path, final Object argv) {
        return spawn(ts, mode, path, argv, PyNone.NONE, false);
    }

    @PyFunction("spawnve($module, mode, path, argv, env, /)")
    static long spawnve(final ThreadState ts, final Object mode, final Object path, final Object argv,
            final Object env) {
        return spawn(ts, mode, path, argv, env, false);
    }

    @PyFunction("spawnvp($module, mode, path, argv, /)")
    static long spawnvp(final ThreadState ts, final Object mode, final Object path, final Object argv) {
        return spawn(ts, mode, path, argv, PyNone.NONE, true);
    }

    @PyFunction("spawnvpe($module, mode, path, argv, env, /)")
    static long spawnvpe(final ThreadState ts, final Object mode, final Object path, final Object argv,
            final Object env) {
        return spawn(ts, mode, path, argv, env, true);
    }

    private static long spawn(final ThreadState ts, final Object mode, final Object path, final Object argv,
            final Object env, final boolean search) {
        if (!Arguments.isTupleOrList(argv)) {
            throw Errors.typeError("argv must be a tuple or a list");
        }
        final Object[] items = PyIter.toArray(ts, argv);
        if (items.length == 0 || !PyObjects.isTrue(ts, items[0])) {
            throw Errors.valueError("argv first element cannot be empty");
        }
        final boolean wait = !PyObjects.equal(ts, mode, P_NOWAIT);
        int pid;
        try {
            pid = start(ts, path, argv, env, search);
        } catch (final PyRaise e) {
            // In CPython it is raised in the child, which then exits.
            pid = -1;
        }
        if (pid < 0) {
            return wait ? FAILED : failedChild(ts);
        }
        return wait ? exitCode(ts, pid) : pid;
    }

    private static long exitCode(final ThreadState ts, final int pid) {
        while (true) {
            final int status = (int) (long) (Long) ((PyTuple) ChildFunctions.waitpid(ts, pid, 0)).get(1);
            if (!ProcessFunctions.wifstopped(status)) {
                return ProcessFunctions.waitstatusToExitcode(status);
            }
        }
    }

    /** A child whose pid can be waited for, as that of one that failed to become the program. */
    private static long failedChild(final ThreadState ts) {
        try (Arena arena = Arena.ofConfined()) {
            return SpawnFunctions.start(ts, arena, bytes("/bin/sh"),
                    Arguments.strings(arena, bytes("sh"), bytes("-c"), bytes("exit " + FAILED)), Environment.address());
        }
    }

    private static byte[] bytes(final String text) {
        return FsText.encode(text);
    }

    /** The pid of the new process, or minus the errno. */
    private static int start(final ThreadState ts, final Object path, final Object argv, final Object env,
            final boolean search) {
        OpenFiles.flushAll(ts);
        try (Arena arena = Arena.ofConfined()) {
            final long arguments = Arguments.argv(ts, arena, "argv", argv);
            final long environment = env == PyNone.NONE ? Environment.address()
                    : Arguments.environment(ts, arena, env);
            int error = -ENOENT;
            for (final byte[] candidate : candidates(ts, path, env, search)) {
                final int r = SpawnFunctions.start(ts, arena, candidate, arguments, environment);
                if (r > 0) {
                    return r;
                }
                if (r != -ENOENT && r != -ENOTDIR) {
                    error = r;
                }
            }
            return error;
        }
    }

    /** Where the program may be ({@code os._execvpe}). */
    private static List<byte[]> candidates(final ThreadState ts, final Object path, final Object env,
            final boolean search) {
        final byte[] name = FsText.pathBytes(ts, path);
        for (final byte b : name) {
            if (!search || b == '/') {
                return List.of(name);
            }
        }
        final Object folders = Calls.call1(ts,
                PyObjects.getAttr(ts, ts.interp.importModule(ts, "os"), "get_exec_path"), env);
        final List<byte[]> all = new ArrayList<>();
        for (final Object folder : PyIter.toArray(ts, folders)) {
            final byte[] f = FsText.pathBytes(ts, folder);
            final byte[] candidate = new byte[f.length + 1 + name.length];
            System.arraycopy(f, 0, candidate, 0, f.length);
            candidate[f.length] = '/';
            System.arraycopy(name, 0, candidate, f.length + 1, name.length);
            all.add(candidate);
        }
        return all;
    }
}
