package dev.adder.profile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which IR instruction the interpreter was executing, from where a Java stack says its loop was: read off the switch
 * of the loop's own class file, so that it cannot drift from the source.
 */
final class LoopMap {
    private static final String LOOP = "/dev/adder/runtime/interp/InterpreterLoop.class";
    private static final int OPCODES = 256;

    /** By the bytecode index where a case begins. */
    private final TreeMap<Integer, BitSet> cases = new TreeMap<>();

    LoopMap() {
        try (InputStream in = LoopMap.class.getResourceAsStream(LOOP)) {
            if (in != null) {
                read(ClassFile.of().parse(in.readAllBytes()));
            }
        } catch (final IOException e) {
            // Without the map every instruction is possible, and the nearest in time is taken.
            cases.clear();
        }
    }

    private void read(final ClassModel loop) {
        for (final var m : loop.methods()) {
            if (m.methodName().equalsString("run")) {
                read(m.findAttribute(java.lang.classfile.Attributes.code()).orElseThrow());
            }
        }
    }

    private void read(final CodeAttribute code) {
        List<SwitchCase> dispatch = List.of();
        Label rest = null;
        for (final CodeElement e : code) {
            final List<SwitchCase> found = switch (e) {
                case TableSwitchInstruction s -> s.cases();
                case LookupSwitchInstruction s -> s.cases();
                default -> List.of();
            };
            if (found.size() > dispatch.size()) {
                dispatch = found;
                rest = e instanceof TableSwitchInstruction s ? s.defaultTarget()
                        : ((LookupSwitchInstruction) e).defaultTarget();
            }
        }
        if (rest == null) {
            return;
        }
        final BitSet others = new BitSet();
        others.set(0, OPCODES);
        for (final SwitchCase c : dispatch) {
            final int at = code.labelToBci(c.target());
            if (at != code.labelToBci(rest)) {
                cases.computeIfAbsent(at, k -> new BitSet()).set(c.caseValue());
                others.clear(c.caseValue());
            }
        }
        cases.put(code.labelToBci(rest), others);
    }

    /** The opcodes that the loop may have been at; null: any, it was between two. */
    BitSet at(final int bytecodeIndex) {
        final Map.Entry<Integer, BitSet> e = cases.floorEntry(bytecodeIndex);
        return e == null ? null : e.getValue();
    }
}
