package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code string.templatelib.Interpolation} (PEP 750): one replacement field of a template. */
@PyTypeSpec(name = "Interpolation", module = "string.templatelib")
public final class PyInterpolation extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("Interpolation", "string.templatelib", null, new PyInterpolationTable());

    @PyConstant("__match_args__")
    static final Object MATCH_ARGS = PyTuple.of("value", "expression", "conversion", "format_spec");

    private final Object value;
    private final Object expression;
    private final Object conversion;
    private final Object formatSpec;

    public PyInterpolation(final Object value, final Object expression, final Object conversion,
            final Object formatSpec) {
        super(TYPE);
        this.value = value;
        this.expression = expression;
        this.conversion = conversion;
        this.formatSpec = formatSpec;
    }

    @PyNew("(value, expression='', conversion=None, format_spec='')")
    static Object make(final PyType cls, final Object value, final Object expression, final Object conversion,
            final Object formatSpec) {
        if (conversion != PyNone.NONE) {
            if (!PyObjects.isText(conversion)) {
                throw Errors.typeError("Interpolation() argument 'conversion' must be str, not "
                        + PyType.of(conversion).name());
            }
            final String c = Str.toJava(PyObjects.textOf(conversion));
            if (!c.equals("a") && !c.equals("r") && !c.equals("s")) {
                throw Errors.valueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
            }
        }
        return new PyInterpolation(value, expression, conversion, formatSpec);
    }

    @PyGetter(value = "value", member = true)
    public Object value() {
        return value;
    }

    @PyGetter(value = "expression", member = true)
    Object expression() {
        return expression;
    }

    @PyGetter(value = "conversion", member = true)
    Object conversion() {
        return conversion;
    }

    @PyGetter(value = "format_spec", member = true)
    Object formatSpec() {
        return formatSpec;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, PyTuple.of(value, expression, conversion, formatSpec));
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder b = new StrBuilder();
        b.append("Interpolation(");
        b.append(PyObjects.repr(ts, value));
        for (final Object o : new Object[] {expression, conversion, formatSpec}) {
            b.append(", ");
            b.append(PyObjects.repr(ts, o));
        }
        return b.append(")").build();
    }
}
