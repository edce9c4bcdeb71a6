package dev.adder.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BytecodeTest {
    private static final ClassDesc SELF = ClassDesc.of("dev.adder.jit.Written");

    /** A method of a class of its own whose code the consumer writes. */
    private static MethodHandle method(final MethodType type, final int arguments, final Consumer<Bytecode> writing)
            throws ReflectiveOperationException {
        final ClassBytes made = new ClassBytes(SELF, ConstantDescs.CD_Object);
        final Bytecode code = new Bytecode(made.pool, arguments, Bytecode.LONGEST);
        writing.accept(code);
        made.method("f", type.descriptorString(), ClassBytes.PUBLIC | ClassBytes.STATIC, code);
        final MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(made.finish(49, "\ud83d\u0000.py"), true);
        return lookup.findStatic(lookup.lookupClass(), "f", type);
    }

    private static int value(final MethodHandle f, final int argument) throws Throwable {
        return (int) (long) f.invokeExact((long) argument);
    }

    @Test
    void whatIsWrittenLastComesFirst() throws Throwable {
        final MethodHandle f = method(MethodType.methodType(long.class, long.class), 2, c -> {
            final Label other = c.newLabel();
            final Label one = c.newLabel();
            final Label two = c.newLabel();
            final Label end = c.newLabel();
            c.lineNumber(8);
            c.lload(0);
            c.l2i();
            c.lookupswitch(other, List.of(new Bytecode.Case(70_000, one), new Bytecode.Case(-3, two)));
            c.labelBinding(one);
            c.iinc(300, 1000);
            c.goto_(end);
            c.labelBinding(two);
            c.iinc(2, -1);
            c.iload(2);
            c.istore(300);
            c.goto_(end);
            c.labelBinding(other);
            c.loadConstant(1L << 40);
            c.lload(0);
            c.lcmp();
            c.ifeq(end);
            c.loadConstant(3L);
            c.lreturn();
            c.labelBinding(end);
            c.lineNumber(9);
            c.iload(300);
            c.i2l();
            c.lreturn();
            final int start = c.size();
            c.loadConstant(7);
            c.istore(300);
            c.loadConstant(40_000);
            c.istore(2);
            c.prologue(start, 7);
        });
        assertEquals(1007, value(f, 70_000));
        assertEquals(39_999, value(f, -3));
        assertEquals(3, value(f, 5));
        assertEquals(7L, (long) f.invokeExact(1L << 40));
    }

    @Test
    void aHandlerHasTheExceptionOnTheStack() throws Throwable {
        final MethodHandle f = method(MethodType.methodType(Object.class, Object.class), 1, c -> {
            final Label start = c.newBoundLabel();
            c.aload(0);
            c.checkcast(ConstantDescs.CD_String);
            c.areturn();
            final Label handler = c.newBoundLabel();
            c.invokevirtual(ConstantDescs.CD_Object, "getClass", MethodTypeDesc.of(ConstantDescs.CD_Class));
            c.areturn();
            c.exceptionCatchAll(start, handler, handler);
            c.exceptionCatchAll(start, start, handler);
        });
        assertEquals("text", f.invoke((Object) "text"));
        assertEquals(ClassCastException.class, f.invoke((Object) 1L));
    }

    @Test
    void constantsOfAllSizes() throws Throwable {
        for (final long n : new long[] {-1, 0, 1, 5, 6, -128, 128, -32768, 32768, Long.MIN_VALUE}) {
            assertEquals(n, (long) method(MethodType.methodType(long.class), 0, c -> {
                c.loadConstant(n);
                c.lreturn();
            }).invokeExact());
            assertEquals(0L, (long) method(MethodType.methodType(long.class), 0, c -> {
                c.loadConstant((int) n);
                c.loadConstant((int) n);
                c.isub();
                c.i2l();
                c.lreturn();
            }).invokeExact());
        }
        for (final double d : new double[] {0.0, -0.0, 1.5, Double.NaN}) {
            assertEquals(Double.doubleToRawLongBits(d), Double.doubleToRawLongBits((double) method(
                    MethodType.methodType(double.class), 0, c -> {
                        c.loadConstant(d);
                        c.dreturn();
                    }).invokeExact()));
        }
    }

    @Test
    void whatIsTooLongIsRefusedAtOnce() {
        final Bytecode code = new Bytecode(new ConstantPool(), 0, 100);
        assertThrows(Refused.class, () -> {
            while (true) {
                code.nop();
            }
        });
        assertEquals(100, code.size());
    }
}
