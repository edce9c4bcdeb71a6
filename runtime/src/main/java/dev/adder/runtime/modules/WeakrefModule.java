package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.WeakReferences;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyWeakRef;

/** The module {@code _weakref}. */
@PyModuleSpec("_weakref")
final class WeakrefModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new WeakrefModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("ref", PyWeakRef.TYPE);
        module.dict().putStr("ReferenceType", PyWeakRef.TYPE);
        module.dict().putStr("ProxyType", PyWeakProxy.TYPE);
        module.dict().putStr("CallableProxyType", PyWeakProxy.CALLABLE_TYPE);
    }

    @PyFunction("getweakrefcount(object, /)")
    long getWeakrefCount(final ThreadState ts, final Object object) {
        return WeakReferences.all(ts, object).length;
    }

    @PyFunction("getweakrefs(object, /)")
    Object getWeakrefs(final ThreadState ts, final Object object) {
        return PyList.of((Object[]) WeakReferences.all(ts, object));
    }

    @PyFunction("_remove_dead_weakref(dct, key, /)")
    void removeDeadWeakref(final ThreadState ts, final PyDict dict, final Object key) {
        if (dict.get(ts, key) instanceof PyWeakRef r && r.referent() == null) {
            dict.remove(ts, key);
        }
    }

    @PyFunction("proxy(object, callback=None, /)")
    Object proxy(final ThreadState ts, final Object object, final Object callback) {
        return PyWeakProxy.of(ts, object, callback);
    }
}
