package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.WeakReferences;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.language.text.Str;

/** {@code weakref.ref}. The referent is held by a Java weak reference; callbacks run at polls. */
@PyTypeSpec(name = "ReferenceType", module = "weakref")
public class PyWeakRef extends PySlotted {
    public static final PyType TYPE = PyType.builtin("ReferenceType", "weakref", null, new PyWeakRefTable());

    private final WeakReferences.Link link;
    private Object callback;
    private long hash;
    private boolean hashed;

    public PyWeakRef(final ThreadState ts, final PyType type, final Object referent, final Object callback) {
        super(type);
        this.callback = callback;
        this.link = WeakReferences.link(ts, this, referent, callback != null);
    }

    /** The live referent, or null. */
    public final Object referent() {
        return link.get();
    }

    public final Object callback() {
        return callback;
    }

    /** Cuts the reference: the referent counts as dead, no callback is due. */
    public final void cut() {
        callback = null;
        link.clear();
    }

    @PyNew(value = "(object, callback=None, /)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object object, final Object callback) {
        if (!(object instanceof PyObject p) || !p.type().hasWeakref()) {
            throw Errors.typeError("cannot create weak reference to '" + PyType.of(object).name() + "' object");
        }
        final Object cb = callback == PyNone.NONE ? null : callback;
        if (cb == null && cls == TYPE) {
            return WeakReferences.plainRef(ts, p);
        }
        return new PyWeakRef(ts, cls, object, cb);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("ref() takes no keyword arguments");
        }
        if (args.length < 1 || args.length > 2) {
            throw Errors.typeError("ref expected at " + (args.length < 1 ? "least 1 argument" : "most 2 arguments")
                    + ", got " + args.length);
        }
        return PyNone.NONE;
    }

    @PyMethod("__call__($self, /)")
    Object deref() {
        final Object o = link.get();
        return o == null ? PyNone.NONE : o;
    }

    @Override
    public Object call0(final ThreadState ts) {
        return type().isHeapType() ? super.call0(ts) : deref();
    }

    @PyMethod("__hash__($self, /)")
    long hashOf(final ThreadState ts) {
        if (!hashed) {
            final Object o = link.get();
            if (o == null) {
                throw Errors.typeError("weak object has gone away");
            }
            hash = PyObjects.hash(ts, o);
            hashed = true;
        }
        return hash;
    }

    private Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof PyWeakRef w)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final Object a = link.get();
        final Object b = w.link.get();
        if (a == null || b == null) {
            return (this == other) == (op == PyObjects.EQ);
        }
        return PyObjects.richCompare(ts, a, b, op);
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object value) {
        return compare(ts, value, PyObjects.EQ);
    }

    @PyMethod("__ne__($self, value, /)")
    Object ne(final ThreadState ts, final Object value) {
        return compare(ts, value, PyObjects.NE);
    }

    @PyGetter(value = "__callback__", member = true)
    Object getCallback() {
        return callback == null || link.get() == null ? PyNone.NONE : callback;
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final Object o = link.get();
        final String at = "<weakref at 0x" + Long.toHexString(dev.adder.runtime.Ids.of(this)) + "; ";
        if (o == null) {
            return at + "dead>";
        }
        final Object name = PyObjects.lookupAttr(ts, o, "__name__");
        return Str.ofUtf16(at + "to '" + PyType.of(o).name() + "' at 0x"
                + Long.toHexString(dev.adder.runtime.Ids.of(o))
                + (name != null && PyObjects.isText(name) ? " (" + Str.toJava(PyObjects.textOf(name)) + ")" : "")
                + ">");
    }
}
