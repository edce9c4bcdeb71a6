package dev.adder.stdlib.dataclasses;

import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.ops.PyObjects;

/** What of {@code inspect}, {@code annotationlib} and {@code dataclasses} {@link SignatureText} takes the steps of. */
final class SignatureParts {
    private static final String[] FUNCTIONS = {"_signature_from_callable", "_signature_from_function",
        "_signature_bound_method", "_signature_get_user_defined_method", "_signature_is_builtin",
        "_signature_is_functionlike", "_descriptor_get", "unwrap", "formatannotation", "getattr_static", "isfunction",
        "isclass"};
    private static final String[] OF_SIGNATURE = {"__init__", "from_callable", "__str__", "format", "replace"};
    private static final String[] OF_PARAMETER = {"__init__", "_format"};

    /** {@code inspect.signature}, and who calls it. */
    final PyFunction signature;
    final PyFunction caller;
    final Object forwardRef;
    final Object empty;
    final AnnotationText annotationText;
    final InitAnnotations initAnnotations;

    private final GlobalCell[] cells = new GlobalCell[FUNCTIONS.length];
    private final Object[] functions = new Object[FUNCTIONS.length];
    private final GlobalCell signatureName;
    private final GlobalCell parameterName;
    private final Object signatureType;
    private final Object parameterType;
    private final long signatureVersion;
    private final long parameterVersion;
    private final GlobalCell ownStr;
    private final GlobalCell builtinStr;
    private final boolean usual;

    SignatureParts(final ThreadState ts, final PyFunction signature, final PyFunction caller) {
        this.signature = signature;
        this.caller = caller;
        final PyDict inspect = signature.globals();
        boolean original = caller.code().qualname.equals("_process_class");
        for (int i = 0; i < FUNCTIONS.length; i++) {
            cells[i] = inspect.cell(FUNCTIONS[i]);
            functions[i] = cells[i].peek();
            original &= isOriginal(functions[i], FUNCTIONS[i]);
        }
        signatureName = inspect.cell("Signature");
        parameterName = inspect.cell("Parameter");
        signatureType = signatureName.peek();
        parameterType = parameterName.peek();
        original &= areOriginal(signatureType, "Signature", OF_SIGNATURE)
                && areOriginal(parameterType, "Parameter", OF_PARAMETER);
        signatureVersion = original ? ((PyType) signatureType).version() : 0;
        parameterVersion = original ? ((PyType) parameterType).version() : 0;
        ownStr = caller.globals().cell("str");
        builtinStr = caller.builtins().cell("str");
        empty = inspect.getStr("_empty");
        annotationText = new AnnotationText(caller.globals());
        final PyModule annotationlib = ts.interp.modules.getStr("annotationlib") instanceof PyModule m ? m : null;
        usual = original && annotationlib != null;
        forwardRef = usual ? PyObjects.getAttr(ts, annotationlib.dict().getStr("Format"), "FORWARDREF") : null;
        initAnnotations = usual ? new InitAnnotations(caller.globals(), annotationlib.dict()) : null;
    }

    private static boolean isOriginal(final Object function, final String qualname) {
        return StandIn.isOriginal(function) && ((PyFunction) function).code().qualname.equals(qualname);
    }

    private static boolean areOriginal(final Object type, final String name, final String[] methods) {
        if (!(type instanceof PyType t)) {
            return false;
        }
        for (final String method : methods) {
            final Object own = t.getOwn(method);
            if (!isOriginal(own instanceof PyClassMethod c ? c.function : own, name + "." + method)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all is as the library wrote it; {@code str} must be the built-in one, too, for a text to be its own. */
    boolean areUsual() {
        if (!usual || ownStr.peek() != null || builtinStr.peek() != PyStr.TYPE) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].peek() != functions[i] || !StandIn.isOriginal(functions[i])) {
                return false;
            }
        }
        return signatureName.peek() == signatureType && ((PyType) signatureType).isVersion(signatureVersion)
                && parameterName.peek() == parameterType && ((PyType) parameterType).isVersion(parameterVersion);
    }
}
