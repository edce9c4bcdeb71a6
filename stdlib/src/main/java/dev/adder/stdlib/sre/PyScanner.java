package dev.adder.stdlib.sre;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds one match after the other in a text. */
@PyTypeSpec(name = "SRE_Scanner", module = "_sre")
final class PyScanner extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("SRE_Scanner", "_sre", null, new PyScannerTable()).withoutNew();

    private final PyPattern pattern;
    private final Subject subject;
    private final int pos;
    private final int endPos;
    private final AtomicBoolean executing = new AtomicBoolean();
    private Matcher matcher;
    /** Where the next match may begin; -1 when there are no more. */
    private int next;
    private boolean mustAdvance;

    PyScanner(PyPattern pattern, Subject subject, int pos, int endPos) {
        super(TYPE);
        this.pattern = pattern;
        this.subject = subject;
        this.pos = pos;
        this.endPos = endPos;
        this.next = pos;
    }

    @PyMethod("match($self, /)")
    Object match(ThreadState ts) {
        PyMatch found = advance(ts, false);
        return found == null ? PyNone.NONE : found;
    }

    @PyMethod("search($self, /)")
    Object search(ThreadState ts) {
        PyMatch found = advance(ts, true);
        return found == null ? PyNone.NONE : found;
    }

    @PyGetter("pattern")
    Object pattern() {
        return pattern;
    }

    /** The next match, or null. */
    PyMatch advance(ThreadState ts, boolean search) {
        if (!executing.compareAndSet(false, true)) {
            throw Errors.valueError("regular expression scanner already executing");
        }
        try {
            if (next < 0) {
                return null;
            }
            if (matcher == null) {
                matcher = pattern.matcher(ts, subject);
            }
            boolean found = search ? matcher.search(next, endPos, mustAdvance)
                    : matcher.match(next, endPos, mustAdvance);
            if (!found) {
                next = -1;
                return null;
            }
            mustAdvance = matcher.end() == matcher.start();
            next = matcher.end();
            return PyMatch.of(pattern, subject, matcher, pos, endPos);
        } finally {
            executing.set(false);
        }
    }
}
