package dev.adder.stdlib.locale;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/**
 * The module {@code _locale}, with the locales C, POSIX and C.UTF-8: every category formats as the C locale does, as
 * these do in glibc. Another name is an "unsupported locale setting", as on a machine without locale files.
 */
@PyModuleSpec("_locale")
public final class LocaleModule extends NativeModule {
    @PyConstant("LC_CTYPE")
    static final Object LC_CTYPE = 0L;
    @PyConstant("LC_NUMERIC")
    static final Object LC_NUMERIC = 1L;
    @PyConstant("LC_TIME")
    static final Object LC_TIME = 2L;
    @PyConstant("LC_COLLATE")
    static final Object LC_COLLATE = 3L;
    @PyConstant("LC_MONETARY")
    static final Object LC_MONETARY = 4L;
    @PyConstant("LC_MESSAGES")
    static final Object LC_MESSAGES = 5L;
    @PyConstant("LC_ALL")
    static final Object LC_ALL = 6L;
    @PyConstant("CHAR_MAX")
    static final Object CHAR_MAX = 127L;
    private static final PyType ERROR_TYPE =
            PyType.builtin("Error", "locale", ExceptionTypes.EXCEPTION, null).sameLayout();
    @PyConstant("Error")
    static final Object ERROR = ERROR_TYPE;

    private static final int ALL = 6;
    private static final int LAST = 12;
    /** The categories in the order in which {@code setlocale(LC_ALL)} lists them, by number. */
    private static final String[] CATEGORIES = {"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY",
        "LC_MESSAGES", null, "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT",
        "LC_IDENTIFICATION"};

    /** What each category is set to. */
    private final String[] current = new String[LAST + 1];
    private String domain = "messages";

    @Override
    public BuiltinTable table() {
        return new LocaleModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        for (int i = 0; i <= LAST; i++) {
            current[i] = "C";
        }
        final String fromEnvironment = environment(0);
        current[0] = fromEnvironment == null ? "C.UTF-8" : fromEnvironment;
        LangInfo.define(module.dict());
    }

    private static PyRaise error(final String message) {
        return Errors.of(ERROR_TYPE, message);
    }

    /** The locale that the environment asks for, or null if it is none that there is. */
    private static String environment(final int category) {
        for (final String name : new String[] {"LC_ALL", CATEGORIES[category], "LANG"}) {
            final String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return known(value);
            }
        }
        return "C";
    }

    private static String known(final String name) {
        return switch (name) {
            case "C", "POSIX" -> "C";
            case "C.UTF-8", "C.utf8" -> name;
            default -> null;
        };
    }

    @PyFunction("setlocale($module, category, locale=<unrepresentable>, /)")
    synchronized Object setLocale(final int category, final Object locale) {
        if (category < 0 || category > LAST) {
            throw error(locale == null || locale == PyNone.NONE ? "locale query failed" : "unsupported locale setting");
        }
        if (locale != null && locale != PyNone.NONE) {
            if (!PyObjects.isText(locale)) {
                throw Errors.typeError("setlocale() argument 2 must be str or None, not "
                        + PyType.of(locale).name());
            }
            set(category, Str.toJava(PyObjects.textOf(locale)));
        }
        return category == ALL ? all() : current[category];
    }

    private void set(final int category, final String name) {
        if (category == ALL && name.indexOf('=') >= 0) {
            for (final String part : name.split(";")) {
                final int eq = part.indexOf('=');
                for (int i = 0; i <= LAST; i++) {
                    if (eq > 0 && part.substring(0, eq).equals(CATEGORIES[i])) {
                        set(i, part.substring(eq + 1));
                    }
                }
            }
            return;
        }
        for (int i = category == ALL ? 0 : category; i <= (category == ALL ? LAST : category); i++) {
            if (i != ALL) {
                final String found = name.isEmpty() ? environment(i) : known(name);
                if (found == null) {
                    throw error("unsupported locale setting");
                }
                current[i] = found;
            }
        }
    }

    private String all() {
        final StringBuilder text = new StringBuilder();
        boolean same = true;
        for (int i = 0; i <= LAST; i++) {
            if (i != ALL) {
                same &= current[i].equals(current[0]);
                text.append(text.isEmpty() ? "" : ";").append(CATEGORIES[i]).append('=').append(current[i]);
            }
        }
        return same ? current[0] : text.toString();
    }

    @PyFunction("localeconv($module, /)")
    static Object localeConv() {
        final PyDict conv = new PyDict();
        for (final String name : new String[] {"int_curr_symbol", "currency_symbol", "mon_decimal_point",
            "mon_thousands_sep"}) {
            conv.putStr(name, "");
        }
        conv.putStr("mon_grouping", new PyList());
        conv.putStr("positive_sign", "");
        conv.putStr("negative_sign", "");
        for (final String name : new String[] {"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space",
            "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"}) {
            conv.putStr(name, CHAR_MAX);
        }
        conv.putStr("decimal_point", ".");
        conv.putStr("thousands_sep", "");
        conv.putStr("grouping", new PyList());
        return conv;
    }

    private static Object withoutNul(final Object text) {
        if (Str.toJava(text).indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null character");
        }
        return text;
    }

    @PyFunction("strcoll($module, os1, os2, /)")
    static long strColl(@Text final Object a, @Text final Object b) {
        return Integer.signum(Str.compare(withoutNul(PyObjects.textOf(a)), withoutNul(PyObjects.textOf(b))));
    }

    @PyFunction("strxfrm($module, string, /)")
    static Object strXfrm(@Text final Object text) {
        return withoutNul(PyObjects.textOf(text));
    }

    @PyFunction("nl_langinfo($module, key, /)")
    synchronized Object nlLangInfo(final int key) {
        if (key == LangInfo.CODESET) {
            return current[0].equals("C") ? "ANSI_X3.4-1968" : "UTF-8";
        }
        final String text = LangInfo.get(key);
        if (text == null) {
            throw Errors.valueError("unsupported langinfo constant");
        }
        return text;
    }

    @PyFunction("getencoding($module, /)")
    synchronized Object getEncoding() {
        return current[0].equals("C") ? "ANSI_X3.4-1968" : "UTF-8";
    }

    @PyFunction("gettext($module, msg, /)")
    static Object getText(@Text final Object message) {
        return message;
    }

    @PyFunction("dgettext($module, domain, msg, /)")
    static Object dGetText(final Object domainName, @Text final Object message) {
        return message;
    }

    @PyFunction("dcgettext($module, domain, msg, category, /)")
    static Object dcGetText(final Object domainName, @Text final Object message, final int category) {
        return message;
    }

    @PyFunction("textdomain($module, domain, /)")
    synchronized Object textDomain(final Object name) {
        if (name != PyNone.NONE) {
            domain = Str.toJava(PyObjects.textOf(name));
        }
        return Str.ofUtf16(domain);
    }

    @PyFunction("bindtextdomain($module, domain, dir, /)")
    static Object bindTextDomain(@Text final Object name, final Object folder) {
        if (Str.length(PyObjects.textOf(name)) == 0) {
            throw error("domain must be a non-empty string");
        }
        return folder == PyNone.NONE ? "/usr/share/locale" : folder;
    }

    @PyFunction("bind_textdomain_codeset($module, domain, codeset, /)")
    static Object bindTextDomainCodeset(@Text final Object name, final Object codeset) {
        return codeset;
    }
}
