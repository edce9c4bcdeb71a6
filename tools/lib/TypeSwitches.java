import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rewrites the class files of a folder: a {@code switch} over types is compiled by javac to an {@code invokedynamic}
 * whose bootstrap spins a class when it is first reached (1 to 2 ms a switch, and the start-up cache does not keep it);
 * here each becomes a call of a static method that tests one type after the other, which is what the spun class does.
 *
 * <p>Run by the build of the jar: {@code java -cp FOLDER TypeSwitches.java FOLDER}.
 */
public final class TypeSwitches {
    private record Site(String name, MethodTypeDesc type, List<ClassDesc> labels) {
    }

    private final ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));
    private int switches;

    public static void main(String[] args) throws IOException {
        TypeSwitches work = new TypeSwitches();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(p -> p.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            work.rewrite(file);
        }
        System.out.println(work.switches + " switches over types");
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
            code.invokestatic(model.thisClass().asSymbol(), site.name, site.type, isInterface(model));
        };
        ClassTransform transform = ClassTransform.transformingMethodBodies(calls)
                .andThen(ClassTransform.endHandler(builder -> {
                    for (Site site : sites) {
                        builder.withMethodBody(site.name, site.type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC
                                | ClassFile.ACC_SYNTHETIC, code -> {
                                    Label some = code.newLabel();
                                    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
                                    for (int i = 0; i < site.labels.size(); i++) {
                                        Label next = code.newLabel();
                                        code.iload(1).loadConstant(i).if_icmpgt(next);
                                        code.aload(0).instanceOf(site.labels.get(i)).ifeq(next);
                                        code.loadConstant(i).ireturn().labelBinding(next);
                                    }
                                    code.loadConstant(site.labels.size()).ireturn();
                                });
                    }
                }));
        byte[] bytes = classFile.transformClass(model, transform);
        if (!sites.isEmpty()) {
            switches += sites.size();
            Files.write(file, bytes);
        }
    }

    private static boolean isInterface(ClassModel model) {
        return model.flags().has(AccessFlag.INTERFACE);
    }

    /** The switch that an instruction begins, null if it begins none or one over constants too. */
    private static Site site(CodeElement element, int number) {
        if (!(element instanceof InvokeDynamicInstruction dynamic)) {
            return null;
        }
        DirectMethodHandleDesc bootstrap = dynamic.bootstrapMethod();
        if (!bootstrap.methodName().equals("typeSwitch")
                || !bootstrap.owner().descriptorString().equals("Ljava/lang/runtime/SwitchBootstraps;")) {
            return null;
        }
        List<ClassDesc> labels = new ArrayList<>();
        for (ConstantDesc label : dynamic.bootstrapArgs()) {
            if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
                return null;
            }
            labels.add(type);
        }
        return new Site("typeSwitch$" + number, dynamic.typeSymbol(), labels);
    }
}
