package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.checkError;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.OsErrors;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.io.OpenFiles;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} that start other programs: {@code exec} in place of this one, {@code posix_spawn} beside. */
@PyModuleSpec("posix")
final class SpawnFunctions {
    private static final int SIG_SETMASK = 2;
    private static final long OPEN = 0;
    private static final long CLOSE = 1;
    private static final long DUP2 = 2;
    private static final long CLOSEFROM = 3;
    private static final int RESETIDS = 0x01;
    private static final int SETPGROUP = 0x02;
    private static final int SETSIGDEF = 0x04;
    private static final int SETSIGMASK = 0x08;
    private static final int SETSCHEDPARAM = 0x10;
    private static final int SETSCHEDULER = 0x20;
    private static final int SETSID = 0x80;

    private SpawnFunctions() {
    }

    // ---- exec ----

    @PyFunction("execv($module, path, argv, /)")
    static void execv(final ThreadState ts, final Object path, final Object argv) {
        final PathArgument p = PathArgument.of(ts, "execv", path);
        try (Arena arena = Arena.ofConfined()) {
            final long arguments = Arguments.argv(ts, arena, "execv() arg 2", argv);
            throw Libc.errorOf(exec(ts, arena, "execv", p.address(arena), arguments, 0));
        }
    }

    @PyFunction("execve(path, argv, env)")
    static void execve(final ThreadState ts, final Object path, final Object argv, final Object env) {
        final PathArgument p = PathArgument.orFd(ts, "execve", path);
        try (Arena arena = Arena.ofConfined()) {
            if (Arguments.isTupleOrList(argv) && !Arguments.isMapping(env)) {
                throw Errors.typeError("execve: environment must be a mapping object");
            }
            final long arguments = Arguments.argv(ts, arena, "execve: argv", argv);
            final long environment = Arguments.environment(ts, arena, env);
            final int error = exec(ts, arena, p.isFd() ? "fexecve" : "execve", p.isFd() ? p.fd() : p.address(arena),
                    arguments, environment);
            throw OsErrors.of(error, Libc.strerror(error), p.object());
        }
    }

    /**
     * Returns only if it fails, and then the errno. The new program gets the signal mask that Python sees, not the JVM's,
     * and none of the JVM's descriptors. What Python holds back in buffers is lost, as in CPython.
     */
    private static int exec(final ThreadState ts, final Arena arena, final String function, final long program,
            final long argv, final long env) {
        final long mask = Inheritance.mask(ts, arena);
        final MemorySegment before = arena.allocate(128, 8);
        Inheritance.prepare(ts);
        Libc.call("pthread_sigmask", SIG_SETMASK, mask, before.address());
        Libc.call(function, program, argv, env);
        final int errno = Libc.errno();
        Libc.call("pthread_sigmask", SIG_SETMASK, before.address(), 0);
        return errno;
    }

    // ---- posix_spawn ----

    /** Starts a program with what this process has; gives its pid, or minus the errno. */
    static int start(final ThreadState ts, final Arena arena, final byte[] program, final long argv, final long env) {
        final MemorySegment attributes = arena.allocate(512, 8);
        final MemorySegment pid = arena.allocate(8);
        checkError(Libc.call("posix_spawnattr_init", attributes.address()));
        checkError(Libc.call("posix_spawnattr_setsigmask", attributes.address(), Inheritance.mask(ts, arena)));
        checkError(Libc.call("posix_spawnattr_setflags", attributes.address(), SETSIGMASK));
        Inheritance.prepare(ts);
        final int error = (int) Libc.call("posix_spawn", pid.address(), Libc.cString(arena, program).address(), 0,
                attributes.address(), argv, env);
        Libc.call("posix_spawnattr_destroy", attributes.address());
        return error == 0 ? pid.get(ValueLayout.JAVA_INT, 0) : -error;
    }

    @PyFunction("posix_spawn($module, path, argv, env, /, *, file_actions=(),\n            "
            + "setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            "
            + "setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)")
    static long posixSpawn(final ThreadState ts, final Object path, final Object argv, final Object env,
            final Object fileActions, final Object setpgroup, final boolean resetids, final boolean setsid,
            final Object setsigmask, final Object setsigdef, final Object scheduler) {
        return spawn(ts, "posix_spawn", path, argv, env, fileActions,
                new Wanted(setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler));
    }

    @PyFunction("posix_spawnp($module, path, argv, env, /, *, file_actions=(),\n             "
            + "setpgroup=<unrepresentable>, resetids=False, setsid=False,\n             "
            + "setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)")
    static long posixSpawnp(final ThreadState ts, final Object path, final Object argv, final Object env,
            final Object fileActions, final Object setpgroup, final boolean resetids, final boolean setsid,
            final Object setsigmask, final Object setsigdef, final Object scheduler) {
        return spawn(ts, "posix_spawnp", path, argv, env, fileActions,
                new Wanted(setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler));
    }

    /** The attributes of a new process, as the call gives them. */
    private record Wanted(Object group, boolean resetids, boolean setsid, Object mask, Object defaults,
            Object scheduler) {
    }

    private static long spawn(final ThreadState ts, final String function, final Object path, final Object argv,
            final Object env, final Object fileActions, final Wanted wanted) {
        final PathArgument p = PathArgument.of(ts, function, path);
        try (Arena arena = Arena.ofConfined()) {
            if (Arguments.isTupleOrList(argv) && env != PyNone.NONE && !Arguments.isMapping(env)) {
                throw Errors.typeError(function + ": environment must be a mapping object or None");
            }
            final long arguments = Arguments.argv(ts, arena, function + ": argv", argv);
            final long environment = env == PyNone.NONE ? Environment.address()
                    : Arguments.environment(ts, arena, env);
            final MemorySegment actions = arena.allocate(256, 8);
            final MemorySegment attributes = arena.allocate(512, 8);
            final MemorySegment pid = arena.allocate(8);
            checkError(Libc.call("posix_spawn_file_actions_init", actions.address()));
            checkError(Libc.call("posix_spawnattr_init", attributes.address()));
            try {
                if (fileActions != PyNone.NONE) {
                    addActions(ts, arena, actions.address(), fileActions);
                }
                final int flags = setAttributes(ts, arena, attributes.address(), wanted);
                checkError(Libc.call("posix_spawnattr_setflags", attributes.address(), flags));
                OpenFiles.flushAll(ts);
                Inheritance.prepare(ts);
                final int error = (int) Libc.call(function, pid.address(), p.address(arena), actions.address(),
                        attributes.address(), arguments, environment);
                if (error != 0) {
                    throw OsErrors.of(error, Libc.strerror(error), p.object());
                }
                return pid.get(ValueLayout.JAVA_INT, 0);
            } finally {
                Libc.call("posix_spawn_file_actions_destroy", actions.address());
                Libc.call("posix_spawnattr_destroy", attributes.address());
            }
        }
    }

    /** {@code parse_posix_spawn_flags}: gives the flags for what was set. */
    private static int setAttributes(final ThreadState ts, final Arena arena, final long attributes,
            final Wanted wanted) {
        int flags = (wanted.resetids ? RESETIDS : 0) | (wanted.setsid ? SETSID : 0) | SETSIGMASK;
        if (wanted.group != null) {
            checkError(Libc.call("posix_spawnattr_setpgroup", attributes, PyNumber.asInt(ts, wanted.group)));
            flags |= SETPGROUP;
        }
        final long mask = wanted.mask == PyTuple.EMPTY ? Inheritance.mask(ts, arena)
                : Arguments.signalSet(ts, arena, wanted.mask);
        checkError(Libc.call("posix_spawnattr_setsigmask", attributes, mask));
        if (wanted.defaults != PyTuple.EMPTY) {
            checkError(Libc.call("posix_spawnattr_setsigdefault", attributes,
                    Arguments.signalSet(ts, arena, wanted.defaults)));
            flags |= SETSIGDEF;
        }
        return wanted.scheduler == null ? flags : flags | setScheduler(ts, arena, attributes, wanted.scheduler);
    }

    private static int setScheduler(final ThreadState ts, final Arena arena, final long attributes,
            final Object scheduler) {
        if (!(scheduler instanceof PyTuple pair)) {
            throw Errors.systemError("new style getargs format but argument is not a tuple");
        }
        if (pair.size() != 2) {
            throw Errors.typeError("A scheduler tuple must have two elements");
        }
        final MemorySegment param = arena.allocate(4, 4);
        param.set(ValueLayout.JAVA_INT, 0, Scheduling.priority(ts, pair.get(1)));
        int flags = SETSCHEDPARAM;
        if (pair.get(0) != PyNone.NONE) {
            checkError(Libc.call("posix_spawnattr_setschedpolicy", attributes, PyNumber.asInt(ts, pair.get(0))));
            flags |= SETSCHEDULER;
        }
        checkError(Libc.call("posix_spawnattr_setschedparam", attributes, param.address()));
        return flags;
    }

    /** {@code parse_file_actions}. */
    private static void addActions(final ThreadState ts, final Arena arena, final long actions,
            final Object fileActions) {
        if (!PyIter.isIterable(fileActions)) {
            throw Errors.typeError("file_actions must be a sequence or None");
        }
        for (final Object item : PyIter.toArray(ts, fileActions)) {
            if (!(item instanceof PyTuple action) || action.size() == 0) {
                throw Errors.typeError("Each file_actions element must be a non-empty tuple");
            }
            final long tag = PyNumber.asSsize(ts, action.get(0));
            if (tag == OPEN) {
                checkSize(action, 5, "open");
                final int fd = PyNumber.asInt(ts, action.get(1));
                final long path = Libc.cString(arena, FsText.pathBytes(ts, action.get(2))).address();
                checkError(Libc.call("posix_spawn_file_actions_addopen", actions, fd, path,
                        PyNumber.asInt(ts, action.get(3)), PyNumber.asSsize(ts, action.get(4))));
            } else if (tag == CLOSE) {
                checkSize(action, 2, "close");
                checkError(Libc.call("posix_spawn_file_actions_addclose", actions, PyNumber.asInt(ts, action.get(1))));
            } else if (tag == DUP2) {
                checkSize(action, 3, "dup2");
                checkError(Libc.call("posix_spawn_file_actions_adddup2", actions, PyNumber.asInt(ts, action.get(1)),
                        PyNumber.asInt(ts, action.get(2))));
            } else if (tag == CLOSEFROM) {
                checkSize(action, 2, "closefrom");
                checkError(Libc.call("posix_spawn_file_actions_addclosefrom_np", actions,
                        PyNumber.asInt(ts, action.get(1))));
            } else {
                throw Errors.typeError("Unknown file_actions identifier");
            }
        }
    }

    private static void checkSize(final PyTuple action, final int size, final String name) {
        if (action.size() != size) {
            throw Errors.typeError("A " + name + " file_action tuple must have " + size + " elements");
        }
    }
}
