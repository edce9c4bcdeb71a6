package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code typing.TypeVar}. Bound and constraints of a {@code class C[T: bound]} are evaluated when asked for. */
@PyTypeSpec(name = "TypeVar", module = "typing")
public final class PyTypeVar extends VariantParameter {
    public static final PyType TYPE =
            PyType.builtinFinal("TypeVar", "typing", null, new PyTypeVarTable()).withDict().withWeakref();

    /** Null if there is none or it is yet to be evaluated. */
    private Object bound;
    private Object boundFunction;
    private Object constraints;
    private Object constraintsFunction;

    PyTypeVar(final Object name, final Object defaultValue, final boolean covariant, final boolean contravariant,
            final boolean inferred) {
        super(TYPE, name, defaultValue, covariant, contravariant, inferred);
    }

    /** Of the syntax {@code [T]}, {@code [T: bound]}, {@code [T: (A, B)]}; the functions may be null. */
    public static PyTypeVar ofSyntax(final ThreadState ts, final Object name, final Object boundFunction,
            final Object constraintsFunction) {
        final PyTypeVar t = new PyTypeVar(name, null, false, false, true);
        t.boundFunction = boundFunction;
        t.constraintsFunction = constraintsFunction;
        t.setModule(ts);
        return t;
    }

    @PyNew(value = "(name, *constraints, bound=None, default=<unrepresentable>, covariant=False, contravariant=False, "
            + "infer_variance=False)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, @Text final Object name, final Object[] constraints,
            final Object bound, final Object defaultValue, final boolean covariant, final boolean contravariant,
            final boolean inferVariance) {
        checkVariance(covariant, contravariant, inferVariance);
        final PyTypeVar t = new PyTypeVar(name, defaultValue, covariant, contravariant, inferVariance);
        if (bound != PyNone.NONE) {
            t.bound = checkedType(ts, bound, "Bound must be a type.");
        }
        if (constraints.length == 1) {
            throw Errors.typeError("A single constraint is not allowed");
        }
        if (constraints.length > 1) {
            if (t.bound != null) {
                throw Errors.typeError("Constraints cannot be combined with bound=...");
            }
            t.constraints = PyTuple.of(constraints);
        }
        t.setModule(ts);
        return t;
    }

    /** A name of the module typing. */
    public static Object typing(final ThreadState ts, final String name) {
        Object module = ts.interp.modules.getStr("typing");
        if (module == null) {
            Calls.call1(ts, Builtins.get(ts, "__import__"), "typing");
            module = ts.interp.modules.getItem(ts, "typing");
        }
        return PyObjects.getAttr(ts, module, name);
    }

    /** Calls a function of the module typing. */
    static Object typing(final ThreadState ts, final String function, final Object... args) {
        return Calls.call(ts, typing(ts, function), args, null);
    }

    @PyGetter("__bound__")
    Object bound(final ThreadState ts) {
        if (bound == null) {
            if (boundFunction == null) {
                return PyNone.NONE;
            }
            bound = Calls.call0(ts, boundFunction);
        }
        return bound;
    }

    @PyGetter("__constraints__")
    Object constraints(final ThreadState ts) {
        if (constraints == null) {
            if (constraintsFunction == null) {
                return PyTuple.EMPTY;
            }
            constraints = Calls.call0(ts, constraintsFunction);
        }
        return constraints;
    }

    @PyGetter("evaluate_bound")
    Object evaluateBound() {
        return boundFunction != null ? boundFunction : bound != null ? new ConstEvaluator(bound) : PyNone.NONE;
    }

    @PyGetter("evaluate_constraints")
    Object evaluateConstraints() {
        return constraintsFunction != null ? constraintsFunction
                : constraints != null ? new ConstEvaluator(constraints) : PyNone.NONE;
    }

    @PyMethod("__typing_subst__($self, arg, /)")
    Object subst(final ThreadState ts, final Object arg) {
        return typing(ts, "_typevar_subst", this, arg);
    }

    @PyMethod("__typing_prepare_subst__($self, alias, args, /)")
    Object prepareSubst(final ThreadState ts, final Object alias, final Object args) {
        return withDefault(ts, alias, args);
    }
}
