package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.ProfileFunction;
import dev.adder.runtime.interp.TraceFunction;
import dev.adder.runtime.interp.Tracer;
import dev.adder.runtime.interp.Tracing;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code sys}: its functions, and the attributes that do not depend on the command line. */
@PyModuleSpec("sys")
final class SysModule extends NativeModule {
    private static final long HEX_VERSION = 0x030e03f0L;

    private final InterpreterState interp;
    private final SysOptions options;

    SysModule(final InterpreterState interp, final SysOptions options) {
        this.interp = interp;
        this.options = options;
    }

    @Override
    public BuiltinTable table() {
        return new SysModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        d.putStr("modules", interp.modules);
        final PyModule jit = new PyModule("_jit", PyNone.NONE);
        ModuleDefiner.define(ts, jit, new SysJitModule(), "_jit");
        d.putStr("_jit", jit);
        final PyModule monitoring = new PyModule("sys.monitoring", PyNone.NONE);
        ModuleDefiner.define(ts, monitoring, new SysMonitoringModule(), "sys.monitoring");
        d.putStr("monitoring", monitoring);
        d.putStr("meta_path", new PyList());
        d.putStr("path_hooks", new PyList());
        d.putStr("path_importer_cache", new PyDict());
        d.putStr("path", PyList.of(texts(options.path())));
        d.putStr("argv", PyList.of(options.argv().clone()));
        d.putStr("orig_argv", PyList.of(options.originalArgv().clone()));
        d.putStr("warnoptions", PyList.of(texts(options.warnOptions())));
        d.putStr("_xoptions", options.xOptions());
        d.putStr("executable", options.executable());
        d.putStr("_base_executable", options.executable());
        for (final String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
            d.putStr(name, options.prefix());
        }
        d.putStr("platlibdir", "lib");
        d.putStr("_stdlib_dir", options.libraryDir());
        d.putStr("pycache_prefix", options.pycachePrefix());
        d.putStr("dont_write_bytecode", options.flag("dont_write_bytecode") != 0);
        d.putStr("version", PlatformNames.VERSION);
        interp.part(LibraryHooks.class).set("platform", new PlatformNames());
        d.putStr("hexversion", HEX_VERSION);
        d.putStr("api_version", 1013L);
        d.putStr("copyright", "Copyright (c) the Adder authors. Licensed under the Apache License, Version 2.0.\n"
                + "The standard library is Copyright (c) Python Software Foundation.");
        d.putStr("platform", "linux");
        d.putStr("byteorder", "little");
        d.putStr("maxsize", Long.MAX_VALUE);
        d.putStr("maxunicode", 0x10ffffL);
        d.putStr("float_repr_style", "short");
        d.putStr("builtin_module_names", PyTuple.of(texts(interp.part(BuiltinModules.class).names())));
        d.putStr("stdlib_module_names", StdlibNames.frozenSet());
        d.putStr("_framework", "");
        d.putStr("_git", PyTuple.of("Adder", "", ""));
        d.putStr("abiflags", "");
        SysStructs.define(ts, d, options);
        for (final String hook : new String[] {"displayhook", "excepthook", "breakpointhook", "unraisablehook"}) {
            d.putStr("__" + hook + "__", d.getStr(hook));
        }
    }

    static Object[] texts(final String[] names) {
        final Object[] all = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            all[i] = Str.ofUtf16(names[i]);
        }
        return all;
    }

    // ---- exceptions ----

    @PyFunction("exc_info()")
    static Object excInfo(final ThreadState ts) {
        final PyBaseException e = ts.handled();
        return e == null ? PyTuple.of(PyNone.NONE, PyNone.NONE, PyNone.NONE)
                : PyTuple.of(e.type(), e, e.traceback == null ? PyNone.NONE : e.traceback);
    }

    @PyFunction("exception()")
    static Object exception(final ThreadState ts) {
        final PyBaseException e = ts.handled();
        return e == null ? PyNone.NONE : e;
    }

    @PyFunction("exit(status=None, /)")
    static Object exit(final Object status) {
        throw status == PyNone.NONE ? Errors.withArgs(ExceptionTypes.SYSTEM_EXIT)
                : new PyRaise(PyBaseException.make(ExceptionTypes.SYSTEM_EXIT, status));
    }

    @PyFunction("displayhook(object, /)")
    Object displayhook(final ThreadState ts, final Object o) {
        if (o == PyNone.NONE) {
            return PyNone.NONE;
        }
        interp.builtins().putStr("_", PyNone.NONE);
        final Object out = PyObjects.lookupAttr(ts, interp.modules.getStr("sys"), "stdout");
        if (out == null || out == PyNone.NONE) {
            throw Errors.runtimeError("lost sys.stdout");
        }
        Calls.method1(ts, out, "write", PyObjects.repr(ts, o));
        Calls.method1(ts, out, "write", "\n");
        interp.builtins().putStr("_", o);
        return PyNone.NONE;
    }

    @PyFunction("excepthook(exctype, value, traceback, /)")
    static void excepthook(final ThreadState ts, final Object type, final Object value, final Object traceback) {
        dev.adder.runtime.exceptions.TracebackPrinter.print(ts, value, traceback);
    }

    @PyFunction("unraisablehook(unraisable, /)")
    void unraisablehook(final ThreadState ts, final Object unraisable) {
        interp.printUnraisable(ts, unraisable);
    }

    @PyFunction(value = "breakpointhook(*args, **kws)", raw = true)
    static Object breakpointhook(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return BreakpointHook.call(ts, args, kwNames);
    }

    // ---- frames ----

    @PyFunction("_getframe(depth=0, /)")
    static Object getFrame(final ThreadState ts, final int depth) {
        Frame f = ts.currentFrame();
        for (int i = 0; i < depth && f != null; i++) {
            f = f.back;
        }
        if (f == null) {
            throw Errors.valueError("call stack is not deep enough");
        }
        ts.interp.auditHooks().raise(ts, "sys._getframe", f);
        return f;
    }

    @PyFunction("_getframemodulename(depth=0)")
    static Object getFrameModuleName(final ThreadState ts, final int depth) {
        Frame f = ts.currentFrame();
        for (int i = 0; i < depth && f != null; i++) {
            f = f.back;
        }
        if (f == null) {
            return PyNone.NONE;
        }
        if (f.function != null && f.function.module != null) {
            return f.function.module;
        }
        final Object name = f.globals().getStr("__name__");
        return name == null ? PyNone.NONE : name;
    }

    // ---- limits and sizes ----

    @PyFunction("getrecursionlimit()")
    long getRecursionLimit() {
        return interp.recursionLimit();
    }

    @PyFunction("setrecursionlimit(limit, /)")
    void setRecursionLimit(final ThreadState ts, final int limit) {
        if (limit < 1) {
            throw Errors.valueError("recursion limit must be greater or equal than 1");
        }
        if (ts.depth >= limit) {
            throw Errors.recursionError("cannot set the recursion limit to " + limit + " at the recursion depth "
                    + ts.depth + ": the limit is too low");
        }
        interp.setRecursionLimit(limit);
        ts.depthLimit = limit;
    }

    @PyFunction("getswitchinterval()")
    double getSwitchInterval() {
        return switchInterval;
    }

    private double switchInterval = 0.005;

    @PyFunction("setswitchinterval(interval, /)")
    void setSwitchInterval(final double interval) {
        if (!(interval > 0)) {
            throw Errors.valueError("switch interval must be strictly positive");
        }
        switchInterval = interval;
    }

    @PyFunction("get_int_max_str_digits()")
    long getIntMaxStrDigits() {
        return interp.intMaxStrDigits();
    }

    @PyFunction("set_int_max_str_digits(maxdigits)")
    void setIntMaxStrDigits(final int maxdigits) {
        if (maxdigits != 0 && maxdigits < 640) {
            throw Errors.valueError("maxdigits must be >= 640 or 0 for unlimited");
        }
        interp.setIntMaxStrDigits(maxdigits);
    }

    @PyFunction("getsizeof(object, default=<unrepresentable>)")
    static Object getSizeof(final ThreadState ts, final Object object, final Object defaultValue) {
        try {
            final Object size = Special.call0(ts, object, "__sizeof__");
            if (size == null) {
                throw Errors.typeError("Type " + PyType.of(object).name() + " doesn't define __sizeof__");
            }
            return size;
        } catch (final PyRaise e) {
            if (defaultValue != null && Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                return defaultValue;
            }
            throw e;
        }
    }

    @PyFunction("getrefcount(object, /)")
    static long getRefCount(final Object object) {
        return 2;
    }

    @PyFunction("intern(string, /)")
    static Object intern(final Object s) {
        if (s instanceof String text) {
            return text.intern();
        }
        if (PyType.of(s) == dev.adder.runtime.objects.PyStr.TYPE) {
            return s;
        }
        throw Errors.typeError(PyObjects.isText(s) ? "can't intern " + PyType.of(s).name()
                : "intern() argument must be str, not " + PyType.of(s).name());
    }

    @PyFunction("_is_interned(string, /)")
    static boolean isInterned(final Object s) {
        return s instanceof String;
    }

    @PyFunction("getdefaultencoding()")
    static Object getDefaultEncoding() {
        return "utf-8";
    }

    @PyFunction("getfilesystemencoding()")
    static Object getFilesystemEncoding() {
        return "utf-8";
    }

    @PyFunction("getfilesystemencodeerrors()")
    static Object getFilesystemEncodeErrors() {
        return "surrogateescape";
    }

    @PyFunction("is_finalizing()")
    boolean isFinalizing() {
        return interp.isFinalizing();
    }

    @PyFunction("_get_cpu_count_config()")
    long getCpuCountConfig() {
        return options.cpuCount();
    }

    @PyFunction("_is_gil_enabled()")
    static boolean isGilEnabled() {
        return false;
    }

    @PyFunction("is_stack_trampoline_active()")
    static boolean isStackTrampolineActive() {
        return false;
    }

    @PyFunction("getallocatedblocks()")
    static long getAllocatedBlocks() {
        return 0;
    }

    @PyFunction("_clear_type_cache()")
    static void clearTypeCache() {
    }

    @PyFunction("_clear_type_descriptors(type, /)")
    static void clearTypeDescriptors(final PyType type) {
        if (!type.isHeapType()) {
            throw Errors.typeError("argument is immutable");
        }
        type.deleteOwn("__dict__");
        type.deleteOwn("__weakref__");
    }

    @PyFunction("_clear_internal_caches()")
    static void clearInternalCaches() {
    }

    @PyFunction("audit(event, /, *args)")
    static void audit(final ThreadState ts, @Text final Object event, final Object[] args) {
        ts.interp.auditHooks().raise(ts, event, args);
    }

    @PyFunction("addaudithook(hook)")
    static void addAuditHook(final ThreadState ts, final Object hook) {
        ts.interp.auditHooks().add(ts, hook);
    }

    @PyFunction("call_tracing(func, args, /)")
    static Object callTracing(final ThreadState ts, final Object func, final PyTuple args) {
        return Tracer.callTracing(ts, func, args.items().clone());
    }

    // ---- tracing ----

    @PyFunction("gettrace()")
    static Object getTrace(final ThreadState ts) {
        return Tracing.get(ts, Tracing.Slot.TRACE) instanceof TraceFunction t ? t.function : PyNone.NONE;
    }

    @PyFunction("settrace(function, /)")
    static void setTrace(final ThreadState ts, final Object function) {
        Tracing.set(ts, Tracing.Slot.TRACE, function == PyNone.NONE ? null : new TraceFunction(function));
    }

    @PyFunction("_settraceallthreads(function, /)")
    static void setTraceAllThreads(final ThreadState ts, final Object function) {
        for (final ThreadState t : ts.interp.threads().all()) {
            setTrace(t, function);
        }
    }

    @PyFunction("getprofile()")
    static Object getProfile(final ThreadState ts) {
        return Tracing.get(ts, Tracing.Slot.PROFILE) instanceof ProfileFunction p ? p.function : PyNone.NONE;
    }

    @PyFunction("setprofile(function, /)")
    static void setProfile(final ThreadState ts, final Object function) {
        Tracing.set(ts, Tracing.Slot.PROFILE, function == PyNone.NONE ? null : new ProfileFunction(function));
    }

    @PyFunction("_setprofileallthreads(function, /)")
    static void setProfileAllThreads(final ThreadState ts, final Object function) {
        for (final ThreadState t : ts.interp.threads().all()) {
            setProfile(t, function);
        }
    }

    // ---- asynchronous generators and coroutines ----

    @PyFunction("get_coroutine_origin_tracking_depth()")
    static long getCoroutineOriginTrackingDepth(final ThreadState ts) {
        return ts.originDepth;
    }

    @PyFunction("set_coroutine_origin_tracking_depth(depth)")
    static void setCoroutineOriginTrackingDepth(final ThreadState ts, final int depth) {
        if (depth < 0) {
            throw Errors.valueError("depth must be >= 0");
        }
        ts.originDepth = depth;
    }

    @PyFunction("get_asyncgen_hooks()")
    static Object getAsyncgenHooks(final ThreadState ts) {
        return SysStructs.asyncgenHooks(ts.asyncgenFirstIter == null ? PyNone.NONE : ts.asyncgenFirstIter,
                ts.asyncgenFinalizer == null ? PyNone.NONE : ts.asyncgenFinalizer);
    }

    @PyFunction("set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)")
    static void setAsyncgenHooks(final ThreadState ts, final Object firstIter, final Object finalizer) {
        checkHook("finalizer", finalizer);
        checkHook("firstiter", firstIter);
        if (finalizer != null) {
            ts.asyncgenFinalizer = finalizer == PyNone.NONE ? null : finalizer;
        }
        if (firstIter != null) {
            ts.asyncgenFirstIter = firstIter == PyNone.NONE ? null : firstIter;
        }
    }

    private static void checkHook(final String name, final Object hook) {
        if (hook != null && hook != PyNone.NONE && !PyObjects.isCallable(hook)) {
            throw Errors.typeError("callable " + name + " expected, got " + PyType.of(hook).name());
        }
    }
}
