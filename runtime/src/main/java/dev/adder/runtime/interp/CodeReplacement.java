package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyObjects;
import java.util.List;

/** {@code code.replace(...)}: only what does not touch the instructions can be replaced. */
final class CodeReplacement {
    /** The keywords that CPython takes and that would change what Adder has no form for. */
    private static final String OTHERS = " co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize "
            + "co_code co_consts co_names co_varnames co_freevars co_cellvars co_linetable co_exceptiontable ";

    private CodeReplacement() {
    }

    private static PyRaise unexpected(final String keyword) {
        final String close = PyObjects.suggest(keyword, List.of((OTHERS + "co_flags co_firstlineno co_filename co_name "
                + "co_qualname").trim().split(" ")));
        return Errors.typeError("replace() got an unexpected keyword argument '" + keyword + "'"
                + (close == null ? "" : ". Did you mean '" + close + "'?"));
    }

    static Object replace(final ThreadState ts, final PyCode self, final PyDict changes) {
        if (changes == null) {
            return self;
        }
        final Code ir = self.ir();
        final String[] name = {ir.name};
        final String[] qualname = {ir.qualname};
        final String[] filename = {ir.filename};
        final int[] firstLine = {ir.firstLine};
        final int[] flags = {ir.flags};
        changes.forEach((k, v) -> {
            switch (Str.toJava(PyObjects.textOf(k))) {
                case "co_name" -> name[0] = Str.nameKey(PyObjects.textOf(v));
                case "co_qualname" -> qualname[0] = Str.nameKey(PyObjects.textOf(v));
                case "co_filename" -> filename[0] = Str.toJava(PyObjects.textOf(v));
                case "co_firstlineno" -> firstLine[0] = (int) (long) (Long) v;
                case "co_flags" -> flags[0] = (int) (long) (Long) v;
                default -> throw !OTHERS.contains(" " + Str.toJava(PyObjects.textOf(k)) + " ")
                        ? unexpected(Str.toJava(PyObjects.textOf(k)))
                        : Errors.notImplemented("code.replace(" + Str.toJava(PyObjects.textOf(k))
                        + "=...) is not implemented: Adder's code is register IR");
            }
        });
        return new PyCode(ir.with(name[0], qualname[0], filename[0], firstLine[0], flags[0]), self);
    }
}
