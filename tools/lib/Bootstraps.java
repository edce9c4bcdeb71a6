import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rewrites the class files of a folder: what javac compiles to an {@code invokedynamic} whose bootstrap spins classes when
 * it is first reached, which the start-up cache does not keep, becomes a call of a static method that does the same. A
 * {@code switch} over types (1 to 2 ms each) tests one type after the other; {@code equals} and {@code hashCode} of a
 * record (8 ms each the first time) compare and mix its components.
 *
 * <p>Run by the build of the jar: {@code java -cp FOLDER Bootstraps.java FOLDER}.
 */
public final class Bootstraps {
    /** What an instruction becomes a call of. */
    private interface Site {
        MethodTypeDesc type();

        String name();

        void write(CodeBuilder code);
    }

    /** @param constant the name of an enum's constant, null for all of the type */
    private record Case(ClassDesc type, String constant) {
    }

    private record Switch(String name, MethodTypeDesc type, List<Case> labels) implements Site {
        @Override
        public void write(CodeBuilder code) {
            Label some = code.newLabel();
            code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
            for (int i = 0; i < labels.size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                Case label = labels.get(i);
                if (label.constant == null) {
                    code.aload(0).instanceOf(label.type).ifeq(next);
                } else {
                    code.aload(0).getstatic(label.type, label.constant, label.type).if_acmpne(next);
                }
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }
    }

    /** {@code hashCode} of a record, as java.lang.runtime.ObjectMethods computes it. */
    private record RecordHash(String name, MethodTypeDesc type, List<DirectMethodHandleDesc> parts) implements Site {
        @Override
        public void write(CodeBuilder code) {
            code.iconst_0();
            for (DirectMethodHandleDesc part : parts) {
                ClassDesc kind = field(part);
                code.bipush(31).imul().aload(0).getfield(part.owner(), part.methodName(), kind);
                if (kind.isPrimitive()) {
                    code.invokestatic(box(kind), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, kind));
                } else {
                    code.invokestatic(OBJECTS, "hashCode",
                            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
                }
                code.iadd();
            }
            code.ireturn();
        }
    }

    /** {@code equals} of a record. */
    private record RecordEquals(String name, MethodTypeDesc type, List<DirectMethodHandleDesc> parts) implements Site {
        @Override
        public void write(CodeBuilder code) {
            ClassDesc owner = type.parameterType(0);
            Label different = code.newLabel();
            code.aload(1).instanceOf(owner).ifeq(different).aload(1).checkcast(owner).astore(2);
            for (DirectMethodHandleDesc part : parts) {
                ClassDesc kind = field(part);
                code.aload(0).getfield(part.owner(), part.methodName(), kind);
                code.aload(2).getfield(part.owner(), part.methodName(), kind);
                if (!kind.isPrimitive()) {
                    code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean,
                            ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(different);
                } else {
                    code.invokestatic(box(kind), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, kind, kind))
                            .ifne(different);
                }
            }
            code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
        }
    }

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private final ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));
    private int sites;

    public static void main(String[] args) throws IOException {
        Bootstraps work = new Bootstraps();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(p -> p.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            work.rewrite(file);
        }
        System.out.println(work.sites + " bootstraps");
    }

    private void rewrite(Path file) throws IOException {
        ClassModel model = classFile.parse(file);
        List<Site> sites = new ArrayList<>();
        CodeTransform calls = (code, element) -> {
            Site site = site(element, sites.size());
            if (site == null) {
                code.with(element);
                return;
            }
            sites.add(site);
            code.invokestatic(model.thisClass().asSymbol(), site.name(), site.type(), isInterface(model));
        };
        ClassTransform transform = ClassTransform.transformingMethodBodies(calls)
                .andThen(ClassTransform.endHandler(builder -> {
                    for (Site site : sites) {
                        builder.withMethodBody(site.name(), site.type(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC
                                | ClassFile.ACC_SYNTHETIC, site::write);
                    }
                }));
        byte[] bytes = classFile.transformClass(model, transform);
        if (!sites.isEmpty()) {
            this.sites += sites.size();
            Files.write(file, bytes);
        }
    }

    private static boolean isInterface(ClassModel model) {
        return model.flags().has(AccessFlag.INTERFACE);
    }

    private static ClassDesc box(ClassDesc kind) {
        return switch (kind.descriptorString().charAt(0)) {
            case 'Z' -> ConstantDescs.CD_Boolean;
            case 'B' -> ConstantDescs.CD_Byte;
            case 'C' -> ConstantDescs.CD_Character;
            case 'S' -> ConstantDescs.CD_Short;
            case 'I' -> ConstantDescs.CD_Integer;
            case 'J' -> ConstantDescs.CD_Long;
            case 'F' -> ConstantDescs.CD_Float;
            default -> ConstantDescs.CD_Double;
        };
    }

    /** The type of the field that a getter reads. */
    private static ClassDesc field(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    /** What an instruction is to be replaced by, null if it stays. */
    private static Site site(CodeElement element, int number) {
        if (!(element instanceof InvokeDynamicInstruction dynamic)) {
            return null;
        }
        DirectMethodHandleDesc bootstrap = dynamic.bootstrapMethod();
        return switch (bootstrap.owner().descriptorString() + bootstrap.methodName()) {
            case "Ljava/lang/runtime/SwitchBootstraps;typeSwitch" -> typeSwitch(dynamic, number);
            case "Ljava/lang/runtime/ObjectMethods;bootstrap" -> recordMethod(dynamic, number);
            default -> null;
        };
    }

    /** The switch that an instruction begins, null if it is one over strings or numbers too. */
    private static Site typeSwitch(InvokeDynamicInstruction dynamic, int number) {
        List<Case> labels = new ArrayList<>();
        for (ConstantDesc label : dynamic.bootstrapArgs()) {
            Case one = label(label);
            if (one == null) {
                return null;
            }
            labels.add(one);
        }
        return new Switch("typeSwitch$" + number, dynamic.typeSymbol(), labels);
    }

    /** A type, or a constant of an enum, which javac writes as {@code EnumDesc.of(ClassDesc.of("a.B"), "C")}. */
    private static Case label(ConstantDesc label) {
        if (label instanceof ClassDesc type) {
            return type.isPrimitive() ? null : new Case(type, null);
        }
        if (label instanceof DynamicConstantDesc<?> made
                && made.constantType().descriptorString().equals("Ljava/lang/Enum$EnumDesc;")) {
            List<ConstantDesc> arguments = made.bootstrapArgsList();
            DynamicConstantDesc<?> type = (DynamicConstantDesc<?>) arguments.get(1);
            return new Case(ClassDesc.of((String) type.bootstrapArgsList().get(1)), (String) arguments.get(2));
        }
        return null;
    }

    /** {@code equals} and {@code hashCode} of a record; its {@code toString} is for people, and stays. */
    private static Site recordMethod(InvokeDynamicInstruction dynamic, int number) {
        List<DirectMethodHandleDesc> parts = new ArrayList<>();
        // The record's class, the names of its components, and their getters.
        for (ConstantDesc argument : dynamic.bootstrapArgs().subList(2, dynamic.bootstrapArgs().size())) {
            parts.add((DirectMethodHandleDesc) argument);
        }
        return switch (dynamic.name().stringValue()) {
            case "hashCode" -> new RecordHash("recordHash$" + number, dynamic.typeSymbol(), parts);
            case "equals" -> new RecordEquals("recordEquals$" + number, dynamic.typeSymbol(), parts);
            default -> null;
        };
    }
}
