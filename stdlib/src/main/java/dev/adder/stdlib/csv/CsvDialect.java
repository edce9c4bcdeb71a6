package dev.adder.stdlib.csv;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** How a CSV text is written: {@code _csv.Dialect}. Immutable. */
@PyTypeSpec(name = "Dialect", module = "_csv")
final class CsvDialect extends PySlotted {

    static final PyType TYPE = PyType.builtin("Dialect", "_csv", null, new CsvDialectTable());

    static final int QUOTE_MINIMAL = 0;
    static final int QUOTE_ALL = 1;
    static final int QUOTE_NONNUMERIC = 2;
    static final int QUOTE_NONE = 3;
    static final int QUOTE_STRINGS = 4;
    static final int QUOTE_NOTNULL = 5;
    /** In place of a character that is not set. */
    static final int NOT_SET = -1;

    private static final String[] NAMES = {"dialect", "delimiter", "doublequote", "escapechar", "lineterminator",
        "quotechar", "quoting", "skipinitialspace", "strict"};

    final int delimiter;
    final boolean doubleQuote;
    final int escapeChar;
    final Object lineTerminator;
    final int quoteChar;
    final int quoting;
    final boolean skipInitialSpace;
    final boolean strict;

    /** {@code values} in the order of {@link #NAMES}, null where nothing was given. */
    private CsvDialect(ThreadState ts, PyType type, Object[] values) {
        super(type);
        delimiter = requiredChar("delimiter", values[1], ',');
        doubleQuote = values[2] == null || PyObjects.isTrue(ts, values[2]);
        escapeChar = optionalChar("escapechar", values[3], NOT_SET);
        lineTerminator = terminator(values[4]);
        quoteChar = optionalChar("quotechar", values[5], '"');
        quoting = quoting(ts, values[6], values[5]);
        skipInitialSpace = values[7] != null && PyObjects.isTrue(ts, values[7]);
        strict = values[8] != null && PyObjects.isTrue(ts, values[8]);
        check();
    }

    private static int requiredChar(String name, Object value, int absent) {
        if (value == null) {
            return absent;
        }
        return oneChar(name, value, "\" must be a unicode character, not ");
    }

    private static int optionalChar(String name, Object value, int absent) {
        if (value == null) {
            return absent;
        }
        return value == PyNone.NONE ? NOT_SET : oneChar(name, value, "\" must be a unicode character or None, not ");
    }

    private static int oneChar(String name, Object value, String complaint) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("\"" + name + complaint + PyType.of(value).name());
        }
        Object text = PyObjects.textOf(value);
        if (Str.length(text) != 1) {
            throw Errors.typeError("\"" + name + complaint + "a string of length " + Str.length(text));
        }
        return Str.codePointAt(text, 0);
    }

    private static Object terminator(Object value) {
        if (value == null) {
            return "\r\n";
        }
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("\"lineterminator\" must be a string, not " + PyType.of(value).name());
        }
        return PyObjects.textOf(value);
    }

    private static int quoting(ThreadState ts, Object value, Object quoteChar) {
        if (value == null) {
            return quoteChar == PyNone.NONE ? QUOTE_NONE : QUOTE_MINIMAL;
        }
        if (!(value instanceof Long)) {
            Object number = value instanceof dev.adder.runtime.objects.PyIntSub sub ? sub.value : value;
            if (!(number instanceof Long) && !(number instanceof Boolean)) {
                throw Errors.typeError("\"quoting\" must be an integer, not " + PyType.of(value).name());
            }
        }
        int quoting = PyNumber.asInt(ts, value);
        if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL) {
            throw Errors.typeError("bad \"quoting\" value");
        }
        return quoting;
    }

    private void check() {
        if (quoting != QUOTE_NONE && quoteChar == NOT_SET) {
            throw Errors.typeError("quotechar must be set if quoting enabled");
        }
        checkChar("delimiter", delimiter, true);
        checkChar("escapechar", escapeChar, !skipInitialSpace);
        checkChar("quotechar", quoteChar, !skipInitialSpace);
        checkDifferent("delimiter", delimiter, "escapechar", escapeChar);
        checkDifferent("delimiter", delimiter, "quotechar", quoteChar);
        checkDifferent("escapechar", escapeChar, "quotechar", quoteChar);
        checkTerminator("delimiter", delimiter);
        checkTerminator("escapechar", escapeChar);
        checkTerminator("quotechar", quoteChar);
    }

    private static void checkChar(String name, int c, boolean spaceAllowed) {
        if (c == '\r' || c == '\n' || c == ' ' && !spaceAllowed) {
            throw Errors.valueError("bad " + name + " value");
        }
    }

    private static void checkDifferent(String name, int c, String otherName, int other) {
        if (c == other && c != NOT_SET) {
            throw Errors.valueError("bad " + name + " or " + otherName + " value");
        }
    }

    private void checkTerminator(String name, int c) {
        if (c != NOT_SET && terminatorHas(c)) {
            throw Errors.valueError("bad " + name + " or lineterminator value");
        }
    }

    boolean terminatorHas(int c) {
        return Str.findCodePoint(lineTerminator, c, 0, Str.length(lineTerminator)) >= 0;
    }

    @PyNew(value = "(dialect=None, delimiter=',', doublequote=True, escapechar=None, lineterminator='\\r\\n', "
            + "quotechar='\"', quoting=0, skipinitialspace=False, strict=False)", raw = true, hidden = true)
    static CsvDialect make(ThreadState ts, PyType cls, Object[] args, String[] kwNames) {
        Object[] values = ArgumentParser.unpack("", NAMES, 0, 0, NAMES.length, 0, false, false, args,
                kwNames);
        Object base = values[0];
        if (base != null && base != PyNone.NONE) {
            if (PyObjects.isText(base)) {
                base = CsvModule.of(ts).registered(ts, base);
            }
            if (base instanceof CsvDialect ready && cls == TYPE && onlyDialect(values)) {
                return ready;
            }
            for (int i = 1; i < NAMES.length; i++) {
                if (values[i] == null) {
                    values[i] = PyObjects.lookupAttr(ts, base, NAMES[i]);
                }
            }
        }
        return new CsvDialect(ts, cls, values);
    }

    private static boolean onlyDialect(Object[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] != null) {
                return false;
            }
        }
        return true;
    }

    private static Object charOrNone(int c) {
        return c == NOT_SET ? PyNone.NONE : Str.ofCodePoint(c);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        throw Errors.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @PyMethod("__reduce_ex__($self, protocol, /)")
    Object reduceEx(Object protocol) {
        return reduce();
    }

    @PyGetter("delimiter")
    Object delimiter() {
        return charOrNone(delimiter);
    }

    @PyGetter("doublequote")
    boolean doubleQuote() {
        return doubleQuote;
    }

    @PyGetter("escapechar")
    Object escapeChar() {
        return charOrNone(escapeChar);
    }

    @PyGetter("lineterminator")
    Object lineTerminator() {
        return lineTerminator;
    }

    @PyGetter("quotechar")
    Object quoteChar() {
        return charOrNone(quoteChar);
    }

    @PyGetter("quoting")
    long quoting() {
        return quoting;
    }

    @PyGetter("skipinitialspace")
    boolean skipInitialSpace() {
        return skipInitialSpace;
    }

    @PyGetter("strict")
    boolean strict() {
        return strict;
    }
}
