package dev.adder.runtime;

import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyStaticMethod;
import java.util.Set;

/** Fills the dictionary of a built-in type from its table. */
final class TypeDefiner implements BuiltinSink {
    /** Names of CPython's type slots: as methods of built-in types they are wrapper_descriptors. */
    private static final Set<String> SLOTS = Set.of("__repr__", "__hash__", "__call__", "__str__", "__getattribute__",
            "__setattr__", "__delattr__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__", "__iter__",
            "__next__", "__get__", "__set__", "__delete__", "__init__", "__del__", "__await__", "__aiter__",
            "__anext__", "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__mod__", "__rmod__",
            "__divmod__", "__rdivmod__", "__pow__", "__rpow__", "__neg__", "__pos__", "__abs__", "__bool__",
            "__invert__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__",
            "__rxor__", "__or__", "__ror__", "__int__", "__float__", "__iadd__", "__isub__", "__imul__", "__imod__",
            "__ipow__", "__ilshift__", "__irshift__", "__iand__", "__ixor__", "__ior__", "__floordiv__",
            "__rfloordiv__", "__truediv__", "__rtruediv__", "__ifloordiv__", "__itruediv__", "__index__",
            "__matmul__", "__rmatmul__", "__imatmul__", "__len__", "__getitem__", "__setitem__", "__delitem__",
            "__contains__", "__buffer__", "__release_buffer__");

    private final PyType type;
    private final PyDict dict;
    private final BuiltinTable table;

    TypeDefiner(final PyType type, final PyDict dict, final BuiltinTable table) {
        this.type = type;
        this.dict = dict;
        this.table = table;
    }

    @Override
    public void method(final int id, final String name, final String textSignature, final int flags) {
        final boolean slot = SLOTS.contains(name) && !(type.name().equals("dict") && name.equals("__contains__"))
                && !(name.equals("__getitem__") && (type.name().equals("dict") || type.name().equals("list")));
        dict.putStr(name.intern(), new BuiltinDescriptor(
                slot ? BuiltinDescriptor.WRAPPER_TYPE : BuiltinDescriptor.METHOD_TYPE, type, name, textSignature, table,
                id));
    }

    @Override
    public void classMethod(final int id, final String name, final String textSignature, final int flags) {
        dict.putStr(name.intern(),
                new BuiltinDescriptor(BuiltinDescriptor.CLASSMETHOD_TYPE, type, name, textSignature, table, id));
    }

    @Override
    public void staticMethod(final int id, final String name, final String textSignature, final int flags) {
        dict.putStr(name.intern(),
                new PyStaticMethod(new BuiltinFunction(table, id, name, textSignature, type, null, null)));
    }

    @Override
    public void newMethod(final int id, final String textSignature) {
        dict.putStr("__new__", new BuiltinNew(type, table, id, textSignature));
    }

    @Override
    public void getSet(final String name, final int getId, final int setId, final int deleteId) {
        dict.putStr(name.intern(), new GetSetDescriptor(type, name, table, getId, setId, deleteId));
    }

    @Override
    public void member(final String name, final int getId, final int setId, final int deleteId) {
        dict.putStr(name.intern(), new BuiltinMember(type, name, table, getId, setId, deleteId));
    }

    @Override
    public void constant(final String name, final Object value) {
        dict.putStr(name.intern(), value);
    }

    @Override
    public void function(final int id, final String name, final String textSignature) {
        throw new IllegalStateException("a function in a type: " + name);
    }

    /** What every built-in type's dictionary has besides its methods. */
    static void finish(final PyType type, final PyDict dict) {
        if (dict.getStr("__eq__") != null && dict.getStr("__hash__") == null) {
            dict.putStr("__hash__", PyNone.NONE);
        }
        if (type.hasDict() && !type.base().hasDict() && dict.getStr("__dict__") == null
                && type != PyType.TYPE) {
            dict.putStr("__dict__", new InstanceDictDescriptor(type, InstanceDictDescriptor.DICT));
        }
        if (dict.getStr("__doc__") == null) {
            dict.putStr("__doc__", new TypeDocstring(type));
        }
    }
}
