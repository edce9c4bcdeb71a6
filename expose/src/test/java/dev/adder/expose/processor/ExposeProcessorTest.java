package dev.adder.expose.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Runs the processor on sources in memory. The generated code is run by the tests of {@code runtime}. */
class ExposeProcessorTest {
    private static final String THREAD_STATE = "package dev.adder.runtime; public final class ThreadState {}";

    private final Map<String, StringWriter> generated = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private boolean process(String body) {
        String source = "package p; import dev.adder.expose.*; import dev.adder.runtime.ThreadState;\n" + body;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(diagnostics, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
                    FileObject near) {
                return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".java"), kind) {
                    @Override
                    public Writer openWriter() {
                        StringWriter writer = new StringWriter();
                        generated.put(name, writer);
                        return writer;
                    }

                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return generated.get(name).toString();
                    }
                };
            }
        };
        JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, List.of("-proc:only"), null,
                List.of(unit("p/T", source), unit("dev/adder/runtime/ThreadState", THREAD_STATE)));
        task.setProcessors(List.of(new ExposeProcessor()));
        try {
            boolean ok = task.call();
            files.close();
            return ok;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject unit(String name, String source) {
        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignore) {
                return source;
            }
        };
    }

    private void assertError(String part, String body) {
        process(body);
        assertTrue(diagnostics.getDiagnostics().stream().anyMatch(d -> d.getMessage(null).contains(part)),
                () -> diagnostics.getDiagnostics().toString());
    }

    private void assertGenerated(String table, String part) {
        String source = generated.get(table).toString();
        assertTrue(source.contains(part), source);
    }

    @Test
    void callsTheJavaMethodDirectlyWhereTheArityFits() {
        process("@PyTypeSpec(name=\"t\") class T { @PyMethod(\"m($self, a, b=-1, /)\") Object m(ThreadState ts, Object a, long b) { return a; } }");
        assertGenerated("p.TTable", "case 0: return to0(ts, self, a);");
        assertGenerated("p.TTable", "return ((p.T) self).m(ts, a, -1L);");
        assertGenerated("p.TTable", "return ((p.T) self).m(ts, a, ArgumentParser.asSsize(ts, b));");
        assertGenerated("p.TTable", "return \"\\006\".charAt(id);");
        assertGenerated("p.TTable", "sink.method(0, \"m\", \"($self, a, b=-1, /)\", 0x21);");
    }

    @Test
    void tablesOfManyMethodsSwitchInTwoLevels() {
        StringBuilder body = new StringBuilder("@PyModuleSpec(\"m\") class T {");
        for (int i = 0; i < 130; i++) {
            body.append(" @PyFunction(\"f").append(i).append("(x, /)\") Object f").append(i).append("(Object x) { return x; }");
        }
        process(body.append("}").toString());
        assertGenerated("p.TTable", "case 2: return call1_2(id, ts, self, a);");
    }

    @Test
    void exposesWhatAPlainSuperclassDeclares() {
        process("""
                abstract class Base { @PyMethod("m($self, /)") Object m() { return null; } @PyMethod("n($self, /)") Object n() { return null; } }
                @PyTypeSpec(name="t") class T extends Base { @PyMethod("n($self, /)") Object n() { return null; } }
                @PyTypeSpec(name="u") class U extends T { @PyGetter("g") Object g() { return null; } }
                """);
        assertGenerated("p.TTable", "((p.Base) self).m()");
        assertGenerated("p.TTable", "((p.T) self).n()");
        assertEquals(-1, generated.get("p.UTable").toString().indexOf("\"m\""));
        assertGenerated("p.UTable", "sink.getSet(\"g\", 0, -1, -1);");
    }

    @Test
    void saysWhatDoesNotFit() {
        assertError("has 1 parameters [a], the Java method has 2",
                "@PyTypeSpec(name=\"t\") class T { @PyMethod(\"m($self, a, /)\") Object m(Object a, Object b) { return a; } }");
    }

    @Test
    void rejectsADefaultOfTheWrongKind() {
        assertError("default None does not fit",
                "@PyTypeSpec(name=\"t\") class T { @PyMethod(\"m($self, a=None, /)\") Object m(long a) { return null; } }");
    }

    @Test
    void rejectsTwoMethodsOfOneName() {
        assertError("exposed twice: m", """
                @PyTypeSpec(name="t") class T {
                    @PyMethod("m($self, /)") Object a() { return null; } @PyMethod("m($self, /)") Object b() { return null; } }
                """);
    }

    @Test
    void rejectsAnInstanceMethodAsNew() {
        assertError("must be static", "@PyTypeSpec(name=\"t\") class T { @PyNew Object make(Object cls) { return null; } }");
    }
}
