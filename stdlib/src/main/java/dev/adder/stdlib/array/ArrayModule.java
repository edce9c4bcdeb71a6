package dev.adder.stdlib.array;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyModule;
import dev.adder.stdlib.Imports;

/** The module {@code array} (CPython's Modules/arraymodule.c). */
@PyModuleSpec("array")
public final class ArrayModule extends NativeModule {
    @PyConstant("array")
    static final Object ARRAY = PyArray.TYPE;
    @PyConstant("ArrayType")
    static final Object ARRAY_TYPE = PyArray.TYPE;
    @PyConstant("typecodes")
    static final Object TYPE_CODES = ItemKind.CODES;

    @Override
    public BuiltinTable table() {
        return new ArrayModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        Calls.method1(ts, Imports.attribute(ts, "collections.abc", "MutableSequence"), "register", PyArray.TYPE);
    }

    @PyFunction("_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
    static Object reconstruct(final ThreadState ts, final Object arrayType, final Object typeCode, final int format,
            final Object items) {
        if (!(arrayType instanceof PyType type)) {
            throw Errors.typeError("first argument must be a type object, not " + PyType.of(arrayType).name());
        }
        if (!type.isSubtypeOf(PyArray.TYPE)) {
            throw Errors.typeError(type.name() + " is not a subtype of array.array");
        }
        final ItemKind kind = ItemKind.of(PyArray.codeOf("_array_reconstructor", 2, typeCode));
        if (format < 0 || format >= MachineFormat.COUNT) {
            throw Errors.valueError("third argument must be a valid machine format code.");
        }
        if (!(items instanceof PyBytes bytes)) {
            throw Errors.typeError("fourth argument should be bytes, not " + PyType.of(items).name());
        }
        if (format == MachineFormat.of(kind)) {
            return Calls.call2(ts, type, Str.ofChar(kind.code()), bytes);
        }
        return Calls.call2(ts, type, Str.ofChar(MachineFormat.kindFor(format, kind).code()),
                MachineFormat.decode(format, bytes.bytes()));
    }

}
