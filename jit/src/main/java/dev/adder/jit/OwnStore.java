package dev.adder.jit;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.Shape;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.InlineCaches;

/**
 * One place that says {@code object.__setattr__(o, "name", value)}, as the {@code __init__} of a frozen dataclass does for
 * each field, with what it did to the shape it met last. Racing threads see one entry or the other.
 */
public final class OwnStore {
    private final BuiltinDescriptor method;
    private final Object text;
    private final String name;
    private InlineCaches.Transition last;

    /** @param text the attribute's name, a Python str */
    OwnStore(final BuiltinDescriptor method, final Object text) {
        this.method = method;
        this.text = text;
        this.name = Str.nameKey(text);
    }

    /** Called by compiled code. */
    public static void store(final ThreadState ts, final Object o, final Object value, final OwnStore at) {
        final InlineCaches.Transition known = at.last;
        if (known != null && o instanceof PyInstance p) {
            final Shape shape = p.shape;
            if (shape == known.shape() && shape.type.isVersion(known.version())) {
                if (!ts.multi) {
                    p.slotSet(shape.count, value);
                    p.shape = known.next();
                    return;
                }
                if (Attributes.addShared(p, shape, known.next(), value)) {
                    return;
                }
            }
        }
        at.storeSlow(ts, o, value);
    }

    private void storeSlow(final ThreadState ts, final Object o, final Object value) {
        if (!(o instanceof PyInstance p)) {
            method.callUnchecked2(ts, o, text, value);
            return;
        }
        final Shape before = p.shape;
        final long version = before.type.version();
        method.callUnchecked2(ts, o, text, value);
        if (InlineCaches.stored(p, before, version, name) instanceof InlineCaches.Transition t) {
            last = t;
        }
    }
}
