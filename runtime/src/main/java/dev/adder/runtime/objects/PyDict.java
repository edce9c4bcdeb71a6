package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.AsymmetricFence;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.StandIns;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@code dict}.
 *
 * <p>The entries lie in one {@link DictTable}. Look-ups take the table reference once and never lock. While other
 * threads exist ({@code ts.multi}) changes are made under this object's lock; no Python code runs under it: a key is
 * first searched for without the lock, then the change is made if nothing was inserted or removed since. Values of a
 * settled dict ({@link #isSettled}) are replaced without the lock, so whatever moves or removes entries calls
 * {@link #unsettle} first.
 *
 * <p>A dict used as a namespace hands out stable {@link GlobalCell}s ({@link #cell}): the entry's value is then the
 * cell. The cell of a name that is not bound waits in {@link Namespace#reserved}, invisible to Python.
 */
@PyTypeSpec(name = "dict")
public class PyDict extends PySlotted {
    public static final PyType TYPE = PyType.builtin("dict", "builtins", null, new PyDictTable()).asMapping();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    /** What only a dict used as a namespace has. */
    private static final class Namespace {
        final ConcurrentHashMap<String, GlobalCell> reserved = new ConcurrentHashMap<>();
        final ConcurrentHashMap<PyCode, CodeState> codeStates = new ConcurrentHashMap<>();
        StandIns standIns;
    }

    private DictTable table = DictTable.empty();
    /** Counts insertions and removals, so that one found out without the lock can be validated under it. */
    private int changes;
    /** Entries were moved while other threads existed: a search without the lock may have missed one on its way. */
    private boolean reorders;
    private Namespace namespace;

    public PyDict() {
        super(TYPE);
    }

    protected PyDict(final PyType type) {
        super(type);
    }

    private PyDict(final DictTable table) {
        super(TYPE);
        this.table = table;
    }

    /** A dict with room for {@code n} entries. */
    public static PyDict withRoom(final int n) {
        return new PyDict(DictTable.withRoom(n, null));
    }

    final DictTable table() {
        return table;
    }

    /** Whether it is an exact dict, whose items are found without asking a subclass. */
    public final boolean isPlain() {
        return shape.type == TYPE;
    }

    // ---- Java API: look-up

    @Override
    public final int builtinSize() {
        return size();
    }

    public final int size() {
        return table.live();
    }

    /** Whether every key is known to be an exact str. */
    public final boolean hasTextKeys() {
        return table.isText();
    }

    public final boolean isEmpty() {
        return table.live() == 0;
    }

    /** The value of a text key, or null; runs no Python code. */
    public final Object getStr(final String key) {
        final DictTable t = table;
        final int e = t.findText(key);
        final Object value = e < 0 ? null : t.value(e);
        return value != null || !reorders() ? value : getStrAgain(key);
    }

    private Object getStrAgain(final String key) {
        while (true) {
            final int before = changes;
            final DictTable t = table;
            final int e = t.findText(key);
            final Object value = e < 0 ? null : t.value(e);
            if (value != null || isAbsent(t, before)) {
                return value;
            }
        }
    }

    private boolean reorders() {
        VarHandle.acquireFence();
        return reorders;
    }

    /** Whether a key that was not found in the table since {@code before} was not there. */
    private boolean isAbsent(final DictTable t, final int before) {
        if (!reorders()) {
            return true;
        }
        synchronized (this) {
            return table == t && changes == before;
        }
    }

    /** The value, or null; ignores what subclasses do. */
    public final Object get(final ThreadState ts, final Object key) {
        final DictTable t = table;
        if (t.isText()) {
            if (key instanceof String s) {
                final int e = t.findInText(s, DictTable.mix(s));
                final Object value = e < 0 ? null : t.value(e);
                return value != null || !reorders() ? value : getSlow(ts, key);
            }
        } else if (key instanceof Long n) {
            final int e = t.findLong(n, Hashes.ofLong(n));
            final Object value = e < 0 ? null : t.value(e);
            if (value != null || e != DictTable.RETRY && !reorders()) {
                return value;
            }
        } else if (key.getClass() == PyTuple.class) {
            final int e = t.find(ts, this, key, Hashing.ofKey(ts, key));
            if (e != DictTable.RETRY) {
                return e < 0 ? null : t.value(e);
            }
        }
        return getSlow(ts, key);
    }

    private Object getSlow(final ThreadState ts, final Object key) {
        if (table.live() == 0 || table.isText() && cannotBeText(key)) {
            Hashing.ofKey(ts, key);
            return null;
        }
        return getHashed(ts, key, Hashing.ofKey(ts, key));
    }

    /** The value of a key whose hash is known, or null. */
    public final Object getHashed(final ThreadState ts, final Object key, final long hash) {
        while (true) {
            final int before = changes;
            final DictTable t = prepared(ts, key);
            final int e = find(ts, t, key, hash);
            final Object value = e < 0 ? null : t.value(e);
            if (value != null || e != DictTable.RETRY && isAbsent(t, before)) {
                return value;
            }
        }
    }

    public final boolean containsKey(final ThreadState ts, final Object key) {
        return get(ts, key) != null;
    }

    /** As {@code d[key]} in Python, a subclass's {@code __getitem__} included; null for KeyError. */
    public final Object getItemOrNull(final ThreadState ts, final Object key) {
        if (isPlain()) {
            return get(ts, key);
        }
        try {
            return PyObjects.getItem(ts, this, key);
        } catch (final dev.adder.runtime.PyRaise e) {
            if (Errors.matches(e, dev.adder.runtime.exceptions.ExceptionTypes.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    /** Exact values of these types never equal a text. */
    private static boolean cannotBeText(final Object key) {
        return key instanceof Long || key instanceof Boolean || key instanceof Double || key == PyNone.NONE
                || key instanceof WideStr || key instanceof BigInteger
                || key instanceof PyTuple t && t.shape.type == PyTuple.TYPE;
    }

    /** The table in a form in which the key can be searched for with its Python hash. */
    private DictTable prepared(final ThreadState ts, final Object key) {
        final DictTable t = table;
        if (!t.isText() || key instanceof String) {
            return t;
        }
        return becomeGeneral(ts);
    }

    private DictTable becomeGeneral(final ThreadState ts) {
        if (ts.multi) {
            synchronized (this) {
                if (table.isText()) {
                    unsettle();
                    table = table.general(ts.interp);
                }
                return table;
            }
        }
        table = table.general(ts.interp);
        return table;
    }

    private int find(final ThreadState ts, final DictTable t, final Object key, final long hash) {
        return t.isText() ? t.findInText((String) key, DictTable.mix((String) key))
                : t.find(ts, this, key, hash);
    }

    // ---- Java API: change

    /** {@code d[key] = value}, ignoring what subclasses do. */
    public final void put(final ThreadState ts, final Object key, final Object value) {
        if (key instanceof String s && table.isText() && !ts.multi) {
            if (putText(s, value) > DictTable.LONG_CHAIN) {
                becomeGeneral(ts);
            }
        } else {
            putHashed(ts, key, key instanceof String && table.isText() ? 0 : Hashing.ofKey(ts, key), value);
        }
    }

    /** Stores under a key whose hash is known. */
    public final void putHashed(final ThreadState ts, final Object key, final long hash, final Object value) {
        store(ts, key, hash, value, true);
    }

    /** {@link #setDefault} of a key whose hash is known. */
    public final Object setDefaultHashed(final ThreadState ts, final Object key, final long hash, final Object value) {
        final Object old = store(ts, key, hash, value, false);
        return old != null ? old : value;
    }

    /** Binds a text key; runs no Python code. */
    public final void putStr(final String key, final Object value) {
        synchronized (this) {
            putText(key, value);
        }
    }

    /** Returns the length of the chain a new key went through. */
    private int putText(final String key, final Object value) {
        final DictTable t = table;
        final int e = t.findText(key);
        if (e >= 0) {
            t.setValue(e, value);
            return 0;
        }
        return insert(key, t.hashOf(key), value);
    }

    /**
     * Finds or inserts. Returns the value found ({@code replace}: after replacing it) or null if it was inserted.
     */
    private Object store(final ThreadState ts, final Object key, final long pythonHash, final Object value,
            final boolean replace) {
        long hash = pythonHash;
        while (true) {
            final int before = changes;
            if (table.isText() && !(key instanceof String)) {
                becomeGeneral(ts);
            }
            final DictTable t = table;
            if (!t.isText() && hash == 0 && key instanceof String s) {
                hash = ts.interp.hashOfText(s);
            }
            final int e = find(ts, t, key, hash);
            if (e == DictTable.RETRY) {
                continue;
            }
            if (ts.multi) {
                if (e >= 0 && replace && isSettled() && table == t) {
                    final Object old = t.replaceSettled(e, value);
                    if (old != null) {
                        return old;
                    }
                }
                synchronized (this) {
                    if (table == t && changes == before) {
                        if (e >= 0 && replace && ts.oneInMany() && isPlain()) {
                            settle(ts);
                        }
                        return storeAt(t, e, key, hash, value, replace);
                    }
                }
            } else {
                return storeAt(t, e, key, hash, value, replace);
            }
        }
    }

    private Object storeAt(final DictTable t, final int e, final Object key, final long hash, final Object value,
            final boolean replace) {
        if (e < 0) {
            insert(key, t.isText() ? DictTable.mix((String) key) : hash, value);
            return null;
        }
        final Object old = t.value(e);
        if (replace) {
            t.setValue(e, value);
        }
        return old;
    }

    /** Adds a key known to be absent; {@code hash} is its hash in the present table. */
    private int insert(final Object key, final long hash, final Object value) {
        DictTable t = table;
        if (t.isFull()) {
            unsettle();
            t = t.grown();
        }
        Object stored = value;
        if (namespace != null && key instanceof String s) {
            final GlobalCell cell = namespace.reserved.remove(s);
            if (cell != null) {
                cell.bind(value);
                stored = cell;
            }
        }
        final int chain = t.append(key, stored, hash);
        table = t;
        changes++;
        return chain;
    }

    /** Removes and returns the value, or null if the key is absent. */
    public final Object remove(final ThreadState ts, final Object key) {
        if (key instanceof String s && table.isText()) {
            return removeStr(s);
        }
        return removeHashed(ts, key, Hashing.ofKey(ts, key));
    }

    /** Removes and returns the value of a key whose hash is known, or null if it is absent. */
    public final Object removeHashed(final ThreadState ts, final Object key, final long hash) {
        while (true) {
            final int before = changes;
            final DictTable t = prepared(ts, key);
            final int e = find(ts, t, key, hash);
            if (e == DictTable.RETRY || e < 0 && !isAbsent(t, before)) {
                continue;
            }
            if (e < 0) {
                return null;
            }
            if (!ts.multi) {
                return removeEntry(t, e, false);
            }
            synchronized (this) {
                if (table == t && changes == before) {
                    return removeEntry(t, e, false);
                }
            }
        }
    }

    /** Removes a text key; runs no Python code. */
    public final Object removeStr(final String key) {
        synchronized (this) {
            final DictTable t = table;
            final int e = t.findText(key);
            return e < 0 ? null : removeEntry(t, e, false);
        }
    }

    private Object removeEntry(final DictTable t, final int e, final boolean reuse) {
        unsettle();
        final Object value;
        if (t.rawValue(e) instanceof GlobalCell cell) {
            cell.unbind();
            unbound();
            namespace.reserved.put(cell.name, cell);
            value = cell.take();
        } else {
            value = t.value(e);
        }
        t.remove(e, reuse);
        changes++;
        return value;
    }

    /** After {@link GlobalCell#unbind}, before {@link GlobalCell#take}. */
    private static void unbound() {
        final ThreadState ts = ThreadState.here();
        if (ts == null || ts.multi) {
            AsymmetricFence.heavy();
        }
    }

    /** Removes the last entry, or the first one, and returns the pair; null if there is none. */
    protected final Object takeEnd(final ThreadState ts, final boolean last) {
        synchronized (this) {
            final DictTable t = table;
            final int e = last ? t.previous(t.count() - 1) : t.next(0);
            if (e < 0) {
                return null;
            }
            final Object key = t.key(e);
            return PyTuple.of(key, removeEntry(t, e, last && !ts.multi));
        }
    }

    /** Moves an entry to the end, or to the beginning; false if there is no such key. */
    public final boolean moveToEnd(final ThreadState ts, final Object key, final boolean last) {
        while (true) {
            final int before = changes;
            final DictTable t = prepared(ts, key);
            final int e = find(ts, t, key, t.isText() ? 0 : Hashing.ofKey(ts, key));
            if (e == DictTable.RETRY || e < 0 && !isAbsent(t, before)) {
                continue;
            }
            if (e < 0) {
                return false;
            }
            synchronized (this) {
                if (table == t && changes == before) {
                    unsettle();
                    if (ts.multi && !reorders) {
                        reorders = true;
                        VarHandle.fullFence();
                    }
                    if (last && !t.isFull()) {
                        t.moveLast(e);
                    } else {
                        table = t.reordered(e, last);
                    }
                    changes++;
                    return true;
                }
            }
        }
    }

    /** {@code repr} as of a plain dict. */
    protected final Object reprEntries(final ThreadState ts) {
        return DictMerge.repr(ts, this);
    }

    /** {@code ==} as of a plain dict. */
    protected final boolean sameEntries(final ThreadState ts, final PyDict other) {
        return DictMerge.equal(ts, this, other);
    }

    /** Removes everything. */
    @PyMethod("clear($self, /)")
    public final void clear() {
        synchronized (this) {
            unsettle();
            final DictTable t = table;
            if (namespace != null) {
                for (int e = t.next(0); e >= 0; e = t.next(e + 1)) {
                    if (t.rawValue(e) instanceof GlobalCell c) {
                        c.unbind();
                    }
                }
                unbound();
                for (int e = t.next(0); e >= 0; e = t.next(e + 1)) {
                    if (t.rawValue(e) instanceof GlobalCell c) {
                        namespace.reserved.put(c.name, c);
                        c.take();
                    }
                }
            }
            table = DictTable.empty();
            changes++;
        }
    }

    // ---- Java API: iteration by entry number

    /** The first entry at or after {@code from}, or -1. Entry numbers hold until the dict is resized. */
    public final int next(final int from) {
        return table.next(from);
    }

    /** The last entry at or before {@code from}, or -1. */
    public final int previous(final int from) {
        return table.previous(from);
    }

    /** Changes whenever a key is added or removed. */
    protected final int changes() {
        return changes;
    }

    public final Object keyAt(final int entry) {
        return table.key(entry);
    }

    public final Object valueAt(final int entry) {
        return table.value(entry);
    }

    /** The keys in order, as a new array. */
    public final Object[] keysArray() {
        synchronized (this) {
            final DictTable t = table;
            final Object[] keys = new Object[t.live()];
            int n = 0;
            for (int e = t.next(0); e >= 0 && n < keys.length; e = t.next(e + 1)) {
                final Object key = t.key(e);
                if (key != null) {
                    keys[n++] = key;
                }
            }
            return n == keys.length ? keys : java.util.Arrays.copyOf(keys, n);
        }
    }

    /** Takes one entry of an iteration. */
    @FunctionalInterface
    public interface EntryConsumer {
        void accept(Object key, Object value);
    }

    /** Gives every entry of the present table to the consumer, which may change the dict. */
    public final void forEach(final EntryConsumer consumer) {
        final DictTable t = table;
        for (int e = t.next(0); e >= 0; e = t.next(e + 1)) {
            final Object key = t.key(e);
            final Object value = t.value(e);
            if (key != null && value != null) {
                consumer.accept(key, value);
            }
        }
    }

    /** The keys that are names, in order. */
    public final List<String> stringKeys() {
        final List<String> keys = new ArrayList<>(size());
        forEach((key, value) -> {
            if (PyObjects.isText(key)) {
                keys.add(Str.nameKey(PyObjects.textOf(key)));
            }
        });
        return keys;
    }

    // ---- Java API: namespaces

    private Namespace namespace() {
        Namespace n = namespace;
        if (n == null) {
            synchronized (this) {
                n = namespace;
                if (n == null) {
                    n = new Namespace();
                    namespace = n;
                }
            }
        }
        return n;
    }

    /** The stable cell of a name. If the name is not bound the cell is empty, and a later store fills it. */
    public final GlobalCell cell(final String name) {
        final Namespace n = namespace();
        synchronized (this) {
            final DictTable t = table;
            final int e = t.findText(name);
            if (e < 0) {
                return n.reserved.computeIfAbsent(name, GlobalCell::new);
            }
            if (t.rawValue(e) instanceof GlobalCell c) {
                return c;
            }
            unsettle();
            final GlobalCell c = new GlobalCell(name);
            c.bind(t.rawValue(e));
            t.setRaw(e, c);
            return c;
        }
    }

    /**
     * After a store into a cell of this dict that was unbound while it was stored into ({@link GlobalCell#replace}): what
     * came after the name was deleted binds it again. What came before was deleted with it.
     */
    public final void bindLate(final GlobalCell cell) {
        synchronized (this) {
            final Object left = cell.isBound() ? null : cell.take();
            if (left != null) {
                putText(cell.name, left);
            }
        }
    }

    /** Per code object what it has learned while running with this dict as its globals. */
    public final ConcurrentHashMap<PyCode, CodeState> codeStates() {
        return namespace().codeStates;
    }

    /** What stands in for functions that have this dict as their globals; null if nothing does. */
    public final StandIns standIns() {
        return namespace().standIns;
    }

    /** Before the module's code runs. */
    public final void setStandIns(final StandIns standIns) {
        namespace().standIns = standIns;
    }

    // ---- construction and update

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        return cls == TYPE ? new PyDict() : new PyDict(cls);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    final void init(final ThreadState ts, final Object[] args, final String[] kwNames) {
        fill(ts, "dict", args, kwNames);
    }

    @PyMethod(value = "update", raw = true)
    final void updateMethod(final ThreadState ts, final Object[] args, final String[] kwNames) {
        fill(ts, "update", args, kwNames);
    }

    /** What {@code dict(...)} and {@code update(...)} do with their arguments; {@code name} is for messages. */
    protected final void fill(final ThreadState ts, final String name, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positional(args, kwNames);
        ArgumentParser.checkCount(name, given, 0, 1);
        if (given == 1) {
            update(ts, args[0]);
        }
        for (int i = given; i < args.length; i++) {
            put(ts, Str.fromNameKey(kwNames[i - given]), args[i]);
        }
    }

    /** {@code d.update(other)}: a mapping (anything with {@code keys}) or an iterable of pairs. */
    public final void update(final ThreadState ts, final Object other) {
        DictMerge.update(ts, this, other);
    }

    /** Adds all of a dict's entries; {@code replace} says whose value wins. */
    public final void merge(final ThreadState ts, final PyDict other, final boolean replace) {
        DictMerge.mergeDict(ts, this, other, replace);
    }

    /** Takes over a copy of the other's entries if this is a fresh dict; false if it cannot. */
    final boolean takeCopy(final ThreadState ts, final PyDict other) {
        if (table.live() != 0 || namespace != null || ts.multi) {
            return false;
        }
        table = other.table.copy();
        changes++;
        return true;
    }

    /** A plain dict of the same entries. */
    public final PyDict copy(final ThreadState ts) {
        if (ts != null && ts.multi) {
            synchronized (this) {
                return new PyDict(table.copy());
            }
        }
        return new PyDict(table.copy());
    }

    @PyMethod("copy($self, /)")
    final Object copyMethod(final ThreadState ts) {
        if (isPlain() || !DictMerge.overridesIteration(this)) {
            return copy(ts);
        }
        final PyDict result = new PyDict();
        result.update(ts, this);
        return result;
    }

    @PyClassMethod("fromkeys($type, iterable, value=None, /)")
    static Object fromKeys(final ThreadState ts, final PyType cls, final Object iterable, final Object value) {
        return DictMerge.fromKeys(ts, cls, iterable, value);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- items

    @PyMethod("__len__($self, /)")
    final long len() {
        return table.live();
    }

    @PyMethod(value = "__getitem__($self, key, /)", coexist = true)
    public final Object getItem(final ThreadState ts, final Object key) {
        final Object value = get(ts, key);
        return value != null ? value : missing(ts, key);
    }

    private Object missing(final ThreadState ts, final Object key) {
        if (shape.type != TYPE) {
            final Object result = Special.call1(ts, this, "__missing__", key);
            if (result != null) {
                return result;
            }
        }
        throw Errors.keyError(key);
    }

    @PyMethod("__setitem__($self, key, value, /)")
    final void setItem(final ThreadState ts, final Object key, final Object value) {
        put(ts, key, value);
    }

    @PyMethod("__delitem__($self, key, /)")
    final void delItem(final ThreadState ts, final Object key) {
        if (remove(ts, key) == null) {
            throw Errors.keyError(key);
        }
    }

    @PyMethod(value = "__contains__($self, key, /)", coexist = true)
    final boolean contains(final ThreadState ts, final Object key) {
        return get(ts, key) != null;
    }

    @PyMethod("get($self, key, default=None, /)")
    final Object getOrDefault(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = get(ts, key);
        return value != null ? value : defaultValue;
    }

    /** The value, after storing {@code defaultValue} if there was none; atomic. */
    @PyMethod("setdefault($self, key, default=None, /)")
    public final Object setDefault(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object old =
                store(ts, key, key instanceof String && table.isText() ? 0 : Hashing.ofKey(ts, key), defaultValue, false);
        return old != null ? old : defaultValue;
    }

    @PyMethod("pop($self, key, default=<unrepresentable>, /)")
    final Object pop(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = isEmpty() ? null : remove(ts, key);
        if (value != null) {
            return value;
        }
        if (defaultValue != null) {
            return defaultValue;
        }
        throw Errors.keyError(key);
    }

    @PyMethod("popitem($self, /)")
    final Object popItem(final ThreadState ts) {
        final Object item = takeEnd(ts, true);
        if (item == null) {
            throw Errors.keyError("popitem(): dictionary is empty");
        }
        return item;
    }

    // ---- views and iterators

    @PyMethod("keys($self, /)")
    final Object keys() {
        return new PyDictKeys(this);
    }

    @PyMethod("values($self, /)")
    final Object values() {
        return new PyDictValues(this);
    }

    @PyMethod("items($self, /)")
    final Object items() {
        return new PyDictItems(this);
    }

    @PyMethod("__iter__($self, /)")
    final Object iter(final ThreadState ts) {
        return new DictIterators.Keys(this).ownedBy(ts);
    }

    @PyMethod("__reversed__($self, /)")
    final Object reversed() {
        return new DictIterators.ReverseKeys(this);
    }

    // ---- operators

    @PyRichCompare
    final Object compare(final ThreadState ts, final Object other, final int op) {
        return other instanceof PyDict d && (op == PyObjects.EQ || op == PyObjects.NE)
                ? (Object) (DictMerge.equal(ts, this, d) == (op == PyObjects.EQ)) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__or__($self, value, /)")
    final Object or(final ThreadState ts, final Object other) {
        return DictMerge.union(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    final Object ror(final ThreadState ts, final Object other) {
        return DictMerge.union(ts, other, this);
    }

    @PyMethod("__ior__($self, value, /)")
    final Object ior(final ThreadState ts, final Object other) {
        update(ts, other);
        return this;
    }

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        return DictMerge.repr(ts, this);
    }

    @PyMethod("__sizeof__($self, /)")
    protected final long sizeOf() {
        final DictTable t = table;
        return t.indexSize() <= 1 ? 48 : 48 + 16 + 4L * t.indexSize() + 24L * (t.indexSize() * 2 / 3);
    }
}
