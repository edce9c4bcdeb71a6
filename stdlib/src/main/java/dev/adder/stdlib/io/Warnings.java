package dev.adder.stdlib.io;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code warnings.warn} from Java. */
final class Warnings {
    private Warnings() {
    }

    static void warn(final ThreadState ts, final String category, final String message) {
        final Object warnings = ts.interp.importModule(ts, "warnings");
        Calls.call3(ts, PyObjects.getAttr(ts, warnings, "warn"), Str.ofUtf16(message),
                ExceptionTypes.all().get(category), 1L);
    }
}
