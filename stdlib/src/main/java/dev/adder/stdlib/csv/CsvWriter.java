package dev.adder.stdlib.csv;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** Writes rows as lines: {@code _csv.writer}. */
@PyTypeSpec(name = "writer", module = "_csv")
final class CsvWriter extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("writer", "_csv", null, new CsvWriterTable()).withoutNew();

    private final Object write;
    private final CsvDialect dialect;

    CsvWriter(Object write, CsvDialect dialect) {
        super(TYPE);
        this.write = write;
        this.dialect = dialect;
    }

    @PyGetter("dialect")
    Object dialect() {
        return dialect;
    }

    @PyMethod("writerow($self, row, /)")
    Object writeRow(ThreadState ts, Object row) {
        Object items;
        try {
            items = PyIter.get(ts, row);
        } catch (PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw CsvModule.error("iterable expected, not " + PyType.of(row).name());
            }
            throw e;
        }
        StrBuilder line = new StrBuilder();
        int fields = 0;
        boolean lastIsNull = false;
        for (Object item = PyIter.next(ts, items); item != null; item = PyIter.next(ts, items)) {
            lastIsNull = item == PyNone.NONE;
            Object text = lastIsNull ? "" : PyObjects.textOf(PyObjects.str(ts, item));
            append(line, fields++, text, lastIsNull, mustQuote(ts, item));
        }
        if (fields > 0 && line.isEmpty()) {
            if (dialect.quoting == CsvDialect.QUOTE_NONE || lastIsNull && quotesByKind()) {
                throw CsvModule.error("single empty field record must be quoted");
            }
            append(line, fields - 1, "", true, true);
        }
        line.append(dialect.lineTerminator);
        return Calls.call1(ts, write, line.build());
    }

    private boolean quotesByKind() {
        return dialect.quoting == CsvDialect.QUOTE_STRINGS || dialect.quoting == CsvDialect.QUOTE_NOTNULL;
    }

    private boolean mustQuote(ThreadState ts, Object item) {
        return switch (dialect.quoting) {
            case CsvDialect.QUOTE_ALL -> true;
            case CsvDialect.QUOTE_NONNUMERIC -> !isNumber(item);
            case CsvDialect.QUOTE_STRINGS -> PyObjects.isText(item);
            case CsvDialect.QUOTE_NOTNULL -> item != PyNone.NONE;
            default -> false;
        };
    }

    /** CPython's {@code PyNumber_Check}. */
    private static boolean isNumber(Object o) {
        PyType type = PyType.of(o);
        return PyNumber.isIndex(o) || o instanceof Double || type.lookup("__int__") != null
                || type.lookup("__float__") != null || o instanceof dev.adder.runtime.objects.PyComplex;
    }

    private void append(StrBuilder line, int index, Object text, boolean isNull, boolean quote) {
        if (index > 0) {
            line.append(dialect.delimiter);
        }
        boolean quoted = quote;
        int n = Str.length(text);
        if (n == 0 && dialect.delimiter == ' ' && dialect.skipInitialSpace) {
            if (dialect.quoting == CsvDialect.QUOTE_NONE || isNull && quotesByKind()) {
                throw CsvModule.error(
                        "empty field must be quoted if delimiter is a space and skipinitialspace is true");
            }
            quoted = true;
        }
        StrBuilder field = null;
        int done = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (!isSpecial(c)) {
                continue;
            }
            boolean escape = dialect.quoting == CsvDialect.QUOTE_NONE;
            int prefix = CsvDialect.NOT_SET;
            if (!escape) {
                if (c == dialect.quoteChar) {
                    if (dialect.doubleQuote) {
                        prefix = dialect.quoteChar;
                    } else {
                        escape = true;
                    }
                } else if (c == dialect.escapeChar) {
                    escape = true;
                }
                quoted |= !escape;
            }
            if (escape) {
                if (dialect.escapeChar == CsvDialect.NOT_SET) {
                    throw CsvModule.error("need to escape, but no escapechar set");
                }
                prefix = dialect.escapeChar;
            }
            if (prefix != CsvDialect.NOT_SET) {
                if (field == null) {
                    field = new StrBuilder();
                }
                field.append(text, done, i).append(prefix);
                done = i;
            }
        }
        if (quoted) {
            line.append(dialect.quoteChar);
        }
        if (field != null) {
            line.append(field.build());
        }
        line.append(text, done, n);
        if (quoted) {
            line.append(dialect.quoteChar);
        }
    }

    private boolean isSpecial(int c) {
        return c == dialect.delimiter || c == dialect.escapeChar || c == dialect.quoteChar || c == '\n' || c == '\r'
                || dialect.terminatorHas(c);
    }

    @PyMethod("writerows($self, rows, /)")
    void writeRows(ThreadState ts, Object rows) {
        Object all = PyIter.get(ts, rows);
        for (Object row = PyIter.next(ts, all); row != null; row = PyIter.next(ts, all)) {
            writeRow(ts, row);
        }
    }
}
