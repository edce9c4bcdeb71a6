package dev.adder.language.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

final class OpTest {
    @Test
    void numbersAreOrdinals() throws ReflectiveOperationException {
        int constants = 0;
        for (Field field : Opcodes.class.getFields()) {
            if (!field.getName().equals("COUNT")) {
                assertEquals(Op.valueOf(field.getName()).ordinal(), field.getInt(null));
                constants++;
            }
        }
        assertEquals(Op.values().length, constants);
    }

    @Test
    void variableOperandIsLast() {
        for (Op op : Op.values()) {
            for (int i = 0; i < op.operandCount() - 1; i++) {
                Op.Kind kind = op.kind(i);
                assertTrue(kind != Op.Kind.REGS && kind != Op.Kind.DREGS, op.name());
            }
        }
    }

    @Test
    void operatorsStandInTheOrderOfTheTree() {
        String[] expected = {"ADD", "SUB", "MUL", "MATMUL", "TRUE_DIV", "MOD", "POW", "LSHIFT", "RSHIFT", "OR", "XOR",
            "AND", "FLOOR_DIV"};
        assertEquals(dev.adder.language.ast.Operator.values().length, expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], Op.of(Opcodes.ADD + i).name());
            assertEquals("I" + expected[i], Op.of(Opcodes.IADD + i).name());
        }
    }

    @Test
    void branchesHaveTargetsAndEndsDoNotFallThrough() {
        for (Op op : Op.values()) {
            if (op.mayBranch()) {
                assertTrue(op.targetOffset() > 0, op.name());
                assertFalse(op.endsBlock(), op.name());
            }
        }
    }
}
