package dev.adder.stdlib.sre;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.LibraryHooks;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** The module {@code _sre}: runs what {@code re._compiler} emits. */
@PyModuleSpec("_sre")
public final class SreModule extends NativeModule implements LibraryHooks.Hook {

    @PyConstant("MAGIC")
    static final Object MAGIC = (long) SreOps.MAGIC;
    @PyConstant("CODESIZE")
    static final Object CODE_SIZE = (long) SreOps.CODE_SIZE;
    @PyConstant("MAXREPEAT")
    static final Object MAX_REPEAT = SreOps.MAX_REPEAT;
    @PyConstant("MAXGROUPS")
    static final Object MAX_GROUPS = (long) SreOps.MAX_GROUPS;
    @PyConstant("copyright")
    static final Object COPYRIGHT = " SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ";

    private static final long CODE_MAX = 0xFFFFFFFFL;

    @Override
    public BuiltinTable table() {
        return new SreModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        ts.interp.part(LibraryHooks.class).set("re._compiler", this);
    }

    /** {@code re._compiler} is there. */
    @Override
    public void loaded(final ThreadState ts, final PyModule compiler) {
        final PatternTable table = PatternTable.read();
        final Object compile = compiler.dict().getStr("compile");
        if (table != null && compile != null) {
            compiler.dict().putStr("compile", new KnownPatterns(table, compile));
        }
    }

    @PyFunction("getcodesize($module, /)")
    static long getCodeSize() {
        return SreOps.CODE_SIZE;
    }

    @PyFunction("ascii_iscased($module, character, /)")
    static boolean asciiIsCased(int character) {
        return SreChars.isAsciiCased(character);
    }

    @PyFunction("unicode_iscased($module, character, /)")
    static boolean unicodeIsCased(int character) {
        return SreChars.isUnicodeCased(character);
    }

    @PyFunction("ascii_tolower($module, character, /)")
    static long asciiToLower(int character) {
        return SreChars.lowerAscii(character);
    }

    @PyFunction("unicode_tolower($module, character, /)")
    static long unicodeToLower(int character) {
        return SreChars.lowerUnicode(character);
    }

    @PyFunction("compile($module, /, pattern, flags, code, groups, groupindex, indexgroup)")
    static Object compile(ThreadState ts, Object pattern, int flags, PyList code, long groups, PyDict groupIndex,
            PyTuple indexGroup) {
        if (groups < 0 || groups > SreOps.MAX_GROUPS) {
            throw Errors.runtimeError("invalid SRE code");
        }
        int[] words = words(ts, code);
        Program program;
        try {
            program = Program.of(words, (int) groups);
        } catch (SreCodeException e) {
            throw Errors.runtimeError(e.getMessage());
        }
        return new PyPattern(ts, pattern, flags, words, program, groupIndex, indexGroup);
    }

    private static int[] words(ThreadState ts, PyList code) {
        Object[] items = code.toArray();
        int[] words = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            Object value = PyNumber.index(ts, items[i]);
            if (value instanceof BigInteger || (Long) value > CODE_MAX) {
                throw Errors.overflowError("regular expression code size limit exceeded");
            }
            if ((Long) value < 0) {
                throw Errors.overflowError("can't convert negative value to unsigned int");
            }
            words[i] = (int) (long) (Long) value;
        }
        return words;
    }

    @PyFunction("template($module, pattern, template, /)")
    static Object template(ThreadState ts, Object pattern, PyList template) {
        return PyTemplate.of(ts, template);
    }
}
