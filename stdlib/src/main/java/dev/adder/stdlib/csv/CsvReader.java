package dev.adder.stdlib.csv;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** Reads rows from lines: {@code _csv.reader}. The states are those of CPython's {@code Modules/_csv.c}. */
@PyTypeSpec(name = "reader", module = "_csv")
final class CsvReader extends PyIterator {

    static final PyType TYPE = PyType.builtinFinal("reader", "_csv", null, new CsvReaderTable()).withoutNew();

    /** In place of a character, at the end of a line. */
    private static final int END_OF_LINE = -2;

    private enum State {
        START_RECORD, START_FIELD, ESCAPED_CHAR, IN_FIELD, IN_QUOTED_FIELD, ESCAPE_IN_QUOTED_FIELD,
        QUOTE_IN_QUOTED_FIELD, EAT_NEWLINE, AFTER_ESCAPED_NEWLINE
    }

    private final CsvModule module;
    private final Object lines;
    private final CsvDialect dialect;
    private long lineNumber;
    private State state;
    private PyList fields;
    private final StrBuilder field = new StrBuilder();
    private boolean unquoted;

    CsvReader(CsvModule module, Object lines, CsvDialect dialect) {
        super(TYPE);
        this.module = module;
        this.lines = lines;
        this.dialect = dialect;
    }

    @PyGetter("dialect")
    Object dialect() {
        return dialect;
    }

    @PyGetter("line_num")
    long lineNumber() {
        return lineNumber;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    @Override
    public Object next(ThreadState ts) {
        reset();
        do {
            Object line = PyIter.next(ts, lines);
            if (line == null) {
                if (field.isEmpty() && state != State.IN_QUOTED_FIELD) {
                    return null;
                }
                if (dialect.strict) {
                    throw CsvModule.error("unexpected end of data");
                }
                saveField(ts);
                break;
            }
            if (!PyObjects.isText(line)) {
                throw CsvModule.error("iterator should return strings, not " + PyType.of(line).name()
                        + " (the file should be opened in text mode)");
            }
            lineNumber++;
            readLine(ts, PyObjects.textOf(line));
        } while (state != State.START_RECORD);
        PyList row = fields;
        fields = null;
        return row;
    }

    private void reset() {
        fields = new PyList();
        field.setLength(0);
        state = State.START_RECORD;
        unquoted = true;
    }

    private void readLine(ThreadState ts, Object line) {
        int n = Str.length(line);
        int i = 0;
        while (i < n) {
            int end = i;
            if (state == State.IN_FIELD) {
                end = plainEnd(line, i, n);
            } else if (state == State.IN_QUOTED_FIELD) {
                end = quotedEnd(line, i, n);
            }
            if (end > i) {
                add(line, i, end);
                i = end;
            } else {
                process(ts, Str.codePointAt(line, i));
                i++;
            }
        }
        process(ts, END_OF_LINE);
    }

    private int plainEnd(Object line, int from, int n) {
        int i = from;
        while (i < n) {
            int c = Str.codePointAt(line, i);
            if (c == dialect.delimiter || c == '\n' || c == '\r' || c == dialect.escapeChar) {
                break;
            }
            i++;
        }
        return i;
    }

    private int quotedEnd(Object line, int from, int n) {
        int i = from;
        while (i < n) {
            int c = Str.codePointAt(line, i);
            if (c == dialect.quoteChar || c == dialect.escapeChar) {
                break;
            }
            i++;
        }
        return i;
    }

    private void checkLimit(long length) {
        if (length > module.fieldLimit()) {
            throw CsvModule.error("field larger than field limit (" + module.fieldLimit() + ")");
        }
    }

    private void add(Object line, int from, int to) {
        checkLimit((long) field.length() + to - from);
        field.append(line, from, to);
    }

    private void add(int c) {
        checkLimit(field.length() + 1L);
        field.append(c);
    }

    private void saveField(ThreadState ts) {
        int quoting = dialect.quoting;
        Object value;
        if (unquoted && field.isEmpty()
                && (quoting == CsvDialect.QUOTE_NOTNULL || quoting == CsvDialect.QUOTE_STRINGS)) {
            value = PyNone.NONE;
        } else {
            boolean number = unquoted && !field.isEmpty()
                    && (quoting == CsvDialect.QUOTE_NONNUMERIC || quoting == CsvDialect.QUOTE_STRINGS);
            value = field.build();
            field.setLength(0);
            if (number) {
                value = Calls.call1(ts, PyFloat.TYPE, value);
            }
        }
        fields.append(ts, value);
        unquoted = true;
    }

    private void endField(ThreadState ts, int c) {
        saveField(ts);
        state = c == END_OF_LINE ? State.START_RECORD : State.EAT_NEWLINE;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == END_OF_LINE;
    }

    private boolean isQuote(int c) {
        return c == dialect.quoteChar && dialect.quoting != CsvDialect.QUOTE_NONE;
    }

    private void process(ThreadState ts, int c) {
        switch (state) {
            case START_RECORD:
                if (c == END_OF_LINE) {
                    return;
                }
                if (c == '\n' || c == '\r') {
                    state = State.EAT_NEWLINE;
                    return;
                }
                state = State.START_FIELD;
                startField(ts, c);
                return;
            case START_FIELD:
                startField(ts, c);
                return;
            case ESCAPED_CHAR:
                if (c == '\n' || c == '\r') {
                    add(c);
                    state = State.AFTER_ESCAPED_NEWLINE;
                    return;
                }
                add(c == END_OF_LINE ? '\n' : c);
                state = State.IN_FIELD;
                return;
            case AFTER_ESCAPED_NEWLINE:
                if (c != END_OF_LINE) {
                    inField(ts, c);
                }
                return;
            case IN_FIELD:
                inField(ts, c);
                return;
            case IN_QUOTED_FIELD:
                inQuotedField(c);
                return;
            case ESCAPE_IN_QUOTED_FIELD:
                add(c == END_OF_LINE ? '\n' : c);
                state = State.IN_QUOTED_FIELD;
                return;
            case QUOTE_IN_QUOTED_FIELD:
                afterQuote(ts, c);
                return;
            default:
                if (c == END_OF_LINE) {
                    state = State.START_RECORD;
                } else if (c != '\n' && c != '\r') {
                    throw CsvModule.error("new-line character seen in unquoted field - "
                            + "do you need to open the file with newline=''?");
                }
        }
    }

    private void startField(ThreadState ts, int c) {
        if (endsLine(c)) {
            endField(ts, c);
        } else if (isQuote(c)) {
            unquoted = false;
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.escapeChar) {
            state = State.ESCAPED_CHAR;
        } else if (c == ' ' && dialect.skipInitialSpace) {
            state = State.START_FIELD;
        } else if (c == dialect.delimiter) {
            saveField(ts);
        } else {
            add(c);
            state = State.IN_FIELD;
        }
    }

    private void inField(ThreadState ts, int c) {
        if (endsLine(c)) {
            endField(ts, c);
        } else if (c == dialect.escapeChar) {
            state = State.ESCAPED_CHAR;
        } else if (c == dialect.delimiter) {
            saveField(ts);
            state = State.START_FIELD;
        } else {
            add(c);
        }
    }

    private void inQuotedField(int c) {
        if (c == END_OF_LINE) {
            return;
        }
        if (c == dialect.escapeChar) {
            state = State.ESCAPE_IN_QUOTED_FIELD;
        } else if (isQuote(c)) {
            state = dialect.doubleQuote ? State.QUOTE_IN_QUOTED_FIELD : State.IN_FIELD;
        } else {
            add(c);
        }
    }

    private void afterQuote(ThreadState ts, int c) {
        if (isQuote(c)) {
            add(c);
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.delimiter) {
            saveField(ts);
            state = State.START_FIELD;
        } else if (endsLine(c)) {
            endField(ts, c);
        } else if (!dialect.strict) {
            add(c);
            state = State.IN_FIELD;
        } else {
            throw CsvModule.error("'" + Character.toString(dialect.delimiter) + "' expected after '"
                    + Character.toString(dialect.quoteChar) + "'");
        }
    }
}
