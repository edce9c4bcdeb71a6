package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionSplit;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyList;

/** {@code except*} (PEP 654). */
final class ExceptionGroups {
    private ExceptionGroups() {
    }

    static void match(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        final Frame f = ts.currentFrame();
        final Object[] both = ExceptionSplit.match(ts, r[code[pc + 3]], r[code[pc + 4]],
                f == null ? null : new PyTraceback(null, f, pc, 0));
        r[code[pc + 1]] = both[0];
        r[code[pc + 2]] = both[1];
    }

    static Object prepareReraise(final ThreadState ts, final Object original, final Object raised) {
        return ExceptionSplit.toReraise(ts, (PyBaseException) original, (PyList) raised);
    }
}
