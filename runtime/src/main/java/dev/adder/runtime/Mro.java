package dev.adder.runtime;

import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import java.util.ArrayList;
import java.util.List;

/**
 * The method resolution order: {@code mro_internal} and {@code type_set_bases} of CPython's typeobject.c. A metatype's
 * own {@code mro()} may do anything, assign {@code __bases__} of the class at hand among it; so after each call it is
 * looked whether things are still as they were.
 */
public final class Mro {
    private Mro() {
    }

    /** What a type's MRO was, and became, should it have to be undone. */
    private record Change(PyType type, PyType[] before, PyType[] after) {
    }

    /** Computes and sets the MRO. Returns false if a nested call has set it already. */
    static boolean install(final ThreadState ts, final PyType type) {
        final PyType[] before = type.mro();
        final PyType[] computed = compute(ts, type);
        if (type.mro() != before) {
            return false;
        }
        type.setMro(computed);
        return true;
    }

    /** By the metatype's {@code mro()} where that is overridden. */
    private static PyType[] compute(final ThreadState ts, final PyType type) {
        final PyType meta = type.type();
        if (meta == PyType.TYPE || !(meta.lookup("mro") instanceof PyObject m)
                || m instanceof BuiltinDescriptor d && d.owner == PyType.TYPE) {
            return c3(type);
        }
        final Object result = Special.invoke0(ts, m, type, meta);
        final List<PyType> mro = new ArrayList<>();
        PyIter.forEach(ts, result, item -> {
            if (!(item instanceof PyType t)) {
                throw Errors.typeError("mro() returned a non-class ('" + PyType.of(item).name() + "')");
            }
            if (!type.solid().isSubtypeOf(t.solid())) {
                throw Errors.typeError("mro() returned base with unsuitable layout ('" + t.name() + "')");
            }
            mro.add(t);
        });
        if (mro.isEmpty()) {
            throw Errors.typeError("type MRO must not be empty");
        }
        return mro.toArray(new PyType[0]);
    }

    /** C3 linearisation (Barrett et al., 1996), with CPython's texts. */
    public static PyType[] c3(final PyType type) {
        final PyType[] bases = type.bases();
        for (final PyType base : bases) {
            if (!base.hasMro()) {
                throw Errors.typeError("Cannot extend an incomplete type '" + base.name() + "'");
            }
        }
        if (bases.length == 1) {
            return PyType.linear(type, bases[0]);
        }
        for (int i = 0; i < bases.length; i++) {
            for (int j = i + 1; j < bases.length; j++) {
                if (bases[i] == bases[j]) {
                    throw Errors.typeError("duplicate base class " + bases[i].name());
                }
            }
        }
        final PyType[][] lists = new PyType[bases.length + 1][];
        for (int i = 0; i < bases.length; i++) {
            lists[i] = bases[i].mro();
        }
        lists[bases.length] = bases;
        final int[] at = new int[lists.length];
        final List<PyType> mro = new ArrayList<>();
        mro.add(type);
        while (true) {
            boolean empty = true;
            PyType next = null;
            for (int i = 0; i < lists.length && next == null; i++) {
                if (at[i] < lists[i].length) {
                    empty = false;
                    if (!inTail(lists, at, lists[i][at[i]])) {
                        next = lists[i][at[i]];
                    }
                }
            }
            if (empty) {
                return mro.toArray(new PyType[0]);
            }
            if (next == null) {
                throw conflict(lists, at);
            }
            mro.add(next);
            for (int i = 0; i < lists.length; i++) {
                if (at[i] < lists[i].length && lists[i][at[i]] == next) {
                    at[i]++;
                }
            }
        }
    }

    private static boolean inTail(final PyType[][] lists, final int[] at, final PyType candidate) {
        for (int i = 0; i < lists.length; i++) {
            for (int k = at[i] + 1; k < lists[i].length; k++) {
                if (lists[i][k] == candidate) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PyRaise conflict(final PyType[][] lists, final int[] at) {
        final StringBuilder names = new StringBuilder();
        final List<PyType> seen = new ArrayList<>();
        for (int i = 0; i < lists.length; i++) {
            if (at[i] < lists[i].length && !seen.contains(lists[i][at[i]])) {
                seen.add(lists[i][at[i]]);
                names.append(names.isEmpty() ? " " : ", ").append(lists[i][at[i]].name());
            }
        }
        return Errors.typeError("Cannot create a consistent method resolution order (MRO) for bases" + names);
    }

    /** {@code cls.__bases__ = value}. */
    public static void setBases(final ThreadState ts, final PyType type, final Object value) {
        final PyType[] bases = checkBases(type, value);
        final PyType best = TypeCreation.bestBase(bases);
        if (best.solid() != type.base().solid() || best.hasDict() && !type.hasDict()) {
            throw Errors.typeError("__bases__ assignment: '" + best.name() + "' object layout differs from '"
                    + type.base().name() + "'");
        }
        final PyType[] oldBases = type.bases();
        final PyType oldBase = type.base();
        type.setBases(bases);
        type.setBase(best);
        final List<Change> changes = new ArrayList<>();
        try {
            renew(ts, type, changes);
        } catch (final PyRaise e) {
            for (final Change c : changes) {
                if (c.type.mro() == c.after) {
                    c.type.setMro(c.before);
                }
            }
            if (type.bases() == bases) {
                type.setBases(oldBases);
                type.setBase(oldBase);
            }
            throw e;
        }
        if (type.bases() == bases) {
            for (final PyType b : oldBases) {
                b.removeSubclass(type);
            }
            for (final PyType b : bases) {
                b.addSubclass(type);
            }
        }
    }

    private static PyType[] checkBases(final PyType type, final Object value) {
        if (!(value instanceof PyTuple tuple)) {
            throw Errors.typeError("can only assign tuple to " + type.name() + ".__bases__, not "
                    + PyType.of(value).name());
        }
        if (tuple.size() == 0) {
            throw Errors.typeError("can only assign non-empty tuple to " + type.name() + ".__bases__, not ()");
        }
        final PyType[] bases = new PyType[tuple.size()];
        for (int i = 0; i < bases.length; i++) {
            if (!(tuple.items()[i] instanceof PyType b)) {
                throw Errors.typeError(type.name() + ".__bases__ must be tuple of classes, not '"
                        + PyType.of(tuple.items()[i]).name() + "'");
            }
            // The chain of bases is set before mro() is called, the MRO after it: a nested call looks at both.
            if (b.isSubtypeOf(type) || b.hasMro() && inBaseChain(b, type)) {
                throw Errors.typeError("a __bases__ item causes an inheritance cycle");
            }
            bases[i] = b;
        }
        return bases;
    }

    private static boolean inBaseChain(final PyType start, final PyType type) {
        for (PyType t = start; t != null; t = t.base()) {
            if (t == type) {
                return true;
            }
        }
        return false;
    }

    /** Renews the MRO of a type and of what is derived from it (mro_hierarchy). */
    private static void renew(final ThreadState ts, final PyType type, final List<Change> changes) {
        final PyType[] before = type.mro();
        if (!install(ts, type)) {
            return;
        }
        changes.add(new Change(type, before, type.mro()));
        for (final PyType sub : type.liveSubclasses()) {
            renew(ts, sub, changes);
        }
    }
}
