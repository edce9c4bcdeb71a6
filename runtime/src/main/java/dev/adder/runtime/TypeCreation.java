package dev.adder.runtime;

import dev.adder.language.text.Str;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** Making a type: {@code type_new} and {@code mro_internal} of CPython's typeobject.c. */
public final class TypeCreation {
    private TypeCreation() {
    }

    /** The most derived metatype of {@code start} and those of the bases. */
    public static PyType metatype(final PyType start, final Object[] bases) {
        PyType winner = start;
        for (final Object b : bases) {
            final PyType t = PyType.of(b);
            if (winner.isSubtypeOf(t)) {
                continue;
            }
            if (t.isSubtypeOf(winner)) {
                winner = t;
                continue;
            }
            throw Errors.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                    + "subclass of the metaclasses of all its bases");
        }
        return winner;
    }

    /** {@code type.__new__(metatype, name, bases, namespace, **keywords)}. */
    public static PyType create(final ThreadState ts, final PyType metatype, final Object nameText,
            final PyTuple basesTuple, final PyDict namespace, final Object[] kwValues, final String[] kwNames) {
        final Object[] baseObjects = basesTuple.items();
        final PyType[] bases = new PyType[Math.max(1, baseObjects.length)];
        bases[0] = PyType.OBJECT;
        for (int i = 0; i < baseObjects.length; i++) {
            if (baseObjects[i] instanceof PyType t) {
                bases[i] = t;
            } else if (PyObjects.lookupAttr(ts, baseObjects[i], "__mro_entries__") != null) {
                throw Errors.typeError("type() doesn't support MRO entry resolution; use types.new_class()");
            } else if (!PyType.of(baseObjects[i]).isSubtypeOf(metatype)
                    && !metatype.isSubtypeOf(PyType.of(baseObjects[i]))) {
                throw Errors.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                        + "subclass of the metaclasses of all its bases");
            } else {
                throw Errors.typeError("bases must be types");
            }
        }
        final PyType winner = metatype(metatype, baseObjects);
        if (winner != metatype) {
            final Object newMethod = winner.lookup("__new__");
            if (!(newMethod instanceof BuiltinNew n && n.owner == PyType.TYPE)) {
                final Object[] all = new Object[4 + kwValues.length];
                all[0] = winner;
                all[1] = nameText;
                all[2] = basesTuple;
                all[3] = namespace;
                System.arraycopy(kwValues, 0, all, 4, kwValues.length);
                return (PyType) Calls.call(ts, Attributes.bind(ts, newMethod, null, winner), all, kwNames);
            }
        }
        final PyType base = bestBase(bases);
        final PyDict dict = namespace.copy(ts);
        final String name = Str.nameKey(nameText);
        checkName(ts, nameText, name);
        if (nonStringKeys(dict)) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "non-string key in the __dict__ of class " + name);
        }
        final PyType type = new PyType(winner, ts.interp, name, base, bases, dict);
        final List<SlotDescriptor> shadowed = new ArrayList<>(0);
        addSlots(ts, type, base, bases, dict, shadowed);
        setDefaults(ts, type, dict);
        final Object cell = dict.removeStr("__classcell__");
        if (cell != null) {
            if (!(cell instanceof Cell c)) {
                throw Errors.typeError("type.__new__() requires __classcell__ be a cell, not "
                        + PyObjects.repr(ts, PyType.of(cell)));
            }
            c.value = type;
        }
        final Object dictCell = dict.removeStr("__classdictcell__");
        if (dictCell instanceof Cell c) {
            c.value = dict;
        }
        for (final SlotDescriptor slot : shadowed) {
            dict.putStr(slot.name, slot);
        }
        Mro.install(ts, type);
        for (final PyType b : type.bases()) {
            b.addSubclass(type);
        }
        inheritFlags(type, bases);
        setNames(ts, type, dict);
        initSubclass(ts, type, kwValues, kwNames);
        return type;
    }

    /**
     * {@code type(name, (base,), dict)} for a namespace with {@code __module__} and {@code __doc__}, and with nothing else
     * that making a type looks for: no slots, no operators, nothing that wants to know its name. {@code base} is a type
     * for which {@code __init_subclass__} has nothing to do.
     */
    public static PyType plain(final ThreadState ts, final String name, final PyType base, final PyDict dict) {
        final PyType[] bases = {base};
        final PyType type = new PyType(PyType.TYPE, ts.interp, name, base, bases, dict);
        addSlots(ts, type, base, bases, dict, List.of());
        Mro.install(ts, type);
        base.addSubclass(type);
        return type;
    }

    /** A name that C could take: no null character, no lone surrogate. */
    public static void checkName(final ThreadState ts, final Object text, final String name) {
        encodable(ts, text);
        if (name.indexOf('\0') >= 0) {
            throw Errors.valueError("type name must not contain null characters");
        }
    }

    private static void encodable(final ThreadState ts, final Object text) {
        boolean plain = text instanceof String;
        for (int i = 0; plain && i < ((String) text).length(); i++) {
            plain = !Character.isSurrogate(((String) text).charAt(i));
        }
        if (!plain) {
            Calls.method0(ts, text, "encode");
        }
    }

    private static boolean nonStringKeys(final PyDict dict) {
        return dict.stringKeys().size() != dict.size();
    }

    private static void inheritFlags(final PyType type, final PyType[] bases) {
        for (final PyType t : type.mro()) {
            if (t != type && t.patternFlags() != 0) {
                type.setPatternFlags(t.patternFlags());
                break;
            }
        }
    }

    private static void setDefaults(final ThreadState ts, final PyType type, final PyDict dict) {
        if (dict.getStr("__module__") == null) {
            final Object module = ts.interp.callerGlobal(ts, "__name__");
            if (module != null) {
                dict.putStr("__module__", module);
            }
        }
        final Object qualname = dict.getStr("__qualname__");
        if (qualname != null) {
            if (!PyObjects.isText(qualname)) {
                throw Errors.typeError("type __qualname__ must be a str, not " + PyType.of(qualname).name());
            }
            type.setQualname(PyObjects.textOf(qualname));
            dict.removeStr("__qualname__");
        }
        final Object doc = dict.getStr("__doc__");
        if (doc == null) {
            dict.putStr("__doc__", PyNone.NONE);
        } else if (PyObjects.isText(doc)) {
            encodable(ts, PyObjects.textOf(doc));
        }
        if (dict.getStr("__new__") instanceof PyFunction f) {
            dict.putStr("__new__", new PyStaticMethod(f));
        }
        if (dict.getStr("__init_subclass__") instanceof PyFunction f) {
            dict.putStr("__init_subclass__", new PyClassMethod(f));
        }
        if (dict.getStr("__class_getitem__") instanceof PyFunction f) {
            dict.putStr("__class_getitem__", new PyClassMethod(f));
        }
        if (dict.getStr("__eq__") != null && dict.getStr("__hash__") == null) {
            dict.putStr("__hash__", PyNone.NONE);
        }
    }

    private static void addSlots(final ThreadState ts, final PyType type, final PyType base, final PyType[] bases,
            final PyDict dict, final List<SlotDescriptor> shadowed) {
        final Object slots = dict.getStr("__slots__");
        boolean dictAllowed = true;
        boolean weakAllowed = true;
        if (slots != null) {
            dictAllowed = false;
            weakAllowed = false;
            final List<String> names = new ArrayList<>();
            if (PyObjects.isText(slots)) {
                names.add(Str.nameKey(PyObjects.textOf(slots)));
            } else {
                PyIter.forEach(ts, slots, item -> {
                    if (!PyObjects.isText(item)) {
                        throw Errors.typeError("__slots__ items must be strings, not '" + PyType.of(item).name()
                                + "'");
                    }
                    names.add(Str.nameKey(PyObjects.textOf(item)));
                });
            }
            if (!names.isEmpty() && isVariableSized(base)) {
                for (final String n : names) {
                    if (!n.equals("__dict__")) {
                        throw Errors.typeError("nonempty __slots__ not supported for subtype of '" + base.name()
                                + "'");
                    }
                }
            }
            boolean added = false;
            for (final String raw : names) {
                if (!dev.adder.language.text.Chars.isIdentifier(Str.fromNameKey(raw))) {
                    throw Errors.typeError("__slots__ must be identifiers");
                }
                if (raw.equals("__dict__")) {
                    if (base.hasDict() || dictAllowed) {
                        throw Errors.typeError("__dict__ slot disallowed: we already got one");
                    }
                    dictAllowed = true;
                    continue;
                }
                if (raw.equals("__weakref__")) {
                    if (base.hasWeakref() || weakAllowed) {
                        throw Errors.typeError("__weakref__ slot disallowed: we already got one");
                    }
                    weakAllowed = true;
                    continue;
                }
                final String mangled = mangle(type.name(), raw).intern();
                if (dict.getStr(mangled) != null) {
                    if (!mangled.equals("__qualname__") && !mangled.equals("__classcell__")) {
                        throw Errors.valueError("'" + mangled + "' in __slots__ conflicts with class variable");
                    }
                    // The compiler put it there, and it is taken away again: then the slot comes to its place.
                    shadowed.add(new SlotDescriptor(type, mangled));
                } else {
                    dict.putStr(mangled, new SlotDescriptor(type, mangled));
                }
                added = true;
            }
            if (added) {
                type.ownLayout();
            }
        }
        for (final PyType b : bases) {
            dictAllowed |= b.hasDict();
            weakAllowed |= b.hasWeakref();
        }
        if (dictAllowed && !base.hasDict() && dict.getStr("__dict__") == null) {
            dict.putStr("__dict__", new InstanceDictDescriptor(type, InstanceDictDescriptor.DICT));
        }
        if (weakAllowed && !base.hasWeakref() && dict.getStr("__weakref__") == null) {
            dict.putStr("__weakref__", new InstanceDictDescriptor(type, InstanceDictDescriptor.WEAKREF));
        }
        type.hasDict = dictAllowed;
        type.hasWeakref = weakAllowed;
    }

    private static boolean isVariableSized(final PyType base) {
        final PyType solid = builtinBase(base);
        return switch (solid.name()) {
            case "int", "bytes", "tuple", "type" -> solid.builtinModule().equals("builtins");
            default -> false;
        };
    }

    private static String mangle(final String className, final String name) {
        if (!name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int i = 0;
        while (i < className.length() && className.charAt(i) == '_') {
            i++;
        }
        return i == className.length() ? name : "_" + className.substring(i) + name;
    }

    private static void setNames(final ThreadState ts, final PyType type, final PyDict dict) {
        for (final String key : dict.stringKeys()) {
            final Object value = dict.getStr(key);
            if (!(value instanceof PyObject p) || p instanceof PyFunction) {
                continue;
            }
            if (p.type().lookup("__set_name__") == null) {
                continue;
            }
            try {
                Special.call2(ts, p, "__set_name__", type, Str.fromNameKey(key));
            } catch (final PyRaise e) {
                PyObjects.addNote(ts, e.value, "Error calling __set_name__ on '" + p.type().name() + "' instance '"
                        + key + "' in '" + type.name() + "'");
                throw e;
            }
        }
    }

    private static void initSubclass(final ThreadState ts, final PyType type, final Object[] kwValues,
            final String[] kwNames) {
        final PyType[] mro = type.mro();
        for (int i = 1; i < mro.length; i++) {
            final Object init = mro[i].getOwn("__init_subclass__");
            if (init != null) {
                Calls.call(ts, Attributes.bind(ts, init, null, type), kwValues, kwNames);
                return;
            }
        }
    }

    /** The nearest built-in type whose Java class represents the instances. */
    public static PyType builtinBase(final PyType type) {
        PyType t = type;
        while (t.isHeapType()) {
            t = t.base();
        }
        return t;
    }

    /** {@code best_base}: the base whose layout the new type extends. */
    public static PyType bestBase(final PyType[] bases) {
        PyType winner = null;
        PyType best = null;
        for (final PyType b : bases) {
            if (!b.isBasetype()) {
                throw Errors.typeError("type '" + b.fullName() + "' is not an acceptable base type");
            }
            final PyType candidate = b.solid();
            if (winner == null) {
                winner = candidate;
                best = b;
            } else if (winner.isSubtypeOf(candidate)) {
                continue;
            } else if (candidate.isSubtypeOf(winner)) {
                winner = candidate;
                best = b;
            } else {
                throw Errors.typeError("multiple bases have instance lay-out conflict");
            }
        }
        return best;
    }
}
