package dev.adder.runtime.objects;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code typing.ParamSpec}, and its {@code args} and {@code kwargs}. */
@PyTypeSpec(name = "ParamSpec", module = "typing")
public final class PyParamSpec extends VariantParameter {
    public static final PyType TYPE =
            PyType.builtinFinal("ParamSpec", "typing", null, new PyParamSpecTable()).withDict().withWeakref();

    private final Object bound;

    PyParamSpec(final Object name, final Object bound, final Object defaultValue, final boolean covariant,
            final boolean contravariant, final boolean inferred) {
        super(TYPE, name, defaultValue, covariant, contravariant, inferred);
        this.bound = bound;
    }

    /** Of the syntax {@code [**P]}. */
    public static PyParamSpec ofSyntax(final ThreadState ts, final Object name) {
        final PyParamSpec p = new PyParamSpec(name, PyNone.NONE, null, false, false, true);
        p.setModule(ts);
        return p;
    }

    @PyNew(value = "(name, *, bound=None, default=<unrepresentable>, covariant=False, contravariant=False, "
            + "infer_variance=False)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, @Text final Object name, final Object bound,
            final Object defaultValue, final boolean covariant, final boolean contravariant,
            final boolean inferVariance) {
        checkVariance(covariant, contravariant, inferVariance);
        final Object checked = bound == PyNone.NONE ? bound : checkedType(ts, bound, "Bound must be a type.");
        final PyParamSpec p =
                new PyParamSpec(name, checked, defaultValue, covariant, contravariant, inferVariance);
        p.setModule(ts);
        return p;
    }

    @PyGetter("__bound__")
    Object bound() {
        return bound;
    }

    @PyGetter("args")
    Object args() {
        return new Args(this);
    }

    @PyGetter("kwargs")
    Object kwargs() {
        return new Kwargs(this);
    }

    @PyMethod("__typing_subst__($self, arg, /)")
    Object subst(final ThreadState ts, final Object arg) {
        return PyTypeVar.typing(ts, "_paramspec_subst", this, arg);
    }

    @PyMethod("__typing_prepare_subst__($self, alias, args, /)")
    Object prepareSubst(final ThreadState ts, final Object alias, final Object args) {
        return PyTypeVar.typing(ts, "_paramspec_prepare_subst", this, alias, args);
    }

    /** What {@code P.args} and {@code P.kwargs} have in common. */
    abstract static class Part extends PySlotted {
        final Object origin;

        Part(final PyType type, final Object origin) {
            super(type);
            this.origin = origin;
        }

        abstract String part();

        @PyGetter("__origin__")
        final Object origin() {
            return origin;
        }

        @PyMethod("__mro_entries__($self, object, /)")
        final Object mroEntries(final Object bases) {
            throw Errors.typeError("Cannot subclass an instance of " + type().name());
        }

        @PyMethod("__eq__($self, value, /)")
        final Object eq(final ThreadState ts, final Object other) {
            return other instanceof Part p && p.type() == type() ? (Object) PyObjects.equal(ts, origin, p.origin)
                    : PyNotImplemented.NOT_IMPLEMENTED;
        }

        @PyMethod("__repr__($self, /)")
        final Object repr(final ThreadState ts) {
            final Object shown = origin instanceof PyParamSpec p ? p.name : PyObjects.repr(ts, origin);
            return new StrBuilder().append(shown).append(part()).build();
        }
    }

    /** {@code P.args}. */
    @PyTypeSpec(name = "ParamSpecArgs", module = "typing")
    public static final class Args extends Part {
        public static final PyType TYPE =
                PyType.builtinFinal("ParamSpecArgs", "typing", null, new PyParamSpec_ArgsTable()).withWeakref();
        @PyConstant("__hash__")
        static final Object HASH = PyNone.NONE;

        Args(final Object origin) {
            super(TYPE, origin);
        }

        @PyNew(value = "(origin)", hidden = true)
        static Object make(final ThreadState ts, final PyType cls, final Object origin) {
            return new Args(origin);
        }

        @Override
        String part() {
            return ".args";
        }
    }

    /** {@code P.kwargs}. */
    @PyTypeSpec(name = "ParamSpecKwargs", module = "typing")
    public static final class Kwargs extends Part {
        public static final PyType TYPE =
                PyType.builtinFinal("ParamSpecKwargs", "typing", null, new PyParamSpec_KwargsTable()).withWeakref();
        @PyConstant("__hash__")
        static final Object HASH = PyNone.NONE;

        Kwargs(final Object origin) {
            super(TYPE, origin);
        }

        @PyNew(value = "(origin)", hidden = true)
        static Object make(final ThreadState ts, final PyType cls, final Object origin) {
            return new Kwargs(origin);
        }

        @Override
        String part() {
            return ".kwargs";
        }
    }
}
