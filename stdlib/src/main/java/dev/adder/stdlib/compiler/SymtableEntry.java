package dev.adder.stdlib.compiler;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.scope.Scope;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;
import java.util.List;
import java.util.Map;

/** A scope as {@code _symtable} shows it. */
@PyTypeSpec(name = "symtable entry", module = "builtins")
final class SymtableEntry extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("symtable entry", "builtins", null, new SymtableEntryTable()).withoutNew();

    private final Scope scope;
    private final PyDict symbols = new PyDict();
    private final PyList varnames;
    private final PyList children;

    SymtableEntry(final Scope scope) {
        super(TYPE);
        this.scope = scope;
        for (final Map.Entry<String, Integer> e : scope.symbols().entrySet()) {
            symbols.putStr(e.getKey(), (long) (e.getValue() & 0xffff));
        }
        final List<String> names = scope.parameters();
        final Object[] all = new Object[names.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = Str.fromNameKey(names.get(i));
        }
        varnames = PyList.of(all);
        final List<Scope> inner = scope.children();
        final Object[] entries = new Object[inner.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new SymtableEntry(inner.get(i));
        }
        children = PyList.of(entries);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<symtable entry " + scope.name() + "(" + PyObjects.id(this) + "), line " + lineno() + ">";
    }

    @PyGetter("id")
    Object id() {
        return PyObjects.id(this);
    }

    @PyGetter("name")
    Object name() {
        return Str.fromNameKey(scope.name());
    }

    @PyGetter("symbols")
    Object symbols() {
        return symbols;
    }

    @PyGetter("varnames")
    Object varnames() {
        return varnames;
    }

    @PyGetter("children")
    Object children() {
        return children;
    }

    @PyGetter("nested")
    long nested() {
        return scope.isNested() ? 1 : 0;
    }

    @PyGetter("type")
    long kind() {
        return switch (scope.block()) {
            case FUNCTION -> 0;
            case CLASS -> 1;
            case MODULE -> 2;
            case ANNOTATION -> 3;
            case TYPE_ALIAS -> 4;
            case TYPE_PARAMETERS -> 5;
            case TYPE_VARIABLE -> 6;
        };
    }

    @PyGetter("lineno")
    long lineno() {
        return scope.block() == Scope.Block.MODULE || scope.span() == null ? 0 : scope.span().line();
    }
}
