package dev.adder.stdlib.json;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** Reads one JSON value from a text: {@code _json.Scanner}, which json calls {@code scan_once}. */
@PyTypeSpec(name = "Scanner", module = "_json")
public final class JsonScanner extends ValueAndInt {

    static final PyType TYPE = PyType.builtinFinal("Scanner", "_json", null, new JsonScannerTable());

    /** A power of two. */
    static final int KEYS = 128;
    static final int LONGEST_KEY = 64;

    /**
     * Keys of objects met before, by hash, so that equal keys are one String whose hash is known: within a text, and from
     * text to text, which are mostly alike. Threads may overwrite each other's.
     */
    final String[] keys = new String[KEYS];
    final boolean strict;
    /** The hooks; Java null where the context has None. */
    final Object objectHook;
    final Object objectPairsHook;
    final Object parseFloat;
    final Object parseInt;
    final Object parseConstant;

    private JsonScanner(ThreadState ts, Object context) {
        super(TYPE);
        strict = PyObjects.isTrue(ts, PyObjects.getAttr(ts, context, "strict"));
        objectHook = PyObjects.getAttr(ts, context, "object_hook");
        objectPairsHook = PyObjects.getAttr(ts, context, "object_pairs_hook");
        parseFloat = PyObjects.getAttr(ts, context, "parse_float");
        parseInt = PyObjects.getAttr(ts, context, "parse_int");
        parseConstant = PyObjects.getAttr(ts, context, "parse_constant");
    }

    boolean hasObjectHook() {
        return objectHook != PyNone.NONE;
    }

    boolean hasPairsHook() {
        return objectPairsHook != PyNone.NONE;
    }

    @PyNew(value = "(context)", hidden = true)
    static Object make(ThreadState ts, PyType cls, Object context) {
        return new JsonScanner(ts, context);
    }

    @PyMethod(value = "__call__($self, /, string, idx)", hidden = true)
    @Override
    Object callWith(ThreadState ts, Object string, long idx) {
        Object text = JsonModule.text(string);
        if (idx < 0) {
            throw Errors.valueError("idx cannot be negative");
        }
        JsonParser parser = JsonParser.over(ts, this, text, strict);
        Object value = parser.value((int) Math.min(idx, Integer.MAX_VALUE));
        return PyTuple.of(value, (long) parser.position());
    }

    @PyGetter("strict")
    boolean strict() {
        return strict;
    }

    @PyGetter("object_hook")
    Object objectHook() {
        return objectHook;
    }

    @PyGetter("object_pairs_hook")
    Object objectPairsHook() {
        return objectPairsHook;
    }

    @PyGetter("parse_float")
    Object parseFloat() {
        return parseFloat;
    }

    @PyGetter("parse_int")
    Object parseInt() {
        return parseInt;
    }

    @PyGetter("parse_constant")
    Object parseConstant() {
        return parseConstant;
    }
}
