package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyWeakRef;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** {@code weakref.proxy}: everything is done to the referent. */
@PyTypeSpec(name = "ProxyType", module = "weakref")
public final class PyWeakProxy extends PyObject {
    static final PyType TYPE = proxyType("ProxyType");
    static final PyType CALLABLE_TYPE = proxyType("CallableProxyType");

    private final PyWeakRef ref;

    private PyWeakProxy(final PyType type, final PyWeakRef ref) {
        super(type);
        this.ref = ref;
    }

    private static PyType proxyType(final String name) {
        final BuiltinTable table = new PyWeakProxyTable();
        return PyType.builtinFinal(name, "weakref", null, table).withoutNew();
    }

    static Object of(final ThreadState ts, final Object object, final Object callback) {
        if (!(object instanceof PyObject p) || !p.type().hasWeakref()) {
            throw Errors.typeError("cannot create weak reference to '" + PyType.of(object).name() + "' object");
        }
        return new PyWeakProxy(PyObjects.isCallable(object) ? CALLABLE_TYPE : TYPE,
                new PyWeakRef(ts, PyWeakRef.TYPE, object, callback == PyNone.NONE ? null : callback));
    }

    private Object target() {
        final Object o = ref.referent();
        if (o == null) {
            throw Errors.of(ExceptionTypes.REFERENCE_ERROR, "weakly-referenced object no longer exists");
        }
        return o;
    }

    private static Object plain(final Object o) {
        return o instanceof PyWeakProxy p ? p.target() : o;
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        return PyObjects.getAttr(ts, target(), name);
    }

    @Override
    public void setAttribute(final ThreadState ts, final String name, final Object value) {
        if (value == null) {
            PyObjects.delAttr(ts, target(), name);
        } else {
            PyObjects.setAttr(ts, target(), name, value);
        }
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return Calls.call(ts, target(), args, kwNames);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        final Object o = ref.referent();
        return "<weakproxy at 0x" + Long.toHexString(dev.adder.runtime.Ids.of(this)) + " to "
                + (o == null ? "NoneType" : PyType.of(o).name()) + " at 0x"
                + Long.toHexString(o == null ? 0 : dev.adder.runtime.Ids.of(o)) + ">";
    }

    @PyMethod("__str__($self, /)")
    Object str(final ThreadState ts) {
        return PyObjects.str(ts, target());
    }

    @PyMethod("__bool__($self, /)")
    boolean bool(final ThreadState ts) {
        return PyObjects.isTrue(ts, target());
    }

    @PyMethod("__hash__($self, /)")
    long hash() {
        throw Errors.typeError("unhashable type: '" + type().name() + "'");
    }

    @PyMethod("__len__($self, /)")
    long len(final ThreadState ts) {
        return PyObjects.length(ts, target());
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        return PyObjects.getItem(ts, target(), key);
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        PyObjects.setItem(ts, target(), key, value);
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        PyObjects.delItem(ts, target(), key);
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object key) {
        return PyObjects.contains(ts, target(), key);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyIter.get(ts, target());
    }

    @PyMethod("__next__($self, /)")
    Object next(final ThreadState ts) {
        if (!PyIter.isIterator(target())) {
            throw Errors.typeError("Weakref proxy referenced a non-iterator '" + PyType.of(target()).name()
                    + "' object");
        }
        return PyIter.next(ts, target());
    }

    @PyMethod("__int__($self, /)")
    Object toInt(final ThreadState ts) {
        return Calls.method0(ts, target(), "__int__");
    }

    @PyMethod("__float__($self, /)")
    double toFloat(final ThreadState ts) {
        return PyNumber.asDouble(ts, target());
    }

    @PyMethod("__index__($self, /)")
    Object index(final ThreadState ts) {
        return PyNumber.index(ts, target());
    }

    @PyMethod("__neg__($self, /)")
    Object neg(final ThreadState ts) {
        return PyNumber.negative(ts, target());
    }

    @PyMethod("__pos__($self, /)")
    Object pos(final ThreadState ts) {
        return PyNumber.positive(ts, target());
    }

    @PyMethod("__abs__($self, /)")
    Object abs(final ThreadState ts) {
        return PyNumber.absolute(ts, target());
    }

    @PyMethod("__invert__($self, /)")
    Object invert(final ThreadState ts) {
        return PyNumber.invert(ts, target());
    }

    @PyMethod("__pow__($self, value, mod=None, /)")
    Object pow(final ThreadState ts, final Object value, final Object mod) {
        return PyNumber.power(ts, target(), plain(value), plain(mod));
    }

    @PyMethod("__rpow__($self, value, mod=None, /)")
    Object rpow(final ThreadState ts, final Object value, final Object mod) {
        return PyNumber.power(ts, plain(value), target(), plain(mod));
    }

    @PyMethod("__add__($self, value, /)")
    Object addValue(final ThreadState ts, final Object value) {
        return PyNumber.add(ts, target(), plain(value));
    }

    @PyMethod("__radd__($self, value, /)")
    Object raddValue(final ThreadState ts, final Object value) {
        return PyNumber.add(ts, plain(value), target());
    }

    @PyMethod("__sub__($self, value, /)")
    Object subValue(final ThreadState ts, final Object value) {
        return PyNumber.subtract(ts, target(), plain(value));
    }

    @PyMethod("__rsub__($self, value, /)")
    Object rsubValue(final ThreadState ts, final Object value) {
        return PyNumber.subtract(ts, plain(value), target());
    }

    @PyMethod("__mul__($self, value, /)")
    Object mulValue(final ThreadState ts, final Object value) {
        return PyNumber.multiply(ts, target(), plain(value));
    }

    @PyMethod("__rmul__($self, value, /)")
    Object rmulValue(final ThreadState ts, final Object value) {
        return PyNumber.multiply(ts, plain(value), target());
    }

    @PyMethod("__matmul__($self, value, /)")
    Object matmulValue(final ThreadState ts, final Object value) {
        return PyNumber.matrixMultiply(ts, target(), plain(value));
    }

    @PyMethod("__rmatmul__($self, value, /)")
    Object rmatmulValue(final ThreadState ts, final Object value) {
        return PyNumber.matrixMultiply(ts, plain(value), target());
    }

    @PyMethod("__truediv__($self, value, /)")
    Object truedivValue(final ThreadState ts, final Object value) {
        return PyNumber.trueDivide(ts, target(), plain(value));
    }

    @PyMethod("__rtruediv__($self, value, /)")
    Object rtruedivValue(final ThreadState ts, final Object value) {
        return PyNumber.trueDivide(ts, plain(value), target());
    }

    @PyMethod("__floordiv__($self, value, /)")
    Object floordivValue(final ThreadState ts, final Object value) {
        return PyNumber.floorDivide(ts, target(), plain(value));
    }

    @PyMethod("__rfloordiv__($self, value, /)")
    Object rfloordivValue(final ThreadState ts, final Object value) {
        return PyNumber.floorDivide(ts, plain(value), target());
    }

    @PyMethod("__mod__($self, value, /)")
    Object modValue(final ThreadState ts, final Object value) {
        return PyNumber.remainder(ts, target(), plain(value));
    }

    @PyMethod("__rmod__($self, value, /)")
    Object rmodValue(final ThreadState ts, final Object value) {
        return PyNumber.remainder(ts, plain(value), target());
    }

    @PyMethod("__lshift__($self, value, /)")
    Object lshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.lshift(ts, target(), plain(value));
    }

    @PyMethod("__rlshift__($self, value, /)")
    Object rlshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.lshift(ts, plain(value), target());
    }

    @PyMethod("__rshift__($self, value, /)")
    Object rshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.rshift(ts, target(), plain(value));
    }

    @PyMethod("__rrshift__($self, value, /)")
    Object rrshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.rshift(ts, plain(value), target());
    }

    @PyMethod("__and__($self, value, /)")
    Object andValue(final ThreadState ts, final Object value) {
        return PyNumber.and(ts, target(), plain(value));
    }

    @PyMethod("__rand__($self, value, /)")
    Object randValue(final ThreadState ts, final Object value) {
        return PyNumber.and(ts, plain(value), target());
    }

    @PyMethod("__or__($self, value, /)")
    Object orValue(final ThreadState ts, final Object value) {
        return PyNumber.or(ts, target(), plain(value));
    }

    @PyMethod("__ror__($self, value, /)")
    Object rorValue(final ThreadState ts, final Object value) {
        return PyNumber.or(ts, plain(value), target());
    }

    @PyMethod("__xor__($self, value, /)")
    Object xorValue(final ThreadState ts, final Object value) {
        return PyNumber.xor(ts, target(), plain(value));
    }

    @PyMethod("__rxor__($self, value, /)")
    Object rxorValue(final ThreadState ts, final Object value) {
        return PyNumber.xor(ts, plain(value), target());
    }

    @PyMethod("__divmod__($self, value, /)")
    Object divmodValue(final ThreadState ts, final Object value) {
        return PyNumber.divmod(ts, target(), plain(value));
    }

    @PyMethod("__rdivmod__($self, value, /)")
    Object rdivmodValue(final ThreadState ts, final Object value) {
        return PyNumber.divmod(ts, plain(value), target());
    }

    @PyMethod("__iadd__($self, value, /)")
    Object iaddValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceAdd(ts, target(), plain(value));
    }

    @PyMethod("__isub__($self, value, /)")
    Object isubValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceSubtract(ts, target(), plain(value));
    }

    @PyMethod("__imul__($self, value, /)")
    Object imulValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceMultiply(ts, target(), plain(value));
    }

    @PyMethod("__imatmul__($self, value, /)")
    Object imatmulValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceMatrixMultiply(ts, target(), plain(value));
    }

    @PyMethod("__itruediv__($self, value, /)")
    Object itruedivValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceTrueDivide(ts, target(), plain(value));
    }

    @PyMethod("__ifloordiv__($self, value, /)")
    Object ifloordivValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceFloorDivide(ts, target(), plain(value));
    }

    @PyMethod("__imod__($self, value, /)")
    Object imodValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceRemainder(ts, target(), plain(value));
    }

    @PyMethod("__ilshift__($self, value, /)")
    Object ilshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceLshift(ts, target(), plain(value));
    }

    @PyMethod("__irshift__($self, value, /)")
    Object irshiftValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceRshift(ts, target(), plain(value));
    }

    @PyMethod("__iand__($self, value, /)")
    Object iandValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceAnd(ts, target(), plain(value));
    }

    @PyMethod("__ior__($self, value, /)")
    Object iorValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceOr(ts, target(), plain(value));
    }

    @PyMethod("__ixor__($self, value, /)")
    Object ixorValue(final ThreadState ts, final Object value) {
        return PyNumber.inPlaceXor(ts, target(), plain(value));
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object value, final int op) {
        return PyObjects.richCompare(ts, target(), plain(value), op);
    }
}
