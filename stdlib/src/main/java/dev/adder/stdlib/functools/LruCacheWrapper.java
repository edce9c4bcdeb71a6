package dev.adder.stdlib.functools;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyBoundMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/**
 * What {@code functools.lru_cache} makes of a function. The results lie in a dict; those of a bounded cache also in a
 * ring of links from the most to the least recently used, changed under this object's lock only, under which no Python
 * code runs.
 */
@PyTypeSpec(name = "_lru_cache_wrapper", module = "functools")
public final class LruCacheWrapper extends PySlotted {
    public static final PyType TYPE = PyType.builtin("_lru_cache_wrapper", "functools", null,
            new LruCacheWrapperTable()).withDict().withWeakref();
    /** Separates positional from keyword arguments in a key. */
    private static final PyObject MARK = new PyInstance(PyType.OBJECT);

    private static final class Link {
        Object key;
        long hash;
        Object result;
        Link previous;
        Link next;
    }

    private final Object function;
    /** -1 for no bound. */
    private final long maxSize;
    private final boolean typed;
    private final Object infoType;
    private PyDict cache = new PyDict();
    private Link root = ring();
    private long hits;
    private long misses;

    LruCacheWrapper(final PyType type, final Object function, final long maxSize, final boolean typed,
            final Object infoType) {
        super(type);
        this.function = function;
        this.maxSize = maxSize;
        this.typed = typed;
        this.infoType = infoType;
    }

    private static Link ring() {
        final Link root = new Link();
        root.previous = root;
        root.next = root;
        return root;
    }

    @PyNew("(user_function, maxsize, typed, cache_info_type)")
    static Object make(final ThreadState ts, final PyType cls, final Object function, final Object maxSize,
            final boolean typed, final Object infoType) {
        if (!PyObjects.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        if (maxSize != PyNone.NONE && !PyNumber.isIndex(maxSize)) {
            throw Errors.typeError("maxsize should be integer or None");
        }
        final long limit = maxSize == PyNone.NONE ? -1 : Math.max(0, PyNumber.asSsize(ts, maxSize));
        return new LruCacheWrapper(cls, function, limit, typed, infoType);
    }

    // ---- calling

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        if (!typed && (a instanceof Long || a instanceof String)) {
            return lookup(ts, a, new Object[] {a}, null);
        }
        return call(ts, new Object[] {a}, null);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        if (maxSize == 0) {
            synchronized (this) {
                misses++;
            }
            return Calls.call(ts, function, args, kwNames);
        }
        return lookup(ts, key(args, kwNames), args, kwNames);
    }

    private Object key(final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        if (keywords == 0 && !typed) {
            return args.length == 1 && (args[0] instanceof Long || args[0] instanceof String) ? args[0]
                    : PyTuple.of(args);
        }
        final int given = args.length - keywords;
        final Object[] key = new Object[given + (keywords > 0 ? 1 + 2 * keywords : 0) + (typed ? args.length : 0)];
        System.arraycopy(args, 0, key, 0, given);
        int n = given;
        if (keywords > 0) {
            key[n++] = MARK;
            for (int i = 0; i < keywords; i++) {
                key[n++] = Str.fromNameKey(kwNames[i]);
                key[n++] = args[given + i];
            }
        }
        if (typed) {
            for (final Object arg : args) {
                key[n++] = PyType.of(arg);
            }
        }
        return PyTuple.of(key);
    }

    private Object lookup(final ThreadState ts, final Object key, final Object[] args, final String[] kwNames) {
        if (maxSize == 0) {
            return call(ts, args, kwNames);
        }
        final PyDict entries = cache;
        final long hash = PyObjects.hash(ts, key);
        final Object found = entries.getHashed(ts, key, hash);
        synchronized (this) {
            if (found != null) {
                hits++;
                if (!(found instanceof Link l)) {
                    return found;
                }
                if (l.next != null) {
                    unlink(l);
                    toFront(l);
                }
                return l.result;
            }
            misses++;
        }
        final Object result = Calls.call(ts, function, args, kwNames);
        if (maxSize < 0) {
            entries.putHashed(ts, key, hash, result);
        } else {
            remember(ts, entries, key, hash, result);
        }
        return result;
    }

    private void remember(final ThreadState ts, final PyDict entries, final Object key, final long hash,
            final Object result) {
        final Link link = new Link();
        link.key = key;
        link.hash = hash;
        link.result = result;
        if (entries.setDefaultHashed(ts, key, hash, link) != link) {
            return;
        }
        Link oldest = null;
        synchronized (this) {
            if (entries != cache) {
                return;
            }
            toFront(link);
            if (entries.size() > maxSize) {
                final Link last = root.previous;
                unlink(last);
                last.next = null;
                oldest = last;
            }
        }
        if (oldest != null) {
            entries.removeHashed(ts, oldest.key, oldest.hash);
        }
    }

    private static void unlink(final Link link) {
        link.previous.next = link.next;
        link.next.previous = link.previous;
    }

    private void toFront(final Link link) {
        link.next = root.next;
        link.previous = root;
        root.next.previous = link;
        root.next = link;
    }

    // ---- methods

    @PyMethod("cache_info($self, /)")
    Object cacheInfo(final ThreadState ts) {
        final Object[] info;
        synchronized (this) {
            info = new Object[] {hits, misses, maxSize < 0 ? PyNone.NONE : (Object) maxSize, (long) cache.size()};
        }
        return Calls.call(ts, infoType, info, null);
    }

    @PyMethod("cache_clear($self, /)")
    synchronized void cacheClear() {
        cache = new PyDict();
        root = ring();
        hits = 0;
        misses = 0;
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object get(final Object instance, final Object owner) {
        return instance == PyNone.NONE ? this : new PyBoundMethod(this, instance);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        return PyObjects.getAttr(ts, this, "__qualname__");
    }

    @PyMethod(value = "__copy__($self, /)", hidden = true)
    Object copy() {
        return this;
    }

    @PyMethod(value = "__deepcopy__($self, memo, /)", hidden = true)
    Object deepCopy(final Object memo) {
        return this;
    }
}
