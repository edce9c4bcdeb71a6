package dev.adder.runtime;

import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.ObjectMethods;
import dev.adder.runtime.objects.PyBool;
import dev.adder.runtime.objects.PyByteArray;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyEnumerate;
import dev.adder.runtime.objects.PyFilter;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyMap;
import dev.adder.runtime.objects.PyMemoryView;
import dev.adder.runtime.objects.PyProperty;
import dev.adder.runtime.objects.PyRange;
import dev.adder.runtime.objects.PyReversed;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PySuper;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.PyZip;
import dev.adder.runtime.objects.TypeMethods;
import java.util.Map;

/** The types that the builtins module shows. */
public final class BuiltinTypes {
    private static final PyType[] TYPES = {PyType.OBJECT, PyType.TYPE, PyBool.TYPE, PyByteArray.TYPE, PyBytes.TYPE,
            PyClassMethod.TYPE, PyMemoryView.TYPE,
        PyComplex.TYPE, PyDict.TYPE, PyFloat.TYPE, PyFrozenSet.TYPE, PyInt.TYPE, PyList.TYPE, PyProperty.TYPE,
        PySet.TYPE, PySlice.TYPE, PyStaticMethod.TYPE, PyStr.TYPE, PySuper.TYPE, PyTuple.TYPE, PyEnumerate.TYPE,
                PyFilter.TYPE, PyMap.TYPE,
        PyRange.TYPE, PyReversed.TYPE, PyZip.TYPE};

    static {
        PyType.OBJECT.setTable(ObjectMethods.table());
        PyType.TYPE.setTable(TypeMethods.table());
    }

    private BuiltinTypes() {
    }

    /** Enters types, exceptions and constants into the namespace of the builtins module. */
    public static void define(final PyDict builtins) {
        for (final PyType t : TYPES) {
            builtins.putStr(t.name().intern(), t);
        }
        for (final Map.Entry<String, PyType> e : ExceptionTypes.all().entrySet()) {
            builtins.putStr(e.getKey().intern(), e.getValue());
        }
        builtins.putStr("ExceptionGroup", ExceptionTypes.EXCEPTION_GROUP);
        builtins.putStr("None", PyNone.NONE);
        builtins.putStr("True", Boolean.TRUE);
        builtins.putStr("False", Boolean.FALSE);
        builtins.putStr("Ellipsis", PyEllipsis.ELLIPSIS);
        builtins.putStr("NotImplemented", PyNotImplemented.NOT_IMPLEMENTED);
    }
}
