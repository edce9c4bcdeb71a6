package dev.adder.stdlib.unicode;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code unicodedata}: the current database's methods as functions. */
@PyModuleSpec("unicodedata")
public final class UnicodedataModule extends NativeModule {
    @PyConstant("unidata_version")
    static final Object VERSION = "16.0.0";
    @PyConstant("ucd_3_2_0")
    static final Object OLD = PyUcd.OLD;
    @PyConstant("UCD")
    static final Object UCD = PyUcd.TYPE;

    @Override
    public BuiltinTable table() {
        return new UnicodedataModuleTable();
    }

    @PyFunction("category($module, chr, /)")
    static Object category(final Object chr) {
        return PyUcd.NOW.category(chr);
    }

    @PyFunction("bidirectional($module, chr, /)")
    static Object bidirectional(final Object chr) {
        return PyUcd.NOW.bidirectional(chr);
    }

    @PyFunction("combining($module, chr, /)")
    static long combining(final Object chr) {
        return PyUcd.NOW.combining(chr);
    }

    @PyFunction("mirrored($module, chr, /)")
    static long mirrored(final Object chr) {
        return PyUcd.NOW.mirrored(chr);
    }

    @PyFunction("east_asian_width($module, chr, /)")
    static Object eastAsianWidth(final Object chr) {
        return PyUcd.NOW.eastAsianWidth(chr);
    }

    @PyFunction("decomposition($module, chr, /)")
    static Object decomposition(final Object chr) {
        return PyUcd.NOW.decomposition(chr);
    }

    @PyFunction("decimal($module, chr, default=<unrepresentable>, /)")
    static Object decimal(final Object chr, final Object defaultValue) {
        return PyUcd.NOW.decimal(chr, defaultValue);
    }

    @PyFunction("digit($module, chr, default=<unrepresentable>, /)")
    static Object digit(final Object chr, final Object defaultValue) {
        return PyUcd.NOW.digit(chr, defaultValue);
    }

    @PyFunction("numeric($module, chr, default=<unrepresentable>, /)")
    static Object numeric(final Object chr, final Object defaultValue) {
        return PyUcd.NOW.numeric(chr, defaultValue);
    }

    @PyFunction("name($module, chr, default=<unrepresentable>, /)")
    static Object name(final Object chr, final Object defaultValue) {
        return PyUcd.NOW.name(chr, defaultValue);
    }

    @PyFunction("lookup($module, name, /)")
    static Object lookup(final Object name) {
        return PyUcd.NOW.lookup(name);
    }

    @PyFunction("normalize($module, form, unistr, /)")
    static Object normalize(@Text final Object form, @Text final Object unistr) {
        return PyUcd.NOW.normalize(form, unistr);
    }

    @PyFunction("is_normalized($module, form, unistr, /)")
    static boolean isNormalized(@Text final Object form, @Text final Object unistr) {
        return PyUcd.NOW.isNormalized(form, unistr);
    }
}
