package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * Lays a sampled Java stack over the Python frames. Reading from the innermost Java frame outwards, the first one that
 * is the interpreter's loop or a compiled unit says in which tier the Python code ran; what lies above it says whether
 * the time was its own, or that of a helper that it called. A compiled unit's frame has Python's line. The loop's frame
 * has not: the line is that of the sampler's nearest reading of the thread that was at the instruction which the loop
 * was executing.
 */
final class Attribution {
    private static final String UNIT = "dev.adder.jit.py_";
    private static final String LOOP = "dev.adder.runtime.interp.InterpreterLoop";

    private final Units units;
    private final LoopMap loop = new LoopMap();

    /** Where a Java stack says that time went. */
    record Found(Line line, Spent on, Place place, CodeState inner, String helper) {
    }

    Attribution(final Units units) {
        this.units = units;
    }

    Found find(final ThreadLog log, final long time, final List<RecordedFrame> frames, final boolean truncated) {
        String helper = null;
        boolean compiling = false;
        for (final RecordedFrame f : frames) {
            final RecordedMethod method = f.getMethod();
            final String type = method.getType().getName();
            if (type.startsWith(UNIT)) {
                final CodeState state = units.of(method.getName());
                if (state == null || f.getLineNumber() <= 0) {
                    continue;
                }
                return new Found(new Line(state, f.getLineNumber()), spent(Spent.COMPILED, helper, compiling),
                        log.near(time, null), state, helper);
            }
            if (type.equals(LOOP)) {
                final Place place = log.near(time, loop.at(f.getBytecodeIndex()));
                return new Found(place == null ? Line.OUTSIDE : place.line(),
                        spent(Spent.INTERPRETED, helper, compiling), place, null, helper);
            }
            if (isCompiler(type)) {
                compiling = true;
            } else if (!isEngine(type)) {
                helper = name(type, method.getName());
            }
        }
        if (truncated || frames.isEmpty()) {
            final Place place = log.near(time, null);
            return new Found(place == null ? Line.OUTSIDE : place.line(),
                    spent(Spent.INTERPRETED, helper, compiling), place, null, helper);
        }
        return new Found(Line.OUTSIDE, spent(Spent.HELPERS, null, compiling), null, null, null);
    }

    private static Spent spent(final Spent tier, final String helper, final boolean compiling) {
        return compiling ? Spent.COMPILING : helper != null ? Spent.HELPERS : tier;
    }

    private static boolean isCompiler(final String type) {
        return type.startsWith("dev.adder.jit.") && !type.equals("dev.adder.jit.Support")
                && !type.equals("dev.adder.jit.Exits") && !type.equals("dev.adder.jit.Unit")
                && !type.equals("dev.adder.jit.Failed");
    }

    /** Whether a class belongs to both engines' own work: moving operands, looking up, boxing, calling. */
    private static boolean isEngine(final String type) {
        if (type.startsWith("dev.adder.")) {
            return type.startsWith("dev.adder.runtime.interp.") || type.startsWith("dev.adder.jit.")
                    || type.equals("dev.adder.runtime.Calls") || type.equals("dev.adder.runtime.ThreadState")
                    || type.equals("dev.adder.runtime.BuiltinFunction")
                    || type.equals("dev.adder.runtime.BuiltinDescriptor") || type.endsWith("Table");
        }
        return switch (type) {
            case "java.lang.Long", "java.lang.Double", "java.lang.Boolean", "java.lang.Integer", "java.lang.Math",
                    "java.lang.Object", "java.lang.Number", "java.lang.invoke.Invokers$Holder" -> true;
            default -> type.startsWith("java.lang.invoke.LambdaForm");
        };
    }

    private static String name(final String type, final String method) {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }

    /** The codes on the stack, each once. */
    static Set<CodeState> codes(final Found found) {
        final Set<CodeState> all = new HashSet<>();
        for (Place p = found.place; p != null && !p.isRoot(); p = p.caller) {
            all.add(p.state);
        }
        if (found.inner != null) {
            all.add(found.inner);
        }
        return all;
    }
}
