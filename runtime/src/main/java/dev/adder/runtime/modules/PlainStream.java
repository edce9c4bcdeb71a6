package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The standard streams as long as the interpreter has no {@code io} module: unbuffered UTF-8 text, writing only. */
@PyTypeSpec(name = "PlainStream", module = "_adder")
public final class PlainStream extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("PlainStream", "_adder", null, new PlainStreamTable()).withoutNew();

    private final FileOutputStream out;

    public PlainStream(final FileOutputStream out) {
        super(TYPE);
        this.out = out;
    }

    @PyMethod("write($self, text, /)")
    long write(final ThreadState ts, final Object text) {
        if (!PyObjects.isText(text)) {
            throw Errors.typeError("write() argument must be str, not " + PyType.of(text).name());
        }
        try {
            out.write(Str.toJava(PyObjects.textOf(text)).getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw Errors.of(dev.adder.runtime.exceptions.ExceptionTypes.OS_ERROR, e.getMessage());
        }
        return Str.length(PyObjects.textOf(text));
    }

    @PyMethod("flush($self, /)")
    void flush() {
    }
}
