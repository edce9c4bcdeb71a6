package dev.adder.runtime.codecs;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.text.BuiltinErrors;
import dev.adder.runtime.text.CodecErrors;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The codecs and error handlers of one interpreter (CPython: Python/codecs.c). */
public final class CodecRegistry {
    private final List<Object> searchFunctions = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, PyTuple> codecs = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Object> handlers = new ConcurrentHashMap<>();
    private volatile boolean started;

    /** The registry of the thread's interpreter. */
    public static CodecRegistry of(final ThreadState ts) {
        CodecRegistry registry = ts.interp.part(CodecRegistry.class);
        if (registry == null) {
            synchronized (ts.interp) {
                registry = ts.interp.part(CodecRegistry.class);
                if (registry == null) {
                    registry = new CodecRegistry();
                    ts.interp.setPart(CodecRegistry.class, registry);
                }
            }
        }
        return registry;
    }

    public void register(final Object function) {
        searchFunctions.add(function);
    }

    /** Forgets the search function and everything found so far. */
    public void unregister(final Object function) {
        if (searchFunctions.removeIf(f -> f == function)) {
            codecs.clear();
        }
    }

    /** The CodecInfo tuple of an encoding; LookupError. */
    public PyTuple lookup(final ThreadState ts, final String encoding) {
        final String key = normalise(encoding);
        final PyTuple known = codecs.get(key);
        if (known != null) {
            return known;
        }
        if (!started) {
            started = true;
            Calls.call1(ts, ts.interp.builtins().getStr("__import__"), "encodings");
        }
        for (final Object function : searchFunctions) {
            final Object found = Calls.call1(ts, function, Str.fromNameKey(key));
            if (found == PyNone.NONE) {
                continue;
            }
            if (!(found instanceof PyTuple info) || info.size() != 4) {
                throw Errors.typeError("codec search functions must return 4-tuples");
            }
            codecs.put(key, info);
            return info;
        }
        throw Errors.lookupError("unknown encoding: " + encoding);
    }

    /** Small letters, one underscore for anything that is neither letter, digit nor point: what search functions get. */
    private static String normalise(final String encoding) {
        final StringBuilder out = new StringBuilder(encoding.length());
        boolean gap = false;
        for (int i = 0; i < encoding.length(); i++) {
            final char c = encoding.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c) || c == '.') {
                if (gap && !out.isEmpty()) {
                    out.append('_');
                }
                gap = false;
                out.append(Character.toLowerCase(c));
            } else {
                gap = true;
            }
        }
        return out.toString();
    }

    public void registerError(final String name, final Object handler) {
        handlers.put(name, handler);
    }

    /** Removes a registered handler; false if there is none. */
    public boolean unregisterError(final String name) {
        return handlers.remove(name) != null;
    }

    /** The registered Python handler, or null. */
    public Object registeredError(final String name) {
        return handlers.get(name);
    }

    /** The handler of this name; LookupError. */
    public CodecErrors errors(final ThreadState ts, final String name) {
        final CodecErrors builtin = BuiltinErrors.of(name);
        if (builtin != null) {
            return builtin;
        }
        final Object handler = handlers.get(name);
        if (handler == null) {
            // Looked up only when it is needed, as CPython does: an unknown name is no error while nothing goes wrong.
            if (ts.interp.isDevelopment()) {
                throw Errors.lookupError("unknown error handler name '" + name + "'");
            }
            return new UnknownErrors(name);
        }
        return new PythonErrors(ts, handler);
    }

    private record UnknownErrors(String name) implements CodecErrors {
        @Override
        public Fix decode(final String encoding, final byte[] input, final int start, final int end,
                final String reason) {
            throw Errors.lookupError("unknown error handler name '" + name + "'");
        }

        @Override
        public Fix encode(final String encoding, final Object text, final int start, final int end,
                final String reason) {
            throw Errors.lookupError("unknown error handler name '" + name + "'");
        }

        @Override
        public Fix translate(final Object text, final int start, final int end, final String reason) {
            throw Errors.lookupError("unknown error handler name '" + name + "'");
        }
    }
}
