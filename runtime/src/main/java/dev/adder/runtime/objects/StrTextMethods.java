package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.Text;
import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.CaseMap;
import dev.adder.runtime.text.FormatFields;
import dev.adder.runtime.text.StrMethods;
import dev.adder.runtime.text.StrTests;

/** The methods of str that make texts from texts: case, padding, stripping, replacing, joining, formatting; predicates. */
abstract class StrTextMethods {
    /** The String or WideStr of a str or instance of a subclass. */
    static Object of(final Object self) {
        return self instanceof PyStrSub s ? s.value : self;
    }

    @PyMethod("lower($self, /)")
    static Object lower(final Object self) {
        return CaseMap.lower(of(self));
    }

    @PyMethod("upper($self, /)")
    static Object upper(final Object self) {
        return CaseMap.upper(of(self));
    }

    @PyMethod("title($self, /)")
    static Object title(final Object self) {
        return CaseMap.title(of(self));
    }

    @PyMethod("capitalize($self, /)")
    static Object capitalize(final Object self) {
        return CaseMap.capitalize(of(self));
    }

    @PyMethod("swapcase($self, /)")
    static Object swapCase(final Object self) {
        return CaseMap.swapCase(of(self));
    }

    @PyMethod("casefold($self, /)")
    static Object caseFold(final Object self) {
        return CaseMap.caseFold(of(self));
    }

    // ---- predicates

    @PyMethod("isalpha($self, /)")
    static boolean isAlpha(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.ALPHA);
    }

    @PyMethod("isalnum($self, /)")
    static boolean isAlnum(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.ALNUM);
    }

    @PyMethod("isdecimal($self, /)")
    static boolean isDecimal(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.DECIMAL);
    }

    @PyMethod("isdigit($self, /)")
    static boolean isDigit(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.DIGIT);
    }

    @PyMethod("isnumeric($self, /)")
    static boolean isNumeric(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.NUMERIC);
    }

    @PyMethod("isspace($self, /)")
    static boolean isSpace(final Object self) {
        return StrTests.all(of(self), StrTests.Kind.SPACE);
    }

    @PyMethod("islower($self, /)")
    static boolean isLower(final Object self) {
        return StrTests.isLower(of(self));
    }

    @PyMethod("isupper($self, /)")
    static boolean isUpper(final Object self) {
        return StrTests.isUpper(of(self));
    }

    @PyMethod("istitle($self, /)")
    static boolean isTitle(final Object self) {
        return StrTests.isTitle(of(self));
    }

    @PyMethod("isidentifier($self, /)")
    static boolean isIdentifier(final Object self) {
        return Chars.isIdentifier(of(self));
    }

    @PyMethod("isprintable($self, /)")
    static boolean isPrintable(final Object self) {
        return StrTests.isPrintable(of(self));
    }

    @PyMethod("isascii($self, /)")
    static boolean isAscii(final Object self) {
        return Str.isAscii(of(self));
    }

    // ---- padding and stripping

    private static int fill(final Object fillchar) {
        if (!PyObjects.isText(fillchar)) {
            throw Errors.typeError("The fill character must be a unicode character, not "
                    + PyType.of(fillchar).name());
        }
        final Object text = of(fillchar);
        if (Str.length(text) != 1) {
            throw Errors.typeError("The fill character must be exactly one character long");
        }
        return Str.codePointAt(text, 0);
    }

    @PyMethod("center($self, width, fillchar=' ', /)")
    static Object center(final Object self, final long width, final Object fillchar) {
        try {
            return StrMethods.center(of(self), width, fill(fillchar));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("ljust($self, width, fillchar=' ', /)")
    static Object ljust(final Object self, final long width, final Object fillchar) {
        try {
            return StrMethods.ljust(of(self), width, fill(fillchar));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("rjust($self, width, fillchar=' ', /)")
    static Object rjust(final Object self, final long width, final Object fillchar) {
        try {
            return StrMethods.rjust(of(self), width, fill(fillchar));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("zfill($self, width, /)")
    static Object zfill(final Object self, final long width) {
        try {
            return StrMethods.zfill(of(self), width);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("expandtabs($self, /, tabsize=8)")
    static Object expandTabs(final Object self, final int tabsize) {
        try {
            return StrMethods.expandTabs(of(self), tabsize);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static Object strip(final Object self, final Object chars, final String name, final boolean left,
            final boolean right) {
        if (chars == PyNone.NONE) {
            return StrMethods.strip(of(self), left, right);
        }
        if (!PyObjects.isText(chars)) {
            throw Errors.typeError(name + " arg must be None or str");
        }
        return StrMethods.strip(of(self), of(chars), left, right);
    }

    @PyMethod("strip($self, chars=None, /)")
    static Object strip(final Object self, final Object chars) {
        return strip(self, chars, "strip", true, true);
    }

    @PyMethod("lstrip($self, chars=None, /)")
    static Object lstrip(final Object self, final Object chars) {
        return strip(self, chars, "lstrip", true, false);
    }

    @PyMethod("rstrip($self, chars=None, /)")
    static Object rstrip(final Object self, final Object chars) {
        return strip(self, chars, "rstrip", false, true);
    }

    @PyMethod("removeprefix($self, prefix, /)")
    static Object removePrefix(final Object self, @Text final Object prefix) {
        return StrMethods.removePrefix(of(self), of(prefix));
    }

    @PyMethod("removesuffix($self, suffix, /)")
    static Object removeSuffix(final Object self, @Text final Object suffix) {
        return StrMethods.removeSuffix(of(self), of(suffix));
    }

    // ---- replacing and joining

    @PyMethod("replace($self, old, new, /, count=-1)")
    static Object replace(final Object self, @Text final Object old, @Text final Object by, final long count) {
        try {
            return StrMethods.replace(of(self), of(old), of(by), count);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("join($self, iterable, /)")
    static Object join(final ThreadState ts, final Object self, final Object iterable) {
        final Object[] items;
        if (iterable instanceof PyList || iterable instanceof PyTuple) {
            items = PyIter.toArray(ts, iterable);
        } else if (!PyIter.isIterable(iterable)) {
            throw Errors.typeError("can only join an iterable");
        } else {
            items = PyIter.toArray(ts, iterable);
        }
        for (int i = 0; i < items.length; i++) {
            final Object item = items[i];
            if (!(item instanceof String)) {
                if (!PyObjects.isText(item)) {
                    throw Errors.typeError("sequence item " + i + ": expected str instance, "
                            + PyType.of(item).name() + " found");
                }
                items[i] = of(item);
            }
        }
        try {
            return StrMethods.join(of(self), items, items.length);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("translate($self, table, /)")
    static Object translate(final ThreadState ts, final Object self, final Object table) {
        return StrMethods.translate(of(self), c -> translated(ts, table, c));
    }

    private static Object translated(final ThreadState ts, final Object table, final int c) {
        final Object mapped;
        if (table instanceof PyDict d && d.isPlain()) {
            mapped = d.get(ts, (long) c);
            if (mapped == null) {
                return null;
            }
        } else {
            try {
                mapped = PyObjects.getItem(ts, table, (long) c);
            } catch (final PyRaise e) {
                if (Errors.matches(e, ExceptionTypes.LOOKUP_ERROR)) {
                    return null;
                }
                throw e;
            }
        }
        if (mapped == PyNone.NONE) {
            return "";
        }
        if (mapped instanceof Long n) {
            if (n < 0 || n > 0x10FFFF) {
                throw Errors.valueError("character mapping must be in range(0x110000)");
            }
            return Str.ofCodePoint((int) (long) n);
        }
        if (PyObjects.isText(mapped)) {
            return of(mapped);
        }
        throw Errors.typeError("character mapping must return integer, None or str");
    }

    // ---- str.format

    @PyMethod(value = "format($self, /, *args, **kwargs)", hidden = true)
    static Object format(final ThreadState ts, final Object self, final Object[] args, final PyDict kwargs) {
        try {
            return FormatFields.format(of(self), new FormatValues(ts, args, kwargs));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyMethod("format_map($self, mapping, /)")
    static Object formatMap(final ThreadState ts, final Object self, final Object mapping) {
        try {
            return FormatFields.format(of(self), new FormatValues(ts, null, mapping));
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }
}
