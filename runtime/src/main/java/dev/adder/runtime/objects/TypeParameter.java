package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.ops.PyObjects;

/** What TypeVar, ParamSpec and TypeVarTuple have in common (CPython's Objects/typevarobject.c). */
public abstract class TypeParameter extends PySlotted {
    final Object name;
    /** Null if it was not evaluated yet, or there is none. */
    private Object defaultValue;
    /** Called for the default, or null. */
    private Object defaultFunction;

    TypeParameter(final PyType type, final Object name, final Object defaultValue) {
        super(type);
        this.name = name;
        this.defaultValue = defaultValue == PyNoDefault.INSTANCE ? null : defaultValue;
    }

    /** The default is what a function will return. */
    public final void setDefault(final Object function) {
        defaultFunction = function;
    }

    /** Notes in which module the parameter is made. */
    final void setModule(final ThreadState ts) {
        final Frame f = ts.currentFrame();
        final Object module = f == null ? null : f.globals().getStr("__name__");
        PyObjects.setAttr(ts, this, "__module__", module == null ? PyNone.NONE : module);
    }

    @PyGetter("__name__")
    final Object name() {
        return name;
    }

    @PyGetter("__default__")
    final Object defaultValue(final ThreadState ts) {
        if (defaultValue == null) {
            if (defaultFunction == null) {
                return PyNoDefault.INSTANCE;
            }
            defaultValue = Calls.call0(ts, defaultFunction);
        }
        return defaultValue;
    }

    @PyGetter("evaluate_default")
    final Object evaluateDefault() {
        return defaultFunction != null ? defaultFunction
                : defaultValue != null ? new ConstEvaluator(defaultValue) : PyNone.NONE;
    }

    @PyMethod("has_default($self, /)")
    final boolean hasDefault() {
        return defaultFunction != null || defaultValue != null;
    }

    @PyMethod("__reduce__($self, /)")
    final Object reduce() {
        return name;
    }

    @PyMethod("__mro_entries__($self, object, /)")
    final Object mroEntries(final Object bases) {
        throw Errors.typeError("Cannot subclass an instance of " + type().name());
    }

    /** {@code type_check}: what may stand for a type. */
    static Object checkedType(final ThreadState ts, final Object value, final String message) {
        if (value == PyNone.NONE) {
            return PyType.of(value);
        }
        return value instanceof PyType ? value : PyTypeVar.typing(ts, "_type_check", value, message);
    }

    /** {@code __typing_prepare_subst__} of TypeVar: takes the default for a missing argument. */
    final Object withDefault(final ThreadState ts, final Object alias, final Object args) {
        final Object parameters = PyObjects.getAttr(ts, alias, "__parameters__");
        final long given = PyObjects.length(ts, args);
        final long index = (Long) Calls.method1(ts, parameters, "index", this);
        if (index != given) {
            return args;
        }
        final Object value = defaultValue(ts);
        if (value == PyNoDefault.INSTANCE) {
            throw Errors.typeError("Too few arguments for " + PyObjects.strJava(ts, alias) + "; actual " + given
                    + ", expected at least " + (index + 1));
        }
        final PyList all = new PyList();
        all.extend(ts, args);
        all.append(ts, value);
        return PyTuple.of(all.toArray());
    }
}
