package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.ObjectMethods;
import dev.adder.runtime.objects.PyDict;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** {@code threading.local}: attributes that each thread has of its own. */
@PyTypeSpec(name = "_local", module = "_thread")
final class PyThreadLocal extends PySlotted {
    static final PyType TYPE = PyType.builtin("_local", "_thread", null, new PyThreadLocalTable()).withWeakref();

    private final Map<ThreadState, PyDict> dicts = Collections.synchronizedMap(new WeakHashMap<>());
    private final Object[] args;
    private final String[] kwNames;

    private PyThreadLocal(final PyType type, final Object[] args, final String[] kwNames) {
        super(type);
        this.args = args;
        this.kwNames = kwNames;
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        final PyType type = (PyType) cls;
        if (args.length > 0 && type.lookup("__init__") instanceof BuiltinDescriptor) {
            throw Errors.typeError("Initialization arguments are not supported");
        }
        final PyThreadLocal local = new PyThreadLocal(type, args, kwNames);
        local.dicts.put(ts, new PyDict());
        return local;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return PyNone.NONE;
    }

    /** The calling thread's attributes; a subclass's {@code __init__} runs in each thread. */
    private PyDict dict(final ThreadState ts) {
        PyDict d = dicts.get(ts);
        if (d == null) {
            d = new PyDict();
            dicts.put(ts, d);
            final Object init = type().lookup("__init__");
            if (!(init instanceof BuiltinDescriptor)) {
                Special.invoke(ts, init, this, type(), args, kwNames);
            }
        }
        return d;
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        final PyDict d = dict(ts);
        final PyType type = type();
        if (name.equals("__dict__")) {
            return d;
        }
        final Object found = type.lookup(name);
        if (found != null && Attributes.isData(found)) {
            return Attributes.bind(ts, found, this, type);
        }
        final Object value = d.getStr(name);
        return value != null ? value : found != null ? Attributes.bind(ts, found, this, type) : null;
    }

    @Override
    public void setAttribute(final ThreadState ts, final String name, final Object value) {
        final PyDict d = dict(ts);
        if (name.equals("__dict__")) {
            throw Errors.attributeError("'" + type().name() + "' object attribute '__dict__' is read-only", this, name);
        }
        final Object found = type().lookup(name);
        if (found != null && Attributes.isData(found)) {
            Attributes.setDescriptor(ts, found, this, value);
        } else if (value != null) {
            d.putStr(name, value);
        } else if (d.removeStr(name) == null) {
            throw missingAttribute(name);
        }
    }

    @PyGetter("__dict__")
    Object getDict(final ThreadState ts) {
        return dict(ts);
    }

    @PyMethod("__getattribute__($self, name, /)")
    Object getattribute(final ThreadState ts, final Object name) {
        return ObjectMethods.getattribute(ts, this, name);
    }

    @PyMethod("__setattr__($self, name, value, /)")
    void setattr(final ThreadState ts, final Object name, final Object value) {
        setAttribute(ts, ObjectMethods.attributeName(name), value);
    }

    @PyMethod("__delattr__($self, name, /)")
    void delattr(final ThreadState ts, final Object name) {
        setAttribute(ts, ObjectMethods.attributeName(name), null);
    }
}
