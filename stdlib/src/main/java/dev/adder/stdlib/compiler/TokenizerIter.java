package dev.adder.stdlib.compiler;

import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.SyntaxException;
import dev.adder.language.parser.TokenCursor;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.SyntaxErrors;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** {@code _tokenize.TokenizerIter}. All lines are read before the first token is given. */
@PyTypeSpec(name = "TokenizerIter", module = "_tokenize")
final class TokenizerIter extends PyIterator {
    static final PyType TYPE = PyType.builtin("TokenizerIter", "_tokenize", null, new TokenizerIterTable());

    private final Object readline;
    private final Object encoding;
    private final boolean extraTokens;
    private TokenCursor cursor;

    private TokenizerIter(final PyType type, final Object readline, final Object encoding, final boolean extraTokens) {
        super(type);
        this.readline = readline;
        this.encoding = encoding;
        this.extraTokens = extraTokens;
    }

    @PyNew(value = "(readline, /, *, encoding=None, extra_tokens=False)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object readline, final Object encoding,
            final boolean extraTokens) {
        if (encoding != PyNone.NONE && !PyObjects.isText(encoding)) {
            throw Errors.typeError("tokenizeriter() argument 'encoding' must be str, not "
                    + PyType.of(encoding).name());
        }
        return new TokenizerIter(cls, readline, encoding, extraTokens);
    }

    private Object readAll(final ThreadState ts) {
        final StrBuilder all = new StrBuilder();
        for (;;) {
            final Object line;
            try {
                line = Calls.call0(ts, readline);
            } catch (final PyRaise e) {
                if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                    return all.build();
                }
                throw e;
            }
            final Object text = lineText(ts, line);
            if (PyObjects.length(ts, text) == 0) {
                return all.build();
            }
            all.append(text);
        }
    }

    private Object lineText(final ThreadState ts, final Object line) {
        if (encoding == PyNone.NONE) {
            if (!PyObjects.isText(line)) {
                throw Errors.typeError("readline() returned a non-string object");
            }
            return PyObjects.textOf(line);
        }
        if (!(line instanceof PyBytes)) {
            throw Errors.typeError("readline() returned a non-bytes object");
        }
        return PyObjects.textOf(Calls.call(ts, PyObjects.getAttr(ts, line, "decode"),
                new Object[] {encoding, "replace"}, null));
    }

    @Override
    public Object next(final ThreadState ts) {
        synchronized (this) {
            try {
                if (cursor == null) {
                    cursor = new TokenCursor(readAll(ts), extraTokens);
                }
                if (!cursor.next()) {
                    return null;
                }
            } catch (final SyntaxException e) {
                throw SyntaxErrors.toPython(ts, e);
            }
            return PyTuple.of((long) cursor.kind(), cursor.string(),
                    PyTuple.of((long) cursor.startLine(), (long) cursor.startCol()),
                    PyTuple.of((long) cursor.endLine(), (long) cursor.endCol()), cursor.line());
        }
    }
}
