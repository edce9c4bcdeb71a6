package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** What the hot instructions do beyond their short cuts; shared by the interpreter and by compiled code. */
public final class Operations {
    private Operations() {
    }

    static Object[] gather(final Object[] r, final int[] code, final int at) {
        final int n = code[at];
        final Object[] args = new Object[n];
        for (int i = 0; i < n; i++) {
            args[i] = r[code[at + 1 + i]];
        }
        return args;
    }

    // ---- names ----

    public static PyRaise unboundLocal(final String name) {
        return Errors.of(ExceptionTypes.UNBOUND_LOCAL_ERROR,
                "cannot access local variable '" + name + "' where it is not associated with a value");
    }

    /** {@code cellRegister} tells a local of this function from a free variable. */
    public static PyRaise unboundCell(final Code ir, final int cellRegister, final String name) {
        if (cellRegister < ir.freeBase) {
            return unboundLocal(name);
        }
        return Errors.nameError("cannot access free variable '" + name
                + "' where it is not associated with a value in enclosing scope", name);
    }

    static Object loadName(final ThreadState ts, final Frame f, final int nameIndex, final int ic) {
        final Object locals = f.locals;
        final CodeState state = f.state;
        final String name = state.code.ir().names[nameIndex];
        if (locals != null && locals != state.globals) {
            final Object value = mappingGet(ts, locals, name);
            if (value != null) {
                return value;
            }
        }
        return InlineCaches.loadGlobal(ts, state, name, ic);
    }

    /** The mapping's value for a name, or null. */
    static Object mappingGet(final ThreadState ts, final Object mapping, final String name) {
        if (mapping instanceof PyDict d && d.isPlain()) {
            return d.getStr(name);
        }
        try {
            return PyObjects.getItem(ts, mapping, Str.fromNameKey(name));
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    static void storeName(final ThreadState ts, final Frame f, final int nameIndex, final Object value,
            final int ic) {
        final Object locals = f.locals;
        final CodeState state = f.state;
        final String name = state.code.ir().names[nameIndex];
        if (locals == null || locals == state.globals) {
            InlineCaches.storeGlobal(state, name, value, ic);
        } else if (locals instanceof PyDict d && d.isPlain()) {
            d.putStr(name, value);
        } else {
            PyObjects.setItem(ts, locals, Str.fromNameKey(name), value);
        }
    }

    // ---- truth, items, iteration ----

    static boolean truth(final ThreadState ts, final Object v, final int[] kinds, final int ic) {
        kinds[ic] |= Kinds.of(v);
        return PyObjects.isTrue(ts, v);
    }

    /** As the interpreter does it, with the class of the object noted. */
    static Object loadItem(final ThreadState ts, final Object o, final Object key, final CodeState state,
            final int ic) {
        if (o instanceof PyInstance p) {
            InlineCaches.operand(ts, state, ic, p, "__getitem__");
        }
        return loadItem(ts, o, key, state.kinds, ic);
    }

    static Object loadItem(final ThreadState ts, final Object o, final Object key, final int[] kinds, final int ic) {
        if (key instanceof Long n) {
            if (o instanceof PyList l && l.shape.type == PyList.TYPE) {
                kinds[ic] |= Kinds.LIST | Kinds.INT << Kinds.SECOND | stored(l.storage());
                return l.item(n);
            }
            if (o instanceof PyTuple t && t.shape.type == PyTuple.TYPE) {
                kinds[ic] |= Kinds.DICT_OR_TUPLE | Kinds.INT << Kinds.SECOND;
                return t.item(n);
            }
            if (o instanceof String s) {
                kinds[ic] |= Kinds.STR | Kinds.INT << Kinds.SECOND;
                final int length = s.length();
                final long i = n < 0 ? n + length : n;
                if (i >= 0 && i < length) {
                    return Str.charAt(s, (int) i);
                }
            }
        } else if (key instanceof PySlice slice && o instanceof PyList l && l.shape.type == PyList.TYPE) {
            kinds[ic] |= Kinds.LIST | Kinds.OTHER << Kinds.SECOND;
            final Object part = l.plainSlice(slice);
            return part != null ? part : PyObjects.getItem(ts, o, key);
        }
        kinds[ic] |= Kinds.of(o) | Kinds.of(key) << Kinds.SECOND;
        if (o instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            // Tells a dict's item from a tuple's.
            kinds[ic] |= Kinds.OTHER << Kinds.RESULT;
            return d.getItem(ts, key);
        }
        return PyObjects.getItem(ts, o, key);
    }

    /** What an item of a list is, by its storage. */
    private static int stored(final Object s) {
        if (s instanceof Object[]) {
            return Kinds.OTHER << Kinds.RESULT;
        }
        return (s instanceof long[] ? Kinds.INT : s instanceof double[] ? Kinds.FLOAT : Kinds.BOOL) << Kinds.RESULT;
    }

    static void storeItem(final ThreadState ts, final Object o, final Object key, final Object value,
            final int[] kinds, final int ic) {
        if (o instanceof PyList l && key instanceof Long n && l.shape.type == PyList.TYPE) {
            kinds[ic] |= Kinds.LIST | Kinds.INT << Kinds.SECOND | stored(l.storage());
            l.setItem(ts, n, value);
            return;
        }
        kinds[ic] |= Kinds.of(o) | Kinds.of(key) << Kinds.SECOND;
        if (o instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            d.put(ts, key, value);
        } else {
            PyObjects.setItem(ts, o, key, value);
        }
    }

    static boolean contains(final ThreadState ts, final Object container, final Object item, final int[] kinds,
            final int ic) {
        kinds[ic] |= Kinds.of(container) | Kinds.of(item) << Kinds.SECOND;
        if (container instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            return d.get(ts, item) != null;
        }
        return PyObjects.contains(ts, container, item);
    }

    /** {@code o[start:stop]}. */
    static Object slice(final ThreadState ts, final Object o, final Object start, final Object stop) {
        if (o instanceof String s && start instanceof Long from && stop instanceof Long to) {
            final int n = s.length();
            final int first = (int) (from < 0 ? Math.max(from + n, 0) : Math.min(from, n));
            final int end = (int) (to < 0 ? Math.max(to + n, 0) : Math.min(to, n));
            return end <= first ? "" : Str.slice(s, first, end);
        }
        return PyObjects.getItem(ts, o, new PySlice(start, stop, PyNone.NONE));
    }

    static Object getIter(final ThreadState ts, final Object o, final int[] kinds, final int ic) {
        final Object it = PyIter.get(ts, o);
        kinds[ic] |= it == o ? Kinds.of(o) | Kinds.SAME_ITERATOR : Kinds.of(o);
        return it;
    }

    /** Iterates for {@code *args} in a list display or call; the error text names the use. */
    static void extendUnpacked(final ThreadState ts, final PyList list, final Object iterable) {
        if (!PyIter.isIterable(iterable)) {
            throw Errors.typeError("Value after * must be an iterable, not " + PyType.of(iterable).name());
        }
        list.extend(ts, iterable);
    }

    static void unpack(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final Object value = r[code[pc + 1]];
        final int n = code[pc + 3];
        if (value instanceof PyTuple t && t.shape.type == PyTuple.TYPE && t.size() == n) {
            final Object[] items = t.items();
            for (int i = 0; i < n; i++) {
                r[code[pc + 4 + i]] = items[i];
            }
            return;
        }
        final Object[] items = unpackIterable(ts, value, n);
        for (int i = 0; i < n; i++) {
            r[code[pc + 4 + i]] = items[i];
        }
    }

    /** Exactly {@code n} items, or ValueError (unpack_iterable of CPython's Python/ceval.c). */
    public static Object[] unpackIterable(final ThreadState ts, final Object value, final int n) {
        if (value instanceof PyList l && l.shape.type == PyList.TYPE) {
            final Object[] all = l.toArray();
            if (all.length == n) {
                return all;
            }
            throw all.length > n ? tooMany(n, all.length) : notEnough(n, all.length, false);
        }
        if (!PyIter.isIterable(value)) {
            throw Errors.typeError("cannot unpack non-iterable " + PyType.of(value).name() + " object");
        }
        final Object it = PyIter.get(ts, value);
        final Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = PyIter.next(ts, it);
            if (items[i] == null) {
                throw notEnough(n, i, false);
            }
        }
        if (PyIter.next(ts, it) != null) {
            throw tooMany(n, value instanceof PyTuple t ? t.size() : value instanceof PyDict d ? d.size() : -1);
        }
        return items;
    }

    static PyRaise notEnough(final int expected, final int got, final boolean atLeast) {
        return Errors.valueError("not enough values to unpack (expected " + (atLeast ? "at least " : "") + expected
                + ", got " + got + ")");
    }

    private static PyRaise tooMany(final int expected, final int got) {
        return Errors.valueError("too many values to unpack (expected " + expected
                + (got >= 0 ? ", got " + got : "") + ")");
    }

    // ---- functions and calls ----

    static Object makeFunction(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final PyCode pyCode = (PyCode) r[code[pc + 2]];
        final PyTuple defaults = code[pc + 3] < 0 ? null : (PyTuple) r[code[pc + 3]];
        final PyDict kwDefaults = code[pc + 4] < 0 ? null : (PyDict) r[code[pc + 4]];
        final int n = code[pc + 6];
        Cell[] closure = null;
        if (n > 0) {
            closure = new Cell[n];
            for (int i = 0; i < n; i++) {
                closure[i] = (Cell) r[code[pc + 7 + i]];
            }
        }
        final CodeState state = CodeState.of(pyCode, f.state.globals, f.state.builtins);
        final PyFunction function = new PyFunction(state, closure, defaults, kwDefaults);
        if (code[pc + 5] >= 0) {
            function.annotate = r[code[pc + 5]];
        }
        return function;
    }

    static void loadMethod(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final Object o = r[code[pc + 3]];
        final Object m = InlineCaches.loadMethod(ts, o, f.state, code[pc + 4], code[pc + 5]);
        if (m != null) {
            r[code[pc + 1]] = m;
            r[code[pc + 2]] = o;
        } else {
            r[code[pc + 1]] = InlineCaches.loadAttr(ts, o, f.state, code[pc + 4], code[pc + 5]);
            r[code[pc + 2]] = null;
        }
    }

    static Object callLoaded(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final Object m = r[code[pc + 2]];
        final Object self = r[code[pc + 3]];
        final int n = code[pc + 5];
        if (self == null) {
            return switch (n) {
                case 0 -> Calls.call0(ts, m);
                case 1 -> Calls.call1(ts, m, r[code[pc + 6]]);
                case 2 -> Calls.call2(ts, m, r[code[pc + 6]], r[code[pc + 7]]);
                default -> Calls.call(ts, m, gather(r, code, pc + 5), null);
            };
        }
        final PyType type = PyType.of(self);
        final Object result = switch (n) {
            case 0 -> Special.invoke0(ts, m, self, type);
            case 1 -> Special.invoke1(ts, m, self, type, r[code[pc + 6]]);
            case 2 -> Special.invoke2(ts, m, self, type, r[code[pc + 6]], r[code[pc + 7]]);
            default -> Special.invoke(ts, m, self, type, gather(r, code, pc + 5), null);
        };
        return result != null ? result : BuiltinFunction.nullResult("__next__");
    }

    // ---- generators ----

    /** One step of {@code yield from}: gives the item with {@code f.suspended} set, or the sub-iterator's result. */
    static Object yieldFrom(final ThreadState ts, final Frame f, final int pc) {
        return delegate(ts, f, f.regs[f.ir().code[pc + 2]]);
    }

    static Object delegate(final ThreadState ts, final Frame f, final Object it) {
        final Object sent = f.sent;
        f.sent = null;
        final Object item;
        if (it instanceof PyGenerator g && !g.isAsyncGenerator()) {
            final Frame delegate = g.frame();
            if (delegate != null) {
                delegate.entrusted = f.entrusted;
            }
            item = g.sendOrNull(ts, sent);
            if (item == null) {
                return g.takeResult();
            }
        } else if (it instanceof Frame awaited) {
            return PyGenerator.awaitAgain(ts, f, awaited, sent);
        } else if (it instanceof Sendable s && !(it instanceof PyGenerator)) {
            item = s.sendOrNull(ts, sent);
            if (item == null) {
                return s.takeResult();
            }
        } else {
            try {
                if (sent == null || sent == dev.adder.runtime.PyNone.NONE) {
                    final Object next = it instanceof PyIterator i && !i.type().isHeapType() ? i.next(ts)
                            : callNext(ts, it);
                    if (next == null) {
                        return dev.adder.runtime.PyNone.NONE;
                    }
                    item = next;
                } else {
                    item = Calls.method1(ts, it, "send", sent);
                }
            } catch (final PyRaise e) {
                if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                    return e.value.fieldOrNone("value");
                }
                throw e;
            }
        }
        f.suspended = true;
        return item;
    }

    private static Object callNext(final ThreadState ts, final Object it) {
        final PyType type = PyType.of(it);
        final Object m = type.lookup("__next__");
        if (m == null) {
            throw Errors.typeError("'" + type.name() + "' object is not an iterator");
        }
        return Special.invoke0(ts, m, it, type);
    }
}
