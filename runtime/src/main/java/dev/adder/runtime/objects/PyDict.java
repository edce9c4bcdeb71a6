package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A dict. */
public class PyDict extends PySlotted {
    public static final PyType TYPE = PyType.builtin("dict", "builtins", null, null).asMapping();

    private final LinkedHashMap<Object, GlobalCell> map = new LinkedHashMap<>();
    private final Map<String, GlobalCell> reserved = new java.util.HashMap<>();
    private ConcurrentHashMap<PyCode, CodeState> codeStates;

    /** Takes one entry of an iteration. */
    @FunctionalInterface
    public interface EntryConsumer {
        void accept(Object key, Object value);
    }

    public PyDict() {
        this(TYPE);
    }

    protected PyDict(final PyType type) {
        super(type);
    }

    private static final class Key {
        private final ThreadState ts;
        private final Object key;
        private final long hash;

        Key(final ThreadState ts, final Object key) {
            this.ts = ts;
            this.key = key;
            this.hash = PyObjects.hash(ts, key);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }

        @Override
        public boolean equals(final Object o) {
            return o instanceof Key k && k.hash == hash && PyObjects.same(ts, key, k.key);
        }
    }

    private static Object wrap(final ThreadState ts, final Object key) {
        return key instanceof String ? key : new Key(ts, key);
    }

    /** Whether it is an exact dict, so that no Python code can be in the way of its entries. */
    public final boolean isPlain() {
        return shape.type == TYPE;
    }

    /** The value, or null. */
    public final Object get(final ThreadState ts, final Object key) {
        final GlobalCell c = map.get(wrap(ts, key));
        return c == null ? null : c.get();
    }

    /** {@code self[key]}; KeyError. */
    public final Object getItem(final ThreadState ts, final Object key) {
        final Object v = get(ts, key);
        if (v == null) {
            throw Errors.keyError(key);
        }
        return v;
    }

    /** As a namespace that may be an instance of a subclass: its {@code __getitem__} is asked; null for KeyError. */
    public final Object getItemOrNull(final ThreadState ts, final Object key) {
        return get(ts, key);
    }

    public final void put(final ThreadState ts, final Object key, final Object value) {
        putKey(wrap(ts, key), value);
    }

    private void putKey(final Object key, final Object value) {
        GlobalCell c = map.get(key);
        if (c == null) {
            c = key instanceof String s ? reserved.remove(s) : null;
            if (c == null) {
                c = new GlobalCell(key instanceof String s ? s : "");
            }
            map.put(key, c);
        }
        c.set(value);
    }

    /** Removes; gives the old value or null. */
    public final Object remove(final ThreadState ts, final Object key) {
        return removeKey(wrap(ts, key));
    }

    private Object removeKey(final Object key) {
        final GlobalCell c = map.remove(key);
        if (c == null) {
            return null;
        }
        final Object v = c.get();
        c.set(null);
        if (key instanceof String s) {
            reserved.put(s, c);
        }
        return v;
    }

    /** For names: no Python code runs. {@code key} is a name key. */
    public final Object getStr(final String key) {
        final GlobalCell c = map.get(key);
        return c == null ? null : c.get();
    }

    public final void putStr(final String key, final Object value) {
        putKey(key, value);
    }

    public final Object removeStr(final String key) {
        return removeKey(key);
    }

    public final int size() {
        return map.size();
    }

    /** The name's stable cell; an empty, invisible one is made if there is no such entry. */
    public final GlobalCell cell(final String name) {
        final GlobalCell c = map.get(name);
        return c != null ? c : reserved.computeIfAbsent(name, GlobalCell::new);
    }

    /** Profiles and compiled code of the codes that run with this dict as globals. */
    public final synchronized ConcurrentHashMap<PyCode, CodeState> codeStates() {
        if (codeStates == null) {
            codeStates = new ConcurrentHashMap<>();
        }
        return codeStates;
    }

    public final PyDict copy(final ThreadState ts) {
        final PyDict d = new PyDict();
        forEach((k, v) -> d.put(ts, k, v));
        return d;
    }

    /** The keys that are names, in order. */
    public final List<String> stringKeys() {
        final List<String> keys = new ArrayList<>();
        forEach((k, v) -> {
            if (PyObjects.isText(k)) {
                keys.add(Str.nameKey(PyObjects.textOf(k)));
            }
        });
        return keys;
    }

    /** Visits every entry of a snapshot. */
    public final void forEach(final EntryConsumer consumer) {
        for (final Map.Entry<Object, GlobalCell> e : List.copyOf(map.entrySet())) {
            consumer.accept(e.getKey() instanceof Key k ? k.key : e.getKey(), e.getValue().get());
        }
    }

    /** {@code self.update(other)}: a mapping with keys(), or an iterable of pairs. */
    public final void update(final ThreadState ts, final Object other) {
        if (other instanceof PyDict d) {
            d.forEach((k, v) -> put(ts, k, v));
            return;
        }
        dev.adder.runtime.ops.PyIter.forEach(ts, dev.adder.runtime.Calls.method0(ts, other, "keys"),
                k -> put(ts, k, PyObjects.getItem(ts, other, k)));
    }
}
