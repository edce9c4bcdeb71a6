package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** Binds the arguments of a call to a function's parameters: {@code initialize_locals} of CPython's Python/ceval.c. */
final class Parameters {
    private Parameters() {
    }

    static void bind(final ThreadState ts, final PyFunction f, final Object[] regs, final Object[] args,
            final String[] kwNames) {
        final Code code = f.code().ir();
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int given = args.length - keywords;
        final int total = code.argCount + code.kwOnlyArgCount;
        final boolean varArgs = code.is(Code.CO_VARARGS);
        final boolean varKeywords = code.is(Code.CO_VARKEYWORDS);
        System.arraycopy(args, 0, regs, 0, Math.min(given, code.argCount));
        if (varArgs) {
            regs[total] = given > code.argCount
                    ? PyTuple.of(java.util.Arrays.copyOfRange(args, code.argCount, given)) : PyTuple.EMPTY;
        }
        PyDict extra = null;
        if (varKeywords) {
            extra = new PyDict();
            regs[varArgs ? total + 1 : total] = extra;
        }
        for (int k = 0; k < keywords; k++) {
            final String name = kwNames[k];
            final Object value = args[given + k];
            final int i = indexOf(code, name, total);
            if (i < 0) {
                if (extra != null) {
                    extra.putStr(name, value);
                    continue;
                }
                throw unexpectedKeyword(ts, f, code, kwNames, name, total);
            }
            if (regs[i] != null) {
                throw Errors.typeError(called(f) + "() got multiple values for argument '" + name + "'");
            }
            regs[i] = value;
        }
        if (given > code.argCount && !varArgs) {
            throw tooManyPositional(ts, f, code, given, regs);
        }
        if (given < code.argCount) {
            fillDefaults(ts, f, code, given, regs);
        }
        if (code.kwOnlyArgCount > 0) {
            fillKeywordDefaults(f, code, regs);
        }
    }

    private static int indexOf(final Code code, final String name, final int total) {
        for (int i = code.posOnlyArgCount; i < total; i++) {
            if (code.varNames[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String called(final PyFunction f) {
        return Str.toJava(f.qualname);
    }

    private static PyRaise unexpectedKeyword(final ThreadState ts, final PyFunction f, final Code code,
            final String[] kwNames, final String name, final int total) {
        final List<String> positionalOnly = new ArrayList<>();
        for (int i = 0; i < code.posOnlyArgCount; i++) {
            for (final String k : kwNames) {
                if (k.equals(code.varNames[i])) {
                    positionalOnly.add(k);
                }
            }
        }
        if (!positionalOnly.isEmpty()) {
            return Errors.typeError(called(f) + "() got some positional-only arguments passed as keyword arguments: '"
                    + String.join(", ", positionalOnly) + "'");
        }
        final List<String> candidates = new ArrayList<>();
        for (int i = code.posOnlyArgCount; i < total; i++) {
            candidates.add(code.varNames[i]);
        }
        final String suggestion = PyObjects.suggest(name, candidates);
        return Errors.typeError(called(f) + "() got an unexpected keyword argument '" + name + "'"
                + (suggestion == null ? "" : ". Did you mean '" + suggestion + "'?"));
    }

    private static PyRaise tooManyPositional(final ThreadState ts, final PyFunction f, final Code code,
            final int given, final Object[] regs) {
        int keywordOnlyGiven = 0;
        for (int i = code.argCount; i < code.argCount + code.kwOnlyArgCount; i++) {
            if (regs[i] != null) {
                keywordOnlyGiven++;
            }
        }
        final int defaults = f.defaults() == null ? 0 : f.defaults().size();
        final boolean plural;
        final String takes;
        if (defaults > 0) {
            takes = "from " + (code.argCount - defaults) + " to " + code.argCount;
            plural = true;
        } else {
            takes = Integer.toString(code.argCount);
            plural = code.argCount != 1;
        }
        final String keywordText = keywordOnlyGiven == 0 ? ""
                : " positional argument" + (given != 1 ? "s" : "") + " (and " + keywordOnlyGiven
                        + " keyword-only argument" + (keywordOnlyGiven != 1 ? "s" : "") + ")";
        return Errors.typeError(called(f) + "() takes " + takes + " positional argument" + (plural ? "s" : "")
                + " but " + given + keywordText + " " + (given == 1 && keywordOnlyGiven == 0 ? "was" : "were")
                + " given");
    }

    private static void fillDefaults(final ThreadState ts, final PyFunction f, final Code code, final int given,
            final Object[] regs) {
        final Object[] defaults = f.defaults() == null ? new Object[0] : f.defaults().items();
        final int required = code.argCount - defaults.length;
        List<String> missing = null;
        for (int i = given; i < required; i++) {
            if (regs[i] == null) {
                if (missing == null) {
                    missing = new ArrayList<>();
                }
                missing.add(code.varNames[i]);
            }
        }
        if (missing != null) {
            throw missingArguments(f, "positional", missing);
        }
        for (int i = Math.max(given, required); i < code.argCount; i++) {
            if (regs[i] == null) {
                regs[i] = defaults[i - required];
            }
        }
    }

    private static void fillKeywordDefaults(final PyFunction f, final Code code, final Object[] regs) {
        final Object[] defaults = f.keywordDefaults(code);
        boolean complete = true;
        for (int i = 0; i < defaults.length; i++) {
            final int parameter = code.argCount + i;
            if (regs[parameter] == null) {
                regs[parameter] = defaults[i];
                complete &= defaults[i] != null;
            }
        }
        if (!complete) {
            throw missingKeywordOnly(f, code, regs);
        }
    }

    private static PyRaise missingKeywordOnly(final PyFunction f, final Code code, final Object[] regs) {
        final List<String> missing = new ArrayList<>();
        for (int i = code.argCount; i < code.argCount + code.kwOnlyArgCount; i++) {
            if (regs[i] == null) {
                missing.add(code.varNames[i]);
            }
        }
        return missingArguments(f, "keyword-only", missing);
    }

    private static PyRaise missingArguments(final PyFunction f, final String kind, final List<String> names) {
        final int n = names.size();
        final StringBuilder list = new StringBuilder();
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                list.append(n > 2 ? ", " : " ");
                if (i == n - 1) {
                    list.append("and ");
                }
            }
            list.append('\'').append(names.get(i)).append('\'');
        }
        return Errors.typeError(called(f) + "() missing " + n + " required " + kind + " argument"
                + (n == 1 ? "" : "s") + ": " + list);
    }
}
