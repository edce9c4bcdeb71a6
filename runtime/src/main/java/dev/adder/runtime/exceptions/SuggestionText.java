package dev.adder.runtime.exceptions;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** "Did you mean": what a misspelt attribute, name or import is close to. */
final class SuggestionText {
    private final ThreadState ts;
    private final PyBaseException e;
    private final String wrong;
    private final PyTraceback last;

    private SuggestionText(final ThreadState ts, final PyBaseException e, final String wrong, final PyTraceback tb) {
        this.ts = ts;
        this.e = e;
        this.wrong = wrong;
        PyTraceback t = tb;
        while (t != null && t.next != null) {
            t = t.next;
        }
        this.last = t;
    }

    /** What to put after the message, or nothing. */
    static String of(final ThreadState ts, final PyBaseException e, final PyTraceback tb) {
        try {
            final boolean isImport = e.type().isSubtypeOf(ExceptionTypes.IMPORT_ERROR);
            final boolean isName = e.type().isSubtypeOf(ExceptionTypes.NAME_ERROR);
            if (!isImport && !isName && !e.type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
                return "";
            }
            final Object name = e.field(isImport ? "name_from" : "name");
            if (name == null || !PyObjects.isText(name)) {
                return "";
            }
            final String wrong = Str.nameKey(PyObjects.textOf(name));
            final String found = new SuggestionText(ts, e, wrong, tb).find(isImport, isName);
            String text = found == null ? "" : ". Did you mean: '" + found + "'?";
            if (isName && isLibraryModule(ts, name)) {
                text += found == null ? ". Did you forget to import '" + wrong + "'?"
                        : " Or did you forget to import '" + wrong + "'?";
            }
            return text;
        } catch (final PyRaise ignored) {
            return "";
        }
    }

    private static boolean isLibraryModule(final ThreadState ts, final Object name) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object names = sys == null ? null : PyObjects.lookupAttr(ts, sys, "stdlib_module_names");
        return names != null && PyObjects.contains(ts, names, name);
    }

    private String find(final boolean isImport, final boolean isName) {
        final List<String> candidates = new ArrayList<>();
        boolean hidden = !wrong.startsWith("_");
        if (isName) {
            if (last == null) {
                return null;
            }
            final Object locals = PyObjects.getAttr(ts, last.frame, "f_locals");
            final Object self = lookup(locals, "self");
            if (self != null && PyObjects.lookupAttr(ts, self, wrong) != null) {
                return "self." + wrong;
            }
            add(candidates, locals);
            add(candidates, PyObjects.getAttr(ts, last.frame, "f_globals"));
            add(candidates, PyObjects.getAttr(ts, last.frame, "f_builtins"));
            hidden = false;
        } else if (isImport) {
            final Object module = e.field("name");
            if (module == null) {
                return null;
            }
            add(candidates, dir(ts.interp.importModule(ts, Str.toJava(PyObjects.textOf(module)))));
        } else {
            final Object object = e.field("obj");
            if (object == null) {
                return null;
            }
            if (hidden && last != null) {
                hidden = lookup(PyObjects.getAttr(ts, last.frame, "f_locals"), "self") != object;
            }
            add(candidates, dir(object));
        }
        if (hidden) {
            candidates.removeIf(c -> c.startsWith("_"));
        }
        return PyObjects.suggest(wrong, candidates);
    }

    private Object lookup(final Object mapping, final String key) {
        return mapping instanceof PyDict d ? d.getStr(key)
                : PyObjects.contains(ts, mapping, key) ? PyObjects.getItem(ts, mapping, key) : null;
    }

    private Object dir(final Object o) {
        return Calls.call1(ts, ts.interp.builtins().getStr("dir"), o);
    }

    private void add(final List<String> out, final Object names) {
        for (final Object name : PyIter.toArray(ts, names)) {
            if (PyObjects.isText(name)) {
                out.add(Str.nameKey(PyObjects.textOf(name)));
            }
        }
    }
}
