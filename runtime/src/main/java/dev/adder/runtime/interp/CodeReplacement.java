package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyObjects;

/** {@code code.replace(...)}: only what does not touch the instructions can be replaced. */
final class CodeReplacement {
    private CodeReplacement() {
    }

    static Object replace(final ThreadState ts, final PyCode self, final PyDict changes) {
        if (changes == null) {
            return self;
        }
        final Code ir = self.ir;
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
                default -> throw Errors.notImplemented("code.replace(" + Str.toJava(PyObjects.textOf(k))
                        + "=...) is not implemented: Adder's code is register IR");
            }
        });
        return new PyCode(ir.with(name[0], qualname[0], filename[0], firstLine[0], flags[0]));
    }
}
