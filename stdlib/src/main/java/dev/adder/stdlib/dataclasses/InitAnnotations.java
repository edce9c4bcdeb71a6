package dev.adder.stdlib.dataclasses;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code __annotations__} of an {@code __init__} that {@code dataclasses} wrote, as its {@code __annotate__} computes
 * them ({@code dataclasses._make_annotate_function}) from those of the classes, where these are known already.
 */
final class InitAnnotations {
    private static final String ANNOTATE = "_make_annotate_function.<locals>.__annotate__";

    private enum Outcome { ALL, PART, UNKNOWN }

    private final PyDict dataclasses;
    private final GlobalCell missing;
    private final GlobalCell library;
    private final GlobalCell getAnnotations;
    private final Object usualLibrary;
    private final Object usualGetAnnotations;

    InitAnnotations(final PyDict dataclasses, final PyDict annotationlib) {
        this.dataclasses = dataclasses;
        this.missing = dataclasses.cell("MISSING");
        this.library = dataclasses.cell("annotationlib");
        this.getAnnotations = annotationlib.cell("get_annotations");
        this.usualLibrary = library.peek();
        this.usualGetAnnotations = getAnnotations.peek();
    }

    /** The function keeps them; null if they have to be computed by Python code. */
    PyDict of(final ThreadState ts, final PyFunction init, final PyType cls) {
        if (init.annotations != null) {
            return init.annotations instanceof PyDict known ? known : null;
        }
        if (!(init.annotate instanceof PyFunction annotate) || annotate.globals() != dataclasses
                || !StandIn.isOriginal(annotate) || !annotate.code().qualname.equals(ANNOTATE)
                || library.peek() != usualLibrary || getAnnotations.peek() != usualGetAnnotations
                || !StandIn.isOriginal(usualGetAnnotations) || annotate.freeVariable("__class__") != cls
                || !(annotate.freeVariable("annotation_fields") instanceof PyList fields)) {
            return null;
        }
        final PyDict all = new PyDict();
        final Outcome outcome = gather(ts, cls, all);
        if (outcome == Outcome.UNKNOWN) {
            return null;
        }
        final PyDict result = new PyDict();
        for (final Object field : fields.toArray()) {
            final Object annotation = all.get(ts, field);
            if (annotation != null) {
                result.put(ts, field, annotation);
            } else if (outcome == Outcome.PART) {
                return null;
            }
        }
        final Object returned = annotate.freeVariable("return_type");
        if (returned != missing.peek()) {
            result.putStr("return", returned);
        }
        if (outcome == Outcome.ALL) {
            init.annotations = result;
        }
        return result;
    }

    /**
     * Puts the annotations of a class and its bases into one dict. Those of a base that cannot be evaluated
     * ({@code _colorize.ThemeSection} has such) would come as forward references, which cost 2 ms a class, if anybody
     * wanted them; then the dict holds what overrides them.
     */
    private static Outcome gather(final ThreadState ts, final PyType cls, final PyDict all) {
        Outcome outcome = Outcome.ALL;
        final PyType[] mro = cls.mro();
        for (int i = mro.length - 1; i >= 0; i--) {
            if (!mro[i].isHeapType()) {
                continue;
            }
            PyDict own = known(mro[i]);
            if (own == null) {
                if (i == 0 || mro[i].getOwn("__annotate__") != null
                        || !StandIn.isOriginal(mro[i].getOwn("__annotate_func__"))) {
                    return Outcome.UNKNOWN;
                }
                own = evaluated(ts, mro[i]);
            }
            if (own == null) {
                outcome = Outcome.PART;
                all.clear();
            } else {
                all.update(ts, own);
            }
        }
        return outcome;
    }

    private static PyDict known(final PyType type) {
        Object known = type.getOwn("__annotations__");
        if (known == null) {
            known = type.getOwn("__annotations_cache__");
        }
        if (known == null && isNothing(type.getOwn("__annotate_func__")) && isNothing(type.getOwn("__annotate__"))) {
            known = new PyDict();
            type.setOwn("__annotations_cache__", known);
        }
        return known instanceof PyDict dict && dict.type() == PyDict.TYPE ? dict : null;
    }

    /** By the library's own code; null if that raises. */
    private static PyDict evaluated(final ThreadState ts, final PyType type) {
        try {
            return PyObjects.getAttr(ts, type, "__annotations__") instanceof PyDict d ? d : null;
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.EXCEPTION)) {
                return null;
            }
            throw e;
        }
    }

    private static boolean isNothing(final Object annotate) {
        return annotate == null || annotate == PyNone.NONE;
    }
}
