package dev.adder.stdlib.enums;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.stdlib.Reliance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code EnumType._convert_}, where the filter is a {@link NameFilter} and the names it lets through are of ints. */
final class ConvertNames extends StandIn {
    private static final int CLASS = 0;
    private static final int NAME = 1;
    private static final int MODULE = 2;
    private static final int FILTER = 3;
    private static final int SOURCE = 4;
    private static final int BOUNDARY = 5;
    private static final int AS_GLOBAL = 6;

    /** In the order in which members are made, so that the first name of a value in the alphabet is not an alias. */
    private record Constant(String name, long value) implements Comparable<Constant> {
        @Override
        public int compareTo(final Constant other) {
            return value != other.value ? Long.compare(value, other.value) : name.compareTo(other.name);
        }
    }

    private final EnumStandIns module;
    private Reliance names;

    ConvertNames(final CodeState state, final EnumStandIns module) {
        super(state);
        this.module = module;
    }

    private boolean isUsual() {
        if (names == null) {
            names = new Reliance(state, new String[] {"_simple_enum"}, new String[] {"sys"},
                    new String[] {"type", "object", "TypeError"});
        }
        return names.holds();
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        final SimpleEnums enums = module.simpleEnums(state);
        final Object boundary = args[BOUNDARY] == PyNone.NONE ? state.globals.getStr("KEEP") : args[BOUNDARY];
        final PyDict target = args[MODULE] instanceof String s ? namespace(s) : null;
        final PyDict source = args[SOURCE] == PyNone.NONE ? target : plainNamespace(args[SOURCE]);
        final NameFilter filter = NameFilter.of(args[FILTER]);
        if (!(args[CLASS] instanceof PyType base) || !(args[NAME] instanceof String name) || !isUsualName(name)
                || target == null || source == null || filter == null || args[AS_GLOBAL] != Boolean.FALSE
                || !isUsual() || !EnumStandIns.isBoundary(state, boundary)) {
            return null;
        }
        final PyDict attributes = constants(source, filter);
        if (attributes == null) {
            return null;
        }
        attributes.putStr("__module__", args[MODULE]);
        final PyType made = enums.convert(ts, base, name, attributes, boundary, base.lookup("_use_args_"));
        if (made != null) {
            target.update(ts, made.getOwn("_member_map_"));
            target.putStr(name, made);
        }
        return made;
    }

    /** The names of a module in {@code sys.modules}, or null. */
    private PyDict namespace(final String name) {
        return state.globals.getStr("sys") instanceof PyModule sys && sys.isPlain()
                && sys.dict().getStr("modules") instanceof PyDict modules && modules.isPlain()
                ? plainNamespace(modules.getStr(name)) : null;
    }

    private static PyDict plainNamespace(final Object module) {
        return module instanceof PyModule m && m.isPlain() ? m.dict() : null;
    }

    /** Whether it may be a class's name. */
    private static boolean isUsualName(final String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == 0 || Character.isSurrogate(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** What the filter lets through, sorted by value; null if it is not all ints. */
    private static PyDict constants(final PyDict source, final NameFilter filter) {
        final List<Constant> found = new ArrayList<>();
        for (int e = source.next(0); e >= 0; e = source.next(e + 1)) {
            final Object value = source.valueAt(e);
            if (!(source.keyAt(e) instanceof String name)) {
                return null;
            }
            if (filter.lets(name)) {
                if (!(value instanceof Long n)) {
                    return null;
                }
                found.add(new Constant(name, n));
            }
        }
        Collections.sort(found);
        final PyDict sorted = new PyDict();
        for (int i = 0; i < found.size(); i++) {
            sorted.putStr(found.get(i).name, found.get(i).value);
        }
        return sorted;
    }
}
