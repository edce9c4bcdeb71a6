package dev.adder.stdlib.unicode;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.UniNames;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.UnicodeData;
import java.text.Normalizer;

/** {@code unicodedata.UCD}: the character database of one version (CPython: Modules/unicodedata.c). */
@PyTypeSpec(name = "UCD", module = "unicodedata")
public final class PyUcd extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("UCD", "unicodedata", null, new PyUcdTable()).withoutNew();
    static final PyUcd NOW = new PyUcd(UnicodeData.NOW, "16.0.0");
    static final PyUcd OLD = new PyUcd(UnicodeData.OLD, "3.2.0");

    private final UnicodeData data;
    private final String version;

    private PyUcd(final UnicodeData data, final String version) {
        super(TYPE);
        this.data = data;
        this.version = version;
    }

    @PyGetter("unidata_version")
    Object version() {
        return version;
    }

    private static int character(final String function, final Object chr) {
        return character(function, "argument", chr);
    }

    private static int character(final String function, final String which, final Object chr) {
        if (!PyObjects.isText(chr)) {
            throw Errors.typeError(function + "() " + which + " must be a unicode character, not "
                    + PyType.of(chr).name());
        }
        final Object text = PyObjects.textOf(chr);
        if (Str.length(text) != 1) {
            throw Errors.typeError(function + "(): " + which + " must be a unicode character, not a string of length "
                    + Str.length(text));
        }
        return Str.codePointAt(text, 0);
    }

    @PyMethod("category($self, chr, /)")
    Object category(final Object chr) {
        return data.category(character("category", chr));
    }

    @PyMethod("bidirectional($self, chr, /)")
    Object bidirectional(final Object chr) {
        return data.bidirectional(character("bidirectional", chr));
    }

    @PyMethod("combining($self, chr, /)")
    long combining(final Object chr) {
        return data.combining(character("combining", chr));
    }

    @PyMethod("mirrored($self, chr, /)")
    long mirrored(final Object chr) {
        return data.isMirrored(character("mirrored", chr)) ? 1 : 0;
    }

    @PyMethod("east_asian_width($self, chr, /)")
    Object eastAsianWidth(final Object chr) {
        return data.eastAsianWidth(character("east_asian_width", chr));
    }

    @PyMethod("decomposition($self, chr, /)")
    Object decomposition(final Object chr) {
        return data.decomposition(character("decomposition", chr));
    }

    @PyMethod("decimal($self, chr, default=<unrepresentable>, /)")
    Object decimal(final Object chr, final Object defaultValue) {
        final int value = data.decimal(character("decimal", "argument 1", chr));
        return value >= 0 ? (Object) (long) value : orDefault(defaultValue, "not a decimal");
    }

    @PyMethod("digit($self, chr, default=<unrepresentable>, /)")
    Object digit(final Object chr, final Object defaultValue) {
        final int value = data.digit(character("digit", "argument 1", chr));
        return value >= 0 ? (Object) (long) value : orDefault(defaultValue, "not a digit");
    }

    @PyMethod("numeric($self, chr, default=<unrepresentable>, /)")
    Object numeric(final Object chr, final Object defaultValue) {
        final double value = data.numeric(character("numeric", "argument 1", chr));
        return Double.isNaN(value) ? orDefault(defaultValue, "not a numeric character") : value;
    }

    private static Object orDefault(final Object defaultValue, final String message) {
        if (defaultValue == null) {
            throw Errors.valueError(message);
        }
        return defaultValue;
    }

    @PyMethod("name($self, chr, default=<unrepresentable>, /)")
    Object name(final Object chr, final Object defaultValue) {
        final String name = data.name(character("name", "argument 1", chr));
        return name == null ? orDefault(defaultValue, "no such name") : name;
    }

    @PyMethod("lookup($self, name, /)")
    Object lookup(final Object name) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("lookup() argument must be str, not " + PyType.of(name).name());
        }
        final Object text = PyObjects.textOf(name);
        final Object found = UniNames.lookup(text, this == NOW);
        if (found == null || this == OLD && data.category(Str.codePointAt(found, 0)).equals("Cn")) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, "undefined character name "
                    + Str.toJava(Quote.repr(text)));
        }
        return found;
    }

    private static Normalizer.Form form(final Object form) {
        final Normalizer.Form f = UnicodeData.form(PyObjects.textOf(form));
        if (f == null) {
            throw Errors.valueError("invalid normalization form");
        }
        return f;
    }

    @PyMethod("normalize($self, form, unistr, /)")
    Object normalize(@Text final Object form, @Text final Object unistr) {
        final Object text = PyObjects.textOf(unistr);
        return Str.isEmpty(text) ? text : data.normalize(form(form), text);
    }

    @PyMethod("is_normalized($self, form, unistr, /)")
    boolean isNormalized(@Text final Object form, @Text final Object unistr) {
        final Object text = PyObjects.textOf(unistr);
        return data.normalize(form(form), text).equals(text);
    }
}
