package dev.adder.stdlib.dataclasses;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;

/**
 * {@code inspect.signature(cls, annotation_format=FORWARDREF)} where {@code dataclasses._process_class} calls it to have
 * {@code str()} of it in the class's docstring: gives that text at once, for a class with annotations and defaults whose
 * texts need no Python code. The signatures were half of what {@code import _colorize} took, which makes seven data
 * classes: 11 ms of 25.
 */
final class SignatureText extends StandIn {
    /** What a metaclass may define that the function would notice. */
    private static final String[] OF_METACLASS = {"__call__", "__getattribute__", "__eq__", "__qualname__"};
    private static final String[] OF_SIGNATURES =
            {"__signature__", "__partialmethod__", "__wrapped__", "__text_signature__"};

    private static final int PARAMETERS = 6;

    /** Found when {@code dataclasses} first calls. */
    private volatile SignatureParts parts;

    SignatureText(final CodeState state) {
        super(state);
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        final Frame caller = ts.currentFrame();
        if (args.length != PARAMETERS || caller == null || !(args[0] instanceof PyType cls) || args[1] != Boolean.TRUE
                || args[2] != PyNone.NONE || args[3] != PyNone.NONE || args[4] != Boolean.FALSE
                || !isOriginal(caller.function)) {
            return null;
        }
        SignatureParts known = parts;
        if (known == null) {
            known = new SignatureParts(ts, f, caller.function);
            parts = known;
        }
        if (caller.function != known.caller || f != known.signature || args[5] != known.forwardRef
                || !known.areUsual()) {
            return null;
        }
        final PyFunction init = initOf(cls);
        final PyDict annotations = init == null ? null : known.initAnnotations.of(ts, init, cls);
        return annotations == null ? null : text(ts, known, init, annotations);
    }

    /** The class's own {@code __init__}, if that is what its signature is taken from. */
    private static PyFunction initOf(final PyType cls) {
        final PyType meta = cls.type();
        if (meta != PyType.TYPE) {
            for (final String name : OF_METACLASS) {
                if (meta.lookup(name) != PyType.TYPE.lookup(name)) {
                    return null;
                }
            }
            if (meta.lookup("__getattr__") != null) {
                return null;
            }
        }
        if (!(cls.getOwn("__init__") instanceof PyFunction init)
                || cls.lookup("__new__") != PyType.OBJECT.lookup("__new__")) {
            return null;
        }
        for (final String name : OF_SIGNATURES) {
            if (Attributes.instanceGet(init, name) != null) {
                return null;
            }
        }
        return cls.lookup("__signature__") != null || meta.lookup("__signature__") != null
                || cls.lookup("__partialmethod__") != null || meta.lookup("__partialmethod__") != null ? null : init;
    }

    /** {@code str()} of the signature without the first parameter; null if a text needs Python code. */
    private static Object text(final ThreadState ts, final SignatureParts parts, final PyFunction init,
            final PyDict annotations) {
        final Code code = init.code().ir();
        if (code.argCount < 1 || code.posOnlyArgCount != 0
                || (code.flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS)) != 0) {
            return null;
        }
        final StrBuilder b = new StrBuilder();
        b.append("(");
        final PyTuple defaults = init.defaults();
        final int required = code.argCount - (defaults == null ? 0 : defaults.size());
        for (int i = 1; i < code.argCount; i++) {
            b.append(i == 1 ? "" : ", ");
            if (!append(ts, parts, b, code.varNames[i], annotations, i < required ? null : defaults.get(i - required))) {
                return null;
            }
        }
        final Object[] keywords = init.keywordDefaults(code);
        for (int i = 0; i < code.kwOnlyArgCount; i++) {
            b.append(i > 0 ? ", " : code.argCount > 1 ? ", *, " : "*, ");
            if (!append(ts, parts, b, code.varNames[code.argCount + i], annotations, keywords[i])) {
                return null;
            }
        }
        b.append(")");
        final Object result = annotations.getStr("return");
        if (result != null) {
            final Object shown = result == parts.empty ? null : parts.annotationText.of(ts, result);
            if (shown == null) {
                return null;
            }
            b.append(" -> ");
            b.append(shown);
        }
        return b.build();
    }

    private static boolean append(final ThreadState ts, final SignatureParts parts, final StrBuilder b,
            final String name, final PyDict annotations, final Object defaultValue) {
        b.append(Str.fromNameKey(name));
        final Object annotation = annotations.getStr(name);
        if (annotation != null) {
            final Object shown = annotation == parts.empty ? null : parts.annotationText.of(ts, annotation);
            if (shown == null) {
                return false;
            }
            b.append(": ");
            b.append(shown);
        }
        if (defaultValue != null) {
            final Object shown = defaultValue == parts.empty ? null : parts.annotationText.ofDefault(ts, defaultValue);
            if (shown == null) {
                return false;
            }
            b.append(annotation == null ? "=" : " = ");
            b.append(shown);
        }
        return true;
    }
}
