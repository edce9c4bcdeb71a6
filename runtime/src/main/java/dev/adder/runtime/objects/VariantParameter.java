package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** A type parameter that has a variance and may stand in a union: TypeVar and ParamSpec. */
abstract class VariantParameter extends TypeParameter {
    private final boolean covariant;
    private final boolean contravariant;
    private final boolean inferred;

    VariantParameter(final PyType type, final Object name, final Object defaultValue, final boolean covariant,
            final boolean contravariant, final boolean inferred) {
        super(type, name, defaultValue);
        this.covariant = covariant;
        this.contravariant = contravariant;
        this.inferred = inferred;
    }

    @PyGetter("__covariant__")
    final boolean covariant() {
        return covariant;
    }

    @PyGetter("__contravariant__")
    final boolean contravariant() {
        return contravariant;
    }

    @PyGetter("__infer_variance__")
    final boolean inferVariance() {
        return inferred;
    }

    @PyMethod("__or__($self, value, /)")
    final Object or(final ThreadState ts, final Object other) {
        return PyUnion.of(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    final Object ror(final ThreadState ts, final Object other) {
        return PyUnion.of(ts, other, this);
    }

    /** The name with the sign of its variance. */
    @PyMethod("__repr__($self, /)")
    final Object repr() {
        return inferred ? name : Str.concat(covariant ? "+" : contravariant ? "-" : "~", name);
    }

    static void checkVariance(final boolean covariant, final boolean contravariant, final boolean inferred) {
        if (covariant && contravariant) {
            throw Errors.valueError("Bivariant types are not supported.");
        }
        if (inferred && (covariant || contravariant)) {
            throw Errors.valueError("Variance cannot be specified with infer_variance.");
        }
    }
}
