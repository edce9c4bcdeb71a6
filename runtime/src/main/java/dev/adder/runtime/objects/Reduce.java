package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** {@code object.__reduce_ex__(2)} and {@code object.__getstate__}: reduce_newobj of CPython's typeobject.c. */
final class Reduce {
    private Reduce() {
    }

    static Object protocol2(final ThreadState ts, final Object self, final Object copyreg) {
        final PyType cls = PyType.of(self);
        if (cls.noInstantiation() || cls.lookup("__new__") == null) {
            throw Errors.typeError("cannot pickle '" + cls.fullName() + "' object");
        }
        PyTuple args = null;
        Object kwargs = null;
        final Object pair = Special.call0(ts, self, "__getnewargs_ex__");
        boolean hasArgs = false;
        if (pair != null) {
            if (!(pair instanceof PyTuple t)) {
                throw Errors.typeError("__getnewargs_ex__ should return a tuple, not '" + PyType.of(pair).name()
                        + "'");
            }
            if (t.size() != 2) {
                throw Errors.valueError("__getnewargs_ex__ should return a tuple of length 2, not " + t.size());
            }
            if (!(t.item(0) instanceof PyTuple first)) {
                throw Errors.typeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '"
                        + PyType.of(t.item(0)).name() + "'");
            }
            if (!(t.item(1) instanceof PyDict)) {
                throw Errors.typeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '"
                        + PyType.of(t.item(1)).name() + "'");
            }
            args = first;
            kwargs = t.item(1);
            hasArgs = true;
        } else {
            final Object a = Special.call0(ts, self, "__getnewargs__");
            if (a != null) {
                if (!(a instanceof PyTuple t)) {
                    throw Errors.typeError("__getnewargs__ should return a tuple, not '" + PyType.of(a).name() + "'");
                }
                args = t;
                hasArgs = true;
            }
        }
        final Object make;
        final PyTuple makeArgs;
        if (kwargs instanceof PyDict d && d.size() > 0) {
            make = PyObjects.getAttr(ts, copyreg, "__newobj_ex__");
            makeArgs = PyTuple.of(cls, args, kwargs);
        } else {
            make = PyObjects.getAttr(ts, copyreg, "__newobj__");
            makeArgs = PyTuple.of(Calls.prepend(cls, args == null ? Calls.NO_ARGS : args.items()));
        }
        final boolean list = self instanceof PyList;
        final boolean dict = self instanceof PyDict;
        final Object getstate = PyObjects.getAttr(ts, self, "__getstate__");
        final Object state = getstate instanceof dev.adder.runtime.BuiltinFunction f && f.descriptor != null
                && f.descriptor.owner == PyType.OBJECT ? state(ts, self, !hasArgs && !list && !dict)
                        : Calls.call0(ts, getstate);
        final Object listItems = list ? PyIter.get(ts, self) : PyNone.NONE;
        final Object dictItems = dict ? PyIter.get(ts, Calls.method0(ts, self, "items")) : PyNone.NONE;
        return PyTuple.of(make, makeArgs, state, listItems, dictItems);
    }

    /** {@code object_getstate_default}: the dict, or (dict, slots), or None. */
    static Object state(final ThreadState ts, final Object self, final boolean required) {
        final PyType type = PyType.of(self);
        if (required) {
            // What such an object holds beyond its attributes would be lost.
            if (TypeCreation.builtinBase(type) != PyType.OBJECT && !(self instanceof PyInstance)) {
                throw Errors.typeError("cannot pickle '" + type.fullName() + "' object");
            }
        }
        if (!(self instanceof PyObject p)) {
            return PyNone.NONE;
        }
        Object dict = PyNone.NONE;
        if (type.hasDict()) {
            final Object d = PyObjects.lookupAttr(ts, self, "__dict__");
            if (d instanceof PyDict pd) {
                dict = pd.size() == 0 ? PyNone.NONE : pd.copy(ts);
            }
        }
        final PyDict slots = new PyDict();
        for (final String key : p.shape.keys()) {
            if (Shape.isSlotKey(key)) {
                final Object value = p.slotGet(p.shape.indexOf(key));
                if (value != null && !(value instanceof Finalizers.Guard)) {
                    slots.put(ts, Str.fromNameKey(key.substring(1, key.indexOf(Shape.SLOT_MARK, 1))), value);
                }
            }
        }
        return slots.size() == 0 ? dict : PyTuple.of(dict, slots);
    }

}
