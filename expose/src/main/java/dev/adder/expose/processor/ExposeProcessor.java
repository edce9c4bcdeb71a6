package dev.adder.expose.processor;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyStaticMethod;
import dev.adder.expose.PyTypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates, for each class that is a Python type or a native module, the table through which the kernel calls its
 * annotated methods. Each table depends on its class and the class's Java superclasses alone, so builds may be
 * incremental.
 */
@SupportedAnnotationTypes("dev.adder.expose.*")
public final class ExposeProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(PyTypeSpec.class)) {
            PyTypeSpec spec = element.getAnnotation(PyTypeSpec.class);
            generate((TypeElement) element, spec.name(), null);
        }
        for (Element element : round.getElementsAnnotatedWith(PyModuleSpec.class)) {
            generate((TypeElement) element, null, element.getAnnotation(PyModuleSpec.class).value());
        }
        return true;
    }

    private void generate(TypeElement type, String typeName, String moduleName) {
        ClassReader reader = new ClassReader(processingEnv, type, typeName);
        reader.read();
        if (reader.failed()) {
            return;
        }
        String packageName = processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
        String tableName = tableName(type);
        String source = new TableWriter(packageName, tableName, typeName, moduleName, reader).write();
        try (Writer out = processingEnv.getFiler()
                .createSourceFile(packageName.isEmpty() ? tableName : packageName + "." + tableName, type)
                .openWriter()) {
            out.write(source);
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write " + tableName + ": " + e, type);
        }
    }

    /** {@code Outer.Inner} has the table {@code Outer_InnerTable}. */
    private static String tableName(TypeElement type) {
        StringBuilder name = new StringBuilder(type.getSimpleName()).append("Table");
        Element outer = type.getEnclosingElement();
        while (outer instanceof TypeElement) {
            name.insert(0, outer.getSimpleName() + "_");
            outer = outer.getEnclosingElement();
        }
        return name.toString();
    }

    static boolean isAnnotated(Element element) {
        return element.getAnnotation(PyMethod.class) != null || element.getAnnotation(PyClassMethod.class) != null
                || element.getAnnotation(PyStaticMethod.class) != null || element.getAnnotation(PyNew.class) != null
                || element.getAnnotation(PyFunction.class) != null || element.getAnnotation(PyGetter.class) != null
                || element.getAnnotation(PySetter.class) != null || element.getAnnotation(PyDeleter.class) != null
                || element.getAnnotation(PyConstant.class) != null || element.getAnnotation(PyRichCompare.class) != null;
    }
}
