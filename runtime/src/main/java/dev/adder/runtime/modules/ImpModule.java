package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.SipHash;
import java.util.concurrent.locks.ReentrantLock;

/** The module {@code _imp}: what importlib needs of the interpreter. There are no extension modules. */
@PyModuleSpec("_imp")
final class ImpModule extends NativeModule {
    private final ReentrantLock importLock = new ReentrantLock();

    @Override
    public BuiltinTable table() {
        return new ImpModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("check_hash_based_pycs", "default");
        module.dict().putStr("pyc_magic_number_token", MarshalModule.MAGIC_TOKEN);
    }

    @PyFunction("acquire_lock()")
    void acquireLock(final ThreadState ts) {
        if (!importLock.tryLock()) {
            ts.leavePython();
            importLock.lock();
            ts.enterPython();
        }
    }

    @PyFunction("release_lock()")
    void releaseLock() {
        if (!importLock.isHeldByCurrentThread()) {
            throw Errors.runtimeError("not holding the import lock");
        }
        importLock.unlock();
    }

    /** Adder's own: see {@link LibraryImageBuilder}. */
    @PyFunction(value = "_move_to_end(name, /)", hidden = true)
    Object moveToEnd(final ThreadState ts, final Object name) {
        final Object modules = PyObjects.getAttr(ts, ts.interp.modules.getStr("sys"), "modules");
        if (modules instanceof PyDict known && known.shape.type == PyDict.TYPE && known.moveToEnd(ts, name, true)) {
            final Object module = known.get(ts, name);
            if (module != null) {
                return module;
            }
        }
        final Object module = Calls.method1(ts, modules, "pop", name);
        PyObjects.setItem(ts, modules, name, module);
        return module;
    }

    @PyFunction("lock_held()")
    boolean lockHeld() {
        return importLock.isLocked();
    }

    @PyFunction("extension_suffixes()")
    Object extensionSuffixes() {
        return new PyList();
    }

    @PyFunction("is_builtin(name, /)")
    long isBuiltin(final ThreadState ts, final Object name) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("is_builtin() argument must be str");
        }
        final String key = Str.nameKey(PyObjects.textOf(name));
        return key.equals("sys") || key.equals("builtins") ? -1 : ts.interp.part(BuiltinModules.class).has(key) ? 1 : 0;
    }

    @PyFunction("create_builtin(spec, /)")
    Object createBuiltin(final ThreadState ts, final Object spec) {
        return builtin(ts, spec);
    }

    /** A built-in module, made if there is none; None if there is none of that name. */
    static Object builtin(final ThreadState ts, final Object spec) {
        final Object name = PyObjects.getAttr(ts, spec, "name");
        final Object known = ts.interp.modules.get(ts, name);
        if (known != null) {
            return known;
        }
        final PyModule m = BuiltinModules.make(ts, Str.nameKey(PyObjects.textOf(name)), spec);
        return m == null ? PyNone.NONE : m;
    }

    @PyFunction("exec_builtin(mod, /)")
    long execBuiltin(final Object module) {
        return 0;
    }

    @PyFunction("create_dynamic(spec, file=<unrepresentable>, /)")
    Object createDynamic(final ThreadState ts, final Object spec, final Object file) {
        throw Errors.importError("extension modules are not supported by Adder",
                PyObjects.getAttr(ts, spec, "name"), PyNone.NONE);
    }

    @PyFunction("exec_dynamic(mod, /)")
    long execDynamic(final Object module) {
        return 0;
    }

    @PyFunction("is_frozen(name, /)")
    boolean isFrozen(final Object name) {
        return false;
    }

    @PyFunction("is_frozen_package(name, /)")
    boolean isFrozenPackage(final Object name) {
        throw notFrozen(name);
    }

    @PyFunction("find_frozen(name, /, *, withdata=False)")
    Object findFrozen(final Object name, final boolean withData) {
        return PyNone.NONE;
    }

    @PyFunction("get_frozen_object(name, data=None, /)")
    Object getFrozenObject(final Object name, final Object data) {
        throw notFrozen(name);
    }

    @PyFunction("init_frozen(name, /)")
    Object initFrozen(final Object name) {
        return PyNone.NONE;
    }

    private static RuntimeException notFrozen(final Object name) {
        return Errors.importError("No such frozen object named " + Str.toJava(PyObjects.textOf(name)), name,
                PyNone.NONE);
    }

    @PyFunction("_fix_co_filename(code, path, /)")
    void fixCoFilename(final PyCode code, final Object path) {
        // The file name is part of the immutable IR; cached code is keyed by its path, so that it is right already.
    }

    @PyFunction("source_hash(key, source)")
    Object sourceHash(final long key, final PyBytes source) {
        final long h = SipHash.ofKeys(key, 0).hash(source.bytes(), 0, source.bytes().length);
        final byte[] b = new byte[8];
        for (int i = 0; i < 8; i++) {
            b[i] = (byte) (h >>> 8 * i);
        }
        return PyBytes.of(b);
    }

    @PyFunction("_override_frozen_modules_for_tests(override, /)")
    void overrideFrozen(final int override) {
    }

    @PyFunction("_override_multi_interp_extensions_check(override, /)")
    long overrideMulti(final int override) {
        return 0;
    }

    @PyFunction("_frozen_module_names()")
    Object frozenNames() {
        return new PyList();
    }
}
