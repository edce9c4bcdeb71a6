import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What other source files can see of a class file: a hash of everything that is not private and not a method
 * body, and the names of the classes it mentions itself.
 */
final class ClassAbi {

    private static final int PRIVATE = 0x0002;
    private static final int SYNTHETIC = 0x1000;

    private ClassAbi() {
    }

    /** Adds to {@code mentions} the name hashes of the project's classes in the constant pool; returns the hash. */
    static long read(Path classFile, Set<Integer> mentions, Set<String> supers) throws IOException {
        ClassModel model = ClassFile.of().parse(Files.readAllBytes(classFile));
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry c -> mention(c.asInternalName(), mentions);
                case NameAndTypeEntry n -> mentionDescriptor(n.type().stringValue(), mentions);
                default -> {
                }
            }
        }
        for (var method : model.methods()) {
            mentionDescriptor(method.methodType().stringValue(), mentions);
        }
        for (var field : model.fields()) {
            mentionDescriptor(field.fieldType().stringValue(), mentions);
        }
        if (model.findAttribute(Attributes.enclosingMethod()).isPresent()) {
            return 0;
        }
        model.superclass().ifPresent(s -> supers.add(s.asInternalName()));
        model.interfaces().forEach(i -> supers.add(i.asInternalName()));
        return hash(model);
    }

    private static long hash(ClassModel model) {
        List<String> facts = new ArrayList<>();
        facts.add("class " + model.thisClass().asInternalName() + " " + model.flags().flagsMask());
        facts.add("super " + model.superclass().map(ClassEntry::asInternalName).orElse("") + " "
                + model.interfaces().stream().map(ClassEntry::asInternalName).toList());
        model.findAttribute(Attributes.signature()).ifPresent(s -> facts.add(s.signature().stringValue()));
        model.findAttribute(Attributes.permittedSubclasses()).ifPresent(
                p -> facts.add("permits " + p.permittedSubclasses().stream().map(ClassEntry::asInternalName).toList()));
        model.findAttribute(Attributes.record()).ifPresent(r -> facts.add("record " + r.components().stream()
                .map(c -> c.name().stringValue() + c.descriptor().stringValue()).toList()));
        model.findAttribute(Attributes.innerClasses()).ifPresent(in -> in.classes().forEach(
                c -> facts.add("inner " + c.innerClass().asInternalName() + " " + c.flagsMask())));
        model.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(a -> facts.add(a.annotations().toString()));
        for (var field : model.fields()) {
            if ((field.flags().flagsMask() & (PRIVATE | SYNTHETIC)) == 0) {
                facts.add("field " + field.fieldName().stringValue() + " " + field.fieldType().stringValue() + " "
                        + field.flags().flagsMask()
                        + field.findAttribute(Attributes.constantValue()).map(v -> v.constant().constantValue())
                                .map(v -> v.getClass().getName() + v).orElse("")
                        + field.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()).orElse(""));
            }
        }
        for (var method : model.methods()) {
            if ((method.flags().flagsMask() & (PRIVATE | SYNTHETIC)) == 0) {
                facts.add("method " + method.methodName().stringValue() + method.methodType().stringValue() + " "
                        + method.flags().flagsMask()
                        + method.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()).orElse("")
                        + method.findAttribute(Attributes.exceptions())
                                .map(x -> x.exceptions().stream().map(ClassEntry::asInternalName).toList().toString())
                                .orElse("")
                        + method.findAttribute(Attributes.annotationDefault()).map(d -> d.defaultValue().toString())
                                .orElse("")
                        + method.findAttribute(Attributes.runtimeVisibleAnnotations())
                                .map(a -> a.annotations().toString()).orElse(""));
            }
        }
        // The order of members means nothing to another file.
        facts.sort(null);
        return Hash.of(String.join("\n", facts));
    }

    private static void mentionDescriptor(String descriptor, Set<Integer> mentions) {
        int at = descriptor.indexOf('L');
        while (at >= 0) {
            int end = descriptor.indexOf(';', at);
            if (end < 0) {
                return;
            }
            mention(descriptor.substring(at + 1, end), mentions);
            at = descriptor.indexOf('L', end);
        }
    }

    private static void mention(String internalName, Set<Integer> mentions) {
        if (internalName.contains("dev/adder/")) {
            for (String part : simpleNames(internalName)) {
                mentions.add(part.hashCode());
            }
        }
    }

    /** {@code a/b/Outer$Inner} gives Outer, Inner. */
    static List<String> simpleNames(String internalName) {
        String last = internalName.substring(internalName.lastIndexOf('/') + 1);
        if (last.endsWith(";")) {
            last = last.substring(0, last.length() - 1);
        }
        List<String> parts = new ArrayList<>();
        for (String part : last.split("\\$")) {
            if (!part.isEmpty() && !Character.isDigit(part.charAt(0))) {
                parts.add(part);
            }
        }
        return parts;
    }
}
