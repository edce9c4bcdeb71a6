package dev.adder.stdlib.sre;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import java.util.Arrays;

/**
 * {@code re._compiler.compile} around the library's own: what the build compiled it need not compile again. The Python
 * code that compiles ten regular expressions takes a seventh of the main thread's time in {@code import asyncio}, a fifth
 * in {@code import logging}.
 */
@PyTypeSpec(name = "compile", module = "_adder")
final class KnownPatterns extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("compile", "_adder", null, new KnownPatternsTable()).withoutNew();

    private final PatternTable table;
    private final Object library;

    KnownPatterns(final PatternTable table, final Object library) {
        super(TYPE);
        this.table = table;
        this.library = library;
    }

    @PyMethod("__call__($self, p, flags=0)")
    Object callMethod(final ThreadState ts, final Object p, final Object flags) {
        if (flags instanceof Long n && (p instanceof String || p instanceof PyBytes)) {
            final PatternTable.Entry known = table.find(p, n);
            if (known != null) {
                return pattern(ts, p, known);
            }
        }
        return flags instanceof Long n && n == 0 ? Calls.call1(ts, library, p) : Calls.call2(ts, library, p, flags);
    }

    private static PyPattern pattern(final ThreadState ts, final Object p, final PatternTable.Entry known) {
        final PyDict index = new PyDict();
        final Object[] groups = new Object[known.groups() + 1];
        Arrays.fill(groups, PyNone.NONE);
        for (int i = 0; i < known.names().length; i++) {
            index.putStr(known.names()[i], (long) known.numbers()[i]);
            groups[known.numbers()[i]] = known.names()[i];
        }
        final Program program;
        try {
            program = Program.of(known.code(), known.groups());
        } catch (final SreCodeException e) {
            throw new IllegalStateException(e);
        }
        return new PyPattern(ts, p, known.flags(), known.code(), program, index, PyTuple.of(groups));
    }
}
