package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.SimpleNamespace;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code sys.monitoring} (PEP 669), as far as tools can be registered. No event is ever sent: asking for one raises
 * NotImplementedError.
 */
@PyModuleSpec("sys.monitoring")
final class SysMonitoringModule extends NativeModule {
    private static final int TOOLS = 6;
    private static final int EVENTS = 19;
    private static final String[] EVENT_NAMES = {"PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE",
        "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED",
        "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH"};

    private final Object[] tools = new Object[TOOLS + 2];
    private final Object[][] callbacks = new Object[TOOLS + 2][EVENTS];

    @Override
    public BuiltinTable table() {
        return new SysMonitoringModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        final PyDict events = new PyDict();
        for (int i = 0; i < EVENT_NAMES.length; i++) {
            events.putStr(EVENT_NAMES[i], 1L << i);
        }
        events.putStr("NO_EVENTS", 0L);
        d.putStr("events", new SimpleNamespace(events));
        d.putStr("DEBUGGER_ID", 0L);
        d.putStr("COVERAGE_ID", 1L);
        d.putStr("PROFILER_ID", 2L);
        d.putStr("OPTIMIZER_ID", 5L);
        d.putStr("DISABLE", new PyInstance(PyType.OBJECT));
        d.putStr("MISSING", new PyInstance(PyType.OBJECT));
    }

    private static void check(final int tool) {
        if (tool < 0 || tool >= TOOLS) {
            throw Errors.valueError("invalid tool " + tool + " (must be between 0 and " + (TOOLS - 1) + ")");
        }
    }

    private void checkInUse(final int tool) {
        check(tool);
        if (tools[tool] == null) {
            throw Errors.valueError("tool " + tool + " is not in use");
        }
    }

    private static void checkMask(final int events) {
        if (events < 0 || events >= 1 << EVENTS) {
            throw Errors.valueError("invalid event set 0x" + Integer.toHexString(events));
        }
        if (events != 0) {
            throw Errors.notImplemented("sys.monitoring events are not implemented");
        }
    }

    private static void checkCode(final Object code) {
        if (!(code instanceof PyCode)) {
            throw Errors.typeError("code must be a code object");
        }
    }

    @PyFunction("use_tool_id($module, tool_id, name, /)")
    synchronized void useToolId(final int tool, final Object name) {
        check(tool);
        if (!PyObjects.isText(name)) {
            throw Errors.valueError("tool name must be a str");
        }
        if (tools[tool] != null) {
            throw Errors.valueError("tool " + tool + " is already in use");
        }
        tools[tool] = name;
    }

    @PyFunction("clear_tool_id($module, tool_id, /)")
    synchronized void clearToolId(final int tool) {
        check(tool);
        callbacks[tool] = new Object[EVENTS];
    }

    @PyFunction("free_tool_id($module, tool_id, /)")
    synchronized void freeToolId(final int tool) {
        clearToolId(tool);
        tools[tool] = null;
    }

    @PyFunction("get_tool($module, tool_id, /)")
    synchronized Object getTool(final int tool) {
        check(tool);
        return tools[tool] == null ? PyNone.NONE : tools[tool];
    }

    @PyFunction("register_callback($module, tool_id, event, func, /)")
    synchronized Object registerCallback(final int tool, final int event, final Object function) {
        check(tool);
        if (event <= 0 || Integer.bitCount(event) != 1) {
            throw Errors.valueError("The callback can only be set for one event at a time");
        }
        final int at = Integer.numberOfTrailingZeros(event);
        if (at >= EVENTS) {
            throw Errors.valueError("invalid event " + event);
        }
        final Object before = callbacks[tool][at];
        callbacks[tool][at] = function == PyNone.NONE ? null : function;
        return before == null ? PyNone.NONE : before;
    }

    @PyFunction("get_events($module, tool_id, /)")
    long getEvents(final int tool) {
        checkInUse(tool);
        return 0;
    }

    @PyFunction("set_events($module, tool_id, event_set, /)")
    void setEvents(final int tool, final int events) {
        checkInUse(tool);
        checkMask(events);
    }

    @PyFunction("get_local_events($module, tool_id, code, /)")
    long getLocalEvents(final int tool, final Object code) {
        checkCode(code);
        checkInUse(tool);
        return 0;
    }

    @PyFunction("set_local_events($module, tool_id, code, event_set, /)")
    void setLocalEvents(final int tool, final Object code, final int events) {
        checkCode(code);
        checkInUse(tool);
        checkMask(events);
    }

    @PyFunction("restart_events($module, /)")
    void restartEvents() {
    }

    @PyFunction("_all_events($module, /)")
    Object allEvents() {
        return new PyDict();
    }
}
