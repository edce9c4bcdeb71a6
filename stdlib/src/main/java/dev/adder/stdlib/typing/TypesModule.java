package dev.adder.stdlib.typing;

import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.GetSetDescriptor;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.SlotDescriptor;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyAsyncGenerator;
import dev.adder.runtime.interp.PyBoundMethod;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyMappingProxy;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyUnion;
import dev.adder.runtime.objects.SimpleNamespace;

/**
 * The module {@code _types}: the built-in types that {@code types} names. Without it {@code types} finds each of them by
 * making an object of it, after its import has asked every folder of the path for {@code _types}.
 */
@PyModuleSpec("_types")
public final class TypesModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new TypesModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        d.putStr("AsyncGeneratorType", PyAsyncGenerator.TYPE);
        d.putStr("BuiltinFunctionType", BuiltinFunction.TYPE);
        d.putStr("BuiltinMethodType", BuiltinFunction.TYPE);
        d.putStr("CapsuleType", PyCapsule.TYPE);
        d.putStr("CellType", Cell.TYPE);
        d.putStr("ClassMethodDescriptorType", BuiltinDescriptor.CLASSMETHOD_TYPE);
        d.putStr("CodeType", PyCode.TYPE);
        d.putStr("CoroutineType", PyGenerator.COROUTINE_TYPE);
        d.putStr("EllipsisType", PyEllipsis.TYPE);
        d.putStr("FrameType", Frame.TYPE);
        d.putStr("FunctionType", PyFunction.TYPE);
        d.putStr("GeneratorType", PyGenerator.TYPE);
        d.putStr("GenericAlias", PyGenericAlias.TYPE);
        d.putStr("GetSetDescriptorType", GetSetDescriptor.TYPE);
        d.putStr("LambdaType", PyFunction.TYPE);
        d.putStr("MappingProxyType", PyMappingProxy.TYPE);
        d.putStr("MemberDescriptorType", SlotDescriptor.TYPE);
        d.putStr("MethodDescriptorType", BuiltinDescriptor.METHOD_TYPE);
        d.putStr("MethodType", PyBoundMethod.TYPE);
        d.putStr("MethodWrapperType", BuiltinFunction.WRAPPER_TYPE);
        d.putStr("ModuleType", PyModule.TYPE);
        d.putStr("NoneType", PyNone.TYPE);
        d.putStr("NotImplementedType", PyNotImplemented.TYPE);
        d.putStr("SimpleNamespace", SimpleNamespace.TYPE);
        d.putStr("TracebackType", PyTraceback.TYPE);
        d.putStr("UnionType", PyUnion.TYPE);
        d.putStr("WrapperDescriptorType", BuiltinDescriptor.WRAPPER_TYPE);
    }
}
