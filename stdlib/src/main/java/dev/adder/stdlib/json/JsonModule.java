package dev.adder.stdlib.json;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _json}: what {@code json} uses for speed. Meaning: CPython's {@code Modules/_json.c}. */
@PyModuleSpec("_json")
public final class JsonModule extends NativeModule {

    @PyConstant("make_scanner")
    static final Object SCANNER = JsonScanner.TYPE;
    @PyConstant("make_encoder")
    static final Object ENCODER = JsonEncoder.TYPE;

    @Override
    public BuiltinTable table() {
        return new JsonModuleTable();
    }

    @PyFunction("encode_basestring_ascii($module, string, /)")
    static Object encodeAscii(Object string) {
        JsonWriter out = new JsonWriter();
        JsonText.quote(text(string), true, out);
        return out.build();
    }

    @PyFunction("encode_basestring($module, string, /)")
    static Object encode(Object string) {
        JsonWriter out = new JsonWriter();
        JsonText.quote(text(string), false, out);
        return out.build();
    }

    @PyFunction(value = "scanstring($module, string, end, strict=True, /)", hidden = true)
    static Object scanString(ThreadState ts, Object string, long end, boolean strict) {
        Object text = text(string);
        if (end < 0 || end > Str.length(text)) {
            throw Errors.valueError("end is out of bounds");
        }
        JsonParser parser = JsonParser.over(ts, null, text, strict);
        Object value = parser.string((int) end);
        return PyTuple.of(value, (long) parser.position());
    }

    static Object text(Object o) {
        if (!PyObjects.isText(o)) {
            throw badText(o);
        }
        return PyObjects.textOf(o);
    }

    private static PyRaise badText(Object o) {
        return Errors.typeError("first argument must be a string, not " + PyType.of(o).name());
    }
}
