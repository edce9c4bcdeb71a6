package dev.adder.runtime.modules;

import dev.adder.runtime.ThreadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which thread of an interpreter waits for which {@link ModuleLock}: {@code _blocking_on} of importlib._bootstrap. Whoever
 * reads or changes that, or who owns a lock, holds this object's monitor: so the rings that are found are there.
 *
 * <p>importlib looks at one thread after another while they go on (CPython up to 3.14 too), and so puts together waits that
 * never were at the same time: then an import whose modules do not import each other in a ring fails with
 * {@code _DeadlockError}.
 */
final class ModuleWaits {
    /** More than one for a thread that imports in a signal handler or a finaliser while it waits. */
    private final Map<ThreadState, List<ModuleLock>> waiting = new HashMap<>();

    void begin(final ThreadState ts, final ModuleLock lock) {
        waiting.computeIfAbsent(ts, t -> new ArrayList<>()).add(lock);
    }

    void end(final ThreadState ts, final ModuleLock lock) {
        final List<ModuleLock> locks = waiting.get(ts);
        locks.remove(lock);
        if (locks.isEmpty()) {
            waiting.remove(ts);
        }
    }

    /**
     * Whether {@code owner} waits, perhaps through others, for {@code ts}. Who closes a ring is the last in it to wait, so
     * that it is enough to ask before waiting.
     */
    boolean leadTo(final ThreadState ts, final ThreadState owner) {
        return leadTo(ts, owner, new HashSet<>());
    }

    private boolean leadTo(final ThreadState ts, final ThreadState owner, final Set<ThreadState> seen) {
        if (owner == ts) {
            return true;
        }
        final List<ModuleLock> locks = owner == null || !seen.add(owner) ? null : waiting.get(owner);
        if (locks == null) {
            return false;
        }
        for (final ModuleLock lock : locks) {
            if (leadTo(ts, lock.ownerThread(), seen)) {
                return true;
            }
        }
        return false;
    }
}
