package dev.adder.stdlib.posix;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where a program is started whose user, groups or umask are to be others than this process's. For Linux these belong to
 * a thread (it is glibc that tells all others of a change) and are inherited by what the thread starts: so a thread of
 * its own takes them, starts the program and ends. Without such wishes the program is started where the caller is.
 */
public final class SpawnThread {
    private static final int CLONE_FS = 0x200;
    /** The numbers of setgroups, setresgid, setresuid on x86-64, and on processors with the generic table. */
    private static final int[] X86_64 = {116, 119, 117};
    private static final int[] GENERIC = {159, 149, 147};
    private static final int MAX_GROUPS = 65536;

    private final Long group;
    private final Long user;
    private final long groups;
    private final int groupCount;
    private final int umask;
    private boolean failedBefore;

    private SpawnThread(final Long group, final Long user, final long groups, final int groupCount, final int umask) {
        this.group = group;
        this.user = user;
        this.groups = groups;
        this.groupCount = groupCount;
        this.umask = umask;
    }

    /** What is None is not changed, nor is a negative umask. */
    public static SpawnThread of(final ThreadState ts, final Arena arena, final Object group, final Object extraGroups,
            final Object user, final int umask) {
        long groups = 0;
        int count = -1;
        if (extraGroups != PyNone.NONE) {
            final Object[] ids = PyIter.toArray(ts, extraGroups);
            if (ids.length > MAX_GROUPS) {
                throw Errors.valueError("too many extra_groups");
            }
            groups = Identities.gids(ts, arena, ids);
            count = ids.length;
        }
        return new SpawnThread(group == PyNone.NONE ? null : (Long) Identities.gid(ts, group),
                user == PyNone.NONE ? null : (Long) Identities.uid(ts, user), groups, count, umask);
    }

    /** Whether it was a wish that failed and not the program. */
    public boolean failedBefore() {
        return failedBefore;
    }

    /** {@code posix_spawn}: the pid, or minus the errno. */
    public int start(final long program, final long actions, final long attributes, final long argv, final long env) {
        if (group == null && user == null && groupCount < 0 && umask < 0) {
            return spawn(program, actions, attributes, argv, env);
        }
        final int[] result = new int[1];
        final Thread thread = new Thread(null, () -> {
            final int error = change();
            failedBefore = error != 0;
            result[0] = failedBefore ? -error : spawn(program, actions, attributes, argv, env);
        }, "spawn", 1 << 18);
        thread.start();
        while (true) {
            try {
                thread.join();
                return result[0];
            } catch (final InterruptedException e) {
                // Nobody interrupts Python's threads; the thread above ends at once.
                continue;
            }
        }
    }

    private static int spawn(final long program, final long actions, final long attributes, final long argv,
            final long env) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment pid = arena.allocate(8);
            final int error = (int) Libc.call("posix_spawn", pid.address(), program, actions, attributes, argv, env);
            return error == 0 ? pid.get(ValueLayout.JAVA_INT, 0) : -error;
        }
    }

    /** Changes this thread, in CPython's order ({@code child_exec}); gives an errno or 0. */
    private int change() {
        final int[] numbers = System.getProperty("os.arch").equals("amd64") ? X86_64 : GENERIC;
        if (umask >= 0) {
            if ((int) Libc.call("unshare", CLONE_FS) < 0) {
                return Libc.errno();
            }
            Libc.call("umask", umask);
        }
        if (groupCount >= 0 && Libc.call("syscall", numbers[0], groupCount, groups) < 0
                || group != null && Libc.call("syscall", numbers[1], group, group, -1) < 0
                || user != null && Libc.call("syscall", numbers[2], user, user, -1) < 0) {
            return Libc.errno();
        }
        return 0;
    }
}
