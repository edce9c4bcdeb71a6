package dev.adder.stdlib.sre;

import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;

/** A compiled replacement text: literals with group numbers between them. */
@PyTypeSpec(name = "SRE_Template", module = "_sre")
final class PyTemplate extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("SRE_Template", "_sre", null, new PyTemplateTable()).withoutNew();

    /** One literal more than {@link #groups}. */
    private final Object[] literals;
    private final int[] groups;

    private PyTemplate(Object[] literals, int[] groups) {
        super(TYPE);
        this.literals = literals;
        this.groups = groups;
    }

    /** From {@code [literal, group, literal, ..., literal]}. */
    static PyTemplate of(ThreadState ts, PyList parts) {
        Object[] all = parts.toArray();
        if ((all.length & 1) == 0) {
            throw Errors.typeError("invalid template");
        }
        Object[] literals = new Object[all.length / 2 + 1];
        int[] groups = new int[all.length / 2];
        for (int i = 0; i < all.length; i++) {
            if ((i & 1) == 0) {
                literals[i / 2] = all[i];
            } else {
                long group = PyNumber.asSsize(ts, all[i]);
                if (group < 0) {
                    throw Errors.typeError("invalid template");
                }
                groups[i / 2] = (int) Math.min(group, Integer.MAX_VALUE);
            }
        }
        return new PyTemplate(literals, groups);
    }

    /** {@code re._compile_template}, which caches. */
    static PyTemplate compile(ThreadState ts, PyPattern pattern, Object template) {
        Object re = ts.interp.modules.getStr("re");
        if (re == null) {
            re = Calls.call1(ts, ts.interp.builtins().getStr("__import__"), "re");
        }
        Object function = PyObjects.getAttr(ts, re, "_compile_template");
        Object result;
        try {
            result = Calls.call2(ts, function, pattern, template);
        } catch (PyRaise e) {
            Object plain = plain(ts, template);
            if (plain == null || !Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            result = Calls.call2(ts, function, pattern, plain);
        }
        if (result instanceof PyTemplate compiled) {
            return compiled;
        }
        throw Errors.runtimeError("the result of compiling a replacement string is " + PyType.of(result).name());
    }

    /** An unhashable text (bytearray, a subclass) as str or bytes, or null if it is a plain one or none at all. */
    private static Object plain(ThreadState ts, Object template) {
        if (PyObjects.isText(template)) {
            Object text = PyObjects.textOf(template);
            return text == template ? null : text;
        }
        byte[] bytes = template instanceof PyBytes ? null : Buffers.bytesOrNull(ts, template);
        return bytes == null ? null : PyBytes.of(bytes.clone());
    }

    /** The only literal when there are no groups, else null. */
    Object literal() {
        return groups.length == 0 ? literals[0] : null;
    }

    Object expand(ThreadState ts, PyMatch match) {
        if (groups.length == 0) {
            return literals[0];
        }
        Joiner joiner = new Joiner(ts, !PyObjects.isText(literals[0]));
        joiner.append(literals[0]);
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= match.groupCount()) {
                throw Errors.indexError("no such group");
            }
            Object group = match.group(ts, groups[i], PyNone.NONE);
            if (group != PyNone.NONE) {
                joiner.append(group);
            }
            if (!isEmpty(literals[i + 1])) {
                joiner.append(literals[i + 1]);
            }
        }
        return joiner.result();
    }

    private static boolean isEmpty(Object literal) {
        return PyObjects.isText(literal) ? Str.isEmpty(PyObjects.textOf(literal))
                : literal instanceof PyBytes b && b.bytes().length == 0;
    }
}
