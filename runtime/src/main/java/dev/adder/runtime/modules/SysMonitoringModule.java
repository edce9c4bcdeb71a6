package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.SimpleNamespace;
import dev.adder.runtime.ops.PyObjects;

/** {@code sys.monitoring} (PEP 669): the functions; {@link Monitoring} does the work. */
@PyModuleSpec("sys.monitoring")
final class SysMonitoringModule extends NativeModule {
    private static final int TOOLS = Monitoring.TOOLS;
    private static final int EVENTS = Monitoring.EVENTS.length;

    private final Object[] tools = new Object[TOOLS + 2];
    private Monitoring monitoring;

    @Override
    public BuiltinTable table() {
        return new SysMonitoringModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        monitoring = new Monitoring(ts.interp);
        ts.interp.setPart(Monitoring.class, monitoring);
        final PyDict events = new PyDict();
        for (int i = 0; i < EVENTS; i++) {
            events.putStr(Monitoring.EVENTS[i], 1L << i);
        }
        events.putStr("NO_EVENTS", 0L);
        d.putStr("events", new SimpleNamespace(events));
        d.putStr("DEBUGGER_ID", 0L);
        d.putStr("COVERAGE_ID", 1L);
        d.putStr("PROFILER_ID", 2L);
        d.putStr("OPTIMIZER_ID", 5L);
        d.putStr("DISABLE", monitoring.disable);
        d.putStr("MISSING", monitoring.missing);
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
    }

    private static PyCode checkCode(final Object code) {
        if (!(code instanceof PyCode c)) {
            throw Errors.typeError("code must be a code object");
        }
        return c;
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
        monitoring.forget(tool);
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
        final Object before = monitoring.callback(tool, at, function == PyNone.NONE ? null : function);
        return before == null ? PyNone.NONE : before;
    }

    @PyFunction("get_events($module, tool_id, /)")
    long getEvents(final int tool) {
        checkInUse(tool);
        return monitoring.events(tool);
    }

    @PyFunction("set_events($module, tool_id, event_set, /)")
    void setEvents(final int tool, final int events) {
        checkInUse(tool);
        checkMask(events);
        monitoring.want(tool, events);
    }

    @PyFunction("get_local_events($module, tool_id, code, /)")
    long getLocalEvents(final int tool, final Object code) {
        final PyCode c = checkCode(code);
        checkInUse(tool);
        return monitoring.events(tool, c);
    }

    @PyFunction("set_local_events($module, tool_id, code, event_set, /)")
    void setLocalEvents(final int tool, final Object code, final int events) {
        final PyCode c = checkCode(code);
        checkInUse(tool);
        checkMask(events);
        monitoring.want(tool, c, events);
    }

    @PyFunction("restart_events($module, /)")
    void restartEvents() {
        monitoring.restart();
    }

    @PyFunction("_all_events($module, /)")
    Object allEvents() {
        final PyDict all = new PyDict();
        monitoring.all().forEach(all::putStr);
        return all;
    }
}
