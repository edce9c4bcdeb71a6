package dev.adder.expose.processor;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyStaticMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.expose.processor.Exposed.Argument;
import dev.adder.expose.processor.Exposed.Conversion;
import dev.adder.expose.processor.Exposed.Result;
import dev.adder.expose.processor.Exposed.Role;
import dev.adder.expose.processor.Signature.Kind;
import dev.adder.expose.processor.Signature.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** Reads the annotated members of one class, checks each Java method against its signature, reports mismatches. */
final class ClassReader {
    private static final String THREAD_STATE = "dev.adder.runtime.ThreadState";
    private static final String PY_OBJECTS = "dev.adder.runtime.ops.PyObjects";
    /** The operations in the order of CPython's slots. */
    private static final List<String> COMPARISONS = List.of("LT", "LE", "EQ", "NE", "GT", "GE");
    private static final String PY_DICT = "dev.adder.runtime.objects.PyDict";

    private final ProcessingEnvironment environment;
    private final TypeElement type;
    private final String typeName;
    private final List<Exposed> exposed = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private boolean failed;

    ClassReader(ProcessingEnvironment environment, TypeElement type, String typeName) {
        this.environment = environment;
        this.type = type;
        this.typeName = typeName;
    }

    /** The attributes that are members. */
    Set<String> members() {
        return members;
    }

    List<Exposed> exposed() {
        return exposed;
    }

    /** Python name to Java expression. */
    Map<String, String> constants() {
        return constants;
    }

    /** The static field {@code TYPE} of the class as source, or null if it has none. */
    String typeField() {
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD && member.getSimpleName().contentEquals("TYPE")
                    && isClass(member.asType(), "dev.adder.runtime.PyType")) {
                return type.getQualifiedName() + ".TYPE";
            }
        }
        return null;
    }

    boolean failed() {
        return failed;
    }

    /** The members of the class itself come first and hide those of its superclasses. */
    void read() {
        TypeElement current = type;
        while (current != null) {
            Set<String> inherited = Set.copyOf(names);
            for (Element member : current.getEnclosedElements()) {
                if (ExposeProcessor.isAnnotated(member)) {
                    try {
                        readMember(current, member, inherited);
                    } catch (IllegalArgumentException e) {
                        error(member, e.getMessage());
                    }
                }
            }
            current = exposedSuperclass(current);
        }
    }

    private TypeElement exposedSuperclass(TypeElement current) {
        if (!(current.getSuperclass() instanceof DeclaredType declared)) {
            return null;
        }
        TypeElement above = (TypeElement) declared.asElement();
        boolean stop = above.getAnnotation(PyTypeSpec.class) != null
                || above.getQualifiedName().contentEquals("java.lang.Object");
        return stop ? null : above;
    }

    private void readMember(TypeElement owner, Element member, Set<String> inherited) {
        PyConstant constant = member.getAnnotation(PyConstant.class);
        if (constant != null) {
            if (!inherited.contains(constant.value()) && claim(constant.value(), "")) {
                constants.put(constant.value(), owner.getQualifiedName() + "." + member.getSimpleName());
            }
            return;
        }
        ExecutableElement method = (ExecutableElement) member;
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            throw new IllegalArgumentException("an exposed method must not be private");
        }
        PyMethod m = method.getAnnotation(PyMethod.class);
        PyClassMethod c = method.getAnnotation(PyClassMethod.class);
        PyStaticMethod s = method.getAnnotation(PyStaticMethod.class);
        PyNew n = method.getAnnotation(PyNew.class);
        PyFunction f = method.getAnnotation(PyFunction.class);
        if (m != null) {
            readCallable(owner, method, Role.METHOD, m.value(), m.raw(), m.hidden(), m.coexist(), inherited);
        }
        if (c != null) {
            readCallable(owner, method, Role.CLASS_METHOD, c.value(), c.raw(), c.hidden(), true, inherited);
        }
        if (s != null) {
            readCallable(owner, method, Role.STATIC_METHOD, s.value(), s.raw(), s.hidden(), true, inherited);
        }
        if (n != null) {
            readCallable(owner, method, Role.NEW, "__new__" + n.value(), n.raw(), n.hidden(), true, inherited);
        }
        if (f != null) {
            readCallable(owner, method, Role.FUNCTION, f.value(), f.raw(), f.hidden(), true, inherited);
        }
        if (method.getAnnotation(PyRichCompare.class) != null) {
            for (String operation : COMPARISONS) {
                readComparison(owner, method, operation, inherited);
            }
        }
        readAccessors(owner, method, inherited);
    }

    private void readComparison(TypeElement owner, ExecutableElement method, String operation, Set<String> inherited) {
        String name = "__" + operation.toLowerCase() + "__";
        if (inherited.contains(name)) {
            return;
        }
        claim(name, "");
        Shape shape = shape(method, Role.METHOD);
        boolean fits = shape.rest().size() == 2 && isClass(shape.rest().get(0).asType(), "java.lang.Object")
                && shape.rest().get(1).asType().getKind() == TypeKind.INT;
        if (!fits) {
            throw new IllegalArgumentException("a rich comparison takes (Object value, int operation) after self");
        }
        String text = name + "($self, value, /)";
        Signature signature = Signature.parse(text);
        List<Argument> arguments = List.of(argument(shape.rest().get(0), signature.parameters().get(0)),
                new Argument(Conversion.FIXED, "int", null, PY_OBJECTS + "." + operation));
        exposed.add(new Exposed(exposed.size(), Role.METHOD, signature, name, signature.textSignature(text, "$self"),
                owner.getQualifiedName().toString(), method.getSimpleName().toString(), shape.isStatic(),
                shape.takesThread(), shape.selfType(), arguments, result(method), true, false));
    }

    private void readAccessors(TypeElement owner, ExecutableElement method, Set<String> inherited) {
        PyGetter getter = method.getAnnotation(PyGetter.class);
        PySetter setter = method.getAnnotation(PySetter.class);
        PyDeleter deleter = method.getAnnotation(PyDeleter.class);
        if (getter != null) {
            if (getter.member() && !inherited.contains(getter.value() + " " + Role.GETTER)) {
                members.add(getter.value());
            }
            readAccessor(owner, method, Role.GETTER, getter.value(), inherited);
        }
        if (setter != null) {
            readAccessor(owner, method, Role.SETTER, setter.value(), inherited);
        }
        if (deleter != null) {
            readAccessor(owner, method, Role.DELETER, deleter.value(), inherited);
        }
    }

    /** False if a nearer class has the name already; two of one name in one class are an error. */
    private boolean claim(String name, String suffix) {
        if (!names.add(name + suffix)) {
            throw new IllegalArgumentException("exposed twice: " + name);
        }
        return true;
    }

    private void readAccessor(TypeElement owner, ExecutableElement method, Role role, String name, Set<String> inherited) {
        String suffix = " " + role;
        if (inherited.contains(name + suffix)) {
            return;
        }
        claim(name, suffix);
        Shape shape = shape(method, role);
        List<Argument> arguments = new ArrayList<>();
        int expected = role == Role.SETTER ? 1 : 0;
        if (shape.rest().size() != expected) {
            throw new IllegalArgumentException("a " + role.name().toLowerCase() + " takes " + expected
                    + " Java parameters after self, not " + shape.rest().size());
        }
        for (VariableElement parameter : shape.rest()) {
            arguments.add(argument(parameter, new Parameter("value", Kind.POSITIONAL_ONLY, null)));
        }
        exposed.add(new Exposed(exposed.size(), role, null, name, null, owner.getQualifiedName().toString(),
                method.getSimpleName().toString(), shape.isStatic(), shape.takesThread(), shape.selfType(), arguments,
                result(method), false, false));
    }

    private void readCallable(TypeElement owner, ExecutableElement method, Role role, String text, boolean raw,
            boolean hidden, boolean coexist, Set<String> inherited) {
        boolean bare = raw && text.indexOf('(') < 0;
        Signature signature = bare ? new Signature(text, null, List.of()) : raw ? nameOnly(text) : Signature.parse(text);
        String name = signature.name();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the signature has no name: " + text);
        }
        if (inherited.contains(name)) {
            return;
        }
        claim(name, "");
        Shape shape = shape(method, role);
        boolean rawSelf = shape.isStatic() && (shape.selfType() != null || shape.rest().size() == 3);
        List<Argument> arguments = raw ? rawArguments(shape) : arguments(shape, signature);
        boolean wrapper = role == Role.METHOD && !coexist && SlotNames.isSlot(name);
        boolean noText = hidden || bare;
        String receiver = switch (role) {
            case METHOD -> "$self";
            case CLASS_METHOD -> "$type";
            case FUNCTION -> "$module";
            default -> null;
        };
        String shown = noText ? null : raw ? text.substring(text.indexOf('(')) : signature.textSignature(text, receiver);
        exposed.add(new Exposed(exposed.size(), role, raw ? null : signature, name, shown,
                owner.getQualifiedName().toString(), method.getSimpleName().toString(), shape.isStatic(),
                shape.takesThread(), shape.selfType(), arguments, result(method), wrapper, rawSelf));
    }

    private static Signature nameOnly(String text) {
        return new Signature(text.substring(0, text.indexOf('(')).strip(), null, List.of());
    }

    /** The Java parameters split into thread state, self and the rest. */
    private record Shape(boolean isStatic, boolean takesThread, String selfType, List<VariableElement> rest) {
    }

    private Shape shape(ExecutableElement method, Role role) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        List<VariableElement> parameters = new ArrayList<>(method.getParameters());
        boolean takesThread = !parameters.isEmpty() && isClass(parameters.getFirst().asType(), THREAD_STATE);
        if (takesThread) {
            parameters.removeFirst();
        }
        if (!isStatic && (role == Role.CLASS_METHOD || role == Role.STATIC_METHOD || role == Role.NEW)) {
            throw new IllegalArgumentException("the Java method must be static");
        }
        boolean explicitSelf = isStatic && role != Role.STATIC_METHOD && role != Role.FUNCTION;
        String selfType = null;
        if (explicitSelf) {
            if (parameters.isEmpty()) {
                throw new IllegalArgumentException("a static Java method needs a parameter for "
                        + (role == Role.CLASS_METHOD || role == Role.NEW ? "the class" : "self"));
            }
            selfType = source(parameters.removeFirst().asType());
        }
        return new Shape(isStatic, takesThread, selfType, parameters);
    }

    private List<Argument> rawArguments(Shape shape) {
        List<VariableElement> rest = new ArrayList<>(shape.rest());
        boolean anySelf = shape.isStatic() && shape.selfType() == null && rest.size() == 3;
        if (anySelf) {
            rest.removeFirst();
        }
        boolean fits = shape.takesThread() && rest.size() == 2 && isArrayOf(rest.get(0).asType(), "java.lang.Object")
                && isArrayOf(rest.get(1).asType(), "java.lang.String");
        if (!fits) {
            throw new IllegalArgumentException(
                    "a raw Java method takes (ThreadState, self, Object[] args, String[] kwNames)");
        }
        return List.of();
    }

    private List<Argument> arguments(Shape shape, Signature signature) {
        List<Parameter> parameters = signature.parameters();
        if (parameters.size() != shape.rest().size()) {
            throw new IllegalArgumentException("the signature " + signature.name() + "(...) has " + parameters.size()
                    + " parameters " + names(parameters) + ", the Java method has " + shape.rest().size()
                    + " after the thread state and self " + javaNames(shape.rest()));
        }
        List<Argument> result = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            result.add(argument(shape.rest().get(i), parameters.get(i)));
        }
        return result;
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private static List<String> javaNames(List<VariableElement> parameters) {
        return parameters.stream().map(p -> p.getSimpleName().toString()).toList();
    }

    private Argument argument(VariableElement parameter, Parameter python) {
        TypeMirror javaType = parameter.asType();
        if (python.kind() == Kind.VAR_POSITIONAL || python.kind() == Kind.VAR_KEYWORD) {
            return variadic(javaType, python);
        }
        boolean text = parameter.getAnnotation(Text.class) != null;
        Conversion conversion = switch (javaType.getKind()) {
            case LONG -> Conversion.SSIZE;
            case INT -> Conversion.INT;
            case DOUBLE -> Conversion.DOUBLE;
            case BOOLEAN -> Conversion.TRUTH;
            case DECLARED -> isClass(javaType, "java.lang.Object") ? text ? Conversion.TEXT : Conversion.OBJECT
                    : isClass(javaType, "java.lang.String") ? Conversion.STRING : Conversion.INSTANCE;
            default -> throw new IllegalArgumentException(
                    "no conversion from a Python argument to " + javaType + " " + parameter.getSimpleName());
        };
        String pythonType = conversion == Conversion.INSTANCE ? pythonName((DeclaredType) javaType) : null;
        String defaultCode = python.required() ? null : Defaults.code(python.defaultText(), conversion);
        return new Argument(conversion, source(javaType), pythonType, defaultCode);
    }

    private Argument variadic(TypeMirror javaType, Parameter python) {
        if (python.kind() == Kind.VAR_POSITIONAL) {
            if (!isArrayOf(javaType, "java.lang.Object")) {
                throw new IllegalArgumentException("*" + python.name() + " needs a Java parameter Object[]");
            }
            return new Argument(Conversion.ARRAY, "Object[]", null, null);
        }
        if (!isClass(javaType, PY_DICT)) {
            throw new IllegalArgumentException("**" + python.name() + " needs a Java parameter PyDict");
        }
        return new Argument(Conversion.DICT, PY_DICT, null, null);
    }

    private static String pythonName(DeclaredType javaType) {
        PyTypeSpec spec = javaType.asElement().getAnnotation(PyTypeSpec.class);
        if (spec != null) {
            return spec.name();
        }
        String simple = javaType.asElement().getSimpleName().toString();
        return (simple.startsWith("Py") ? simple.substring(2) : simple).toLowerCase();
    }

    private Result result(ExecutableElement method) {
        return switch (method.getReturnType().getKind()) {
            case VOID -> Result.VOID;
            case BOOLEAN -> Result.BOOLEAN;
            case INT, LONG -> Result.INTEGRAL;
            case DOUBLE -> Result.DOUBLE;
            case DECLARED -> Result.OBJECT;
            default -> throw new IllegalArgumentException("no conversion of a result " + method.getReturnType());
        };
    }

    private String source(TypeMirror javaType) {
        TypeMirror erased = environment.getTypeUtils().erasure(javaType);
        if (erased.getKind() == TypeKind.DECLARED) {
            return ((TypeElement) ((DeclaredType) erased).asElement()).getQualifiedName().toString();
        }
        return erased.getKind().isPrimitive() ? erased.getKind().name().toLowerCase() : erased.toString();
    }

    private static boolean isClass(TypeMirror javaType, String qualifiedName) {
        return javaType instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(qualifiedName);
    }

    private static boolean isArrayOf(TypeMirror javaType, String element) {
        return javaType instanceof javax.lang.model.type.ArrayType array && isClass(array.getComponentType(), element);
    }

    private void error(Element element, String message) {
        failed = true;
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR,
                (typeName == null ? "" : typeName + ": ") + message,
                        element.getEnclosingElement().equals(type) ? element : type);
    }
}
