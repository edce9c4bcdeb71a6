package dev.adder.runtime.modules;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Interpreter;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code __build_class__}: what a class statement calls. */
final class BuildClass {
    private BuildClass() {
    }

    static Object build(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int positional = args.length - keywords;
        if (positional < 2) {
            throw Errors.typeError("__build_class__: not enough arguments");
        }
        if (!(args[0] instanceof PyFunction body)) {
            throw Errors.typeError("__build_class__: func must be a function");
        }
        if (!PyObjects.isText(args[1])) {
            throw Errors.typeError("__build_class__: name is not a string");
        }
        final Object[] originalBases = Arrays.copyOfRange(args, 2, positional);
        final Object[] bases = resolve(ts, originalBases);
        Object meta = null;
        String[] names = kwNames;
        Object[] values = Arrays.copyOfRange(args, positional, args.length);
        for (int i = 0; i < keywords; i++) {
            if (kwNames[i].equals("metaclass")) {
                meta = values[i];
                names = remove(names, i);
                values = removeValue(values, i);
                break;
            }
        }
        boolean isClass = true;
        if (meta == null) {
            meta = bases.length == 0 ? PyType.TYPE : PyType.of(bases[0]);
        } else {
            isClass = meta instanceof PyType;
        }
        if (isClass) {
            meta = TypeCreation.metatype((PyType) meta, bases);
        }
        final PyTuple basesTuple = PyTuple.of(bases);
        final Object prepare = PyObjects.lookupAttr(ts, meta, "__prepare__");
        final Object namespace = prepare == null ? new PyDict()
                : Calls.call(ts, prepare, concat(new Object[] {args[1], basesTuple}, values), names);
        if (PyType.of(namespace).lookup("__getitem__") == null) {
            throw Errors.typeError((isClass ? ((PyType) meta).name() : "<metaclass>")
                    + ".__prepare__() must return a mapping, not " + PyType.of(namespace).name());
        }
        final Frame f = new Frame(body.state, body, namespace);
        final Object cell = Interpreter.enter(ts, f);
        if (bases != originalBases) {
            PyObjects.setItem(ts, namespace, "__orig_bases__", PyTuple.of(originalBases));
        }
        final Object cls = Calls.call(ts, meta, concat(new Object[] {args[1], basesTuple, namespace}, values), names);
        if (cls instanceof PyType made && cell instanceof Cell c) {
            if (c.value == null) {
                throw Errors.runtimeError("__class__ not set defining " + PyObjects.reprJava(ts, args[1]) + " as "
                        + PyObjects.reprJava(ts, made) + ". Was __classcell__ propagated to type.__new__?");
            }
            if (c.value != made) {
                throw Errors.typeError("__class__ set to " + PyObjects.reprJava(ts, c.value) + " defining "
                        + PyObjects.reprJava(ts, args[1]) + " as " + PyObjects.reprJava(ts, made));
            }
        }
        return cls;
    }

    /** {@code update_bases}: {@code __mro_entries__} (PEP 560); the same array if there was none. */
    private static Object[] resolve(final ThreadState ts, final Object[] bases) {
        List<Object> resolved = null;
        for (int i = 0; i < bases.length; i++) {
            final Object entries = bases[i] instanceof PyType ? null
                    : PyObjects.lookupAttr(ts, bases[i], "__mro_entries__");
            if (entries == null) {
                if (resolved != null) {
                    resolved.add(bases[i]);
                }
                continue;
            }
            final Object replacement = Calls.call1(ts, entries, PyTuple.of(bases.clone()));
            if (!(replacement instanceof PyTuple t)) {
                throw Errors.typeError("__mro_entries__ must return a tuple");
            }
            if (resolved == null) {
                resolved = new ArrayList<>(Arrays.asList(bases).subList(0, i));
            }
            resolved.addAll(Arrays.asList(t.items()));
        }
        return resolved == null ? bases : resolved.toArray();
    }

    private static Object[] concat(final Object[] a, final Object[] b) {
        final Object[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static String[] remove(final String[] names, final int i) {
        if (names.length == 1) {
            return null;
        }
        final String[] rest = new String[names.length - 1];
        System.arraycopy(names, 0, rest, 0, i);
        System.arraycopy(names, i + 1, rest, i, rest.length - i);
        return rest;
    }

    private static Object[] removeValue(final Object[] values, final int i) {
        final Object[] rest = new Object[values.length - 1];
        System.arraycopy(values, 0, rest, 0, i);
        System.arraycopy(values, i + 1, rest, i, rest.length - i);
        return rest;
    }
}
