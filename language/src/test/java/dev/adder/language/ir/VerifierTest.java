package dev.adder.language.ir;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adder.language.ast.Singleton;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule, broken once. */
final class VerifierTest {
    private static CodeBuilder builder() {
        CodeBuilder b = new CodeBuilder("f", "f", "test.py", 1);
        b.variables(List.of("x"), List.of(), List.of(), List.of());
        return b;
    }

    private static void refused(CodeBuilder b) {
        Code code = b.finish();
        assertThrows(VerifyException.class, () -> Verifier.verify(code));
    }

    @Test
    void readsUnboundLocal() {
        CodeBuilder b = builder();
        b.emit(Opcodes.RETURN, Reg.local(0));
        refused(b);
    }

    @Test
    void readsTemporaryWrittenOnOneWayOnly() {
        CodeBuilder b = builder();
        CodeBuilder.Label skip = b.label();
        int t = b.temp();
        int none = b.constant(Singleton.NONE);
        b.emitJump(Opcodes.JUMP_IF_TRUE, skip, none);
        b.emit(Opcodes.MOVE, t, none);
        b.bind(skip);
        b.emit(Opcodes.RETURN, t);
        refused(b);
    }

    @Test
    void loopItemIsUnboundAtExit() {
        CodeBuilder b = builder();
        CodeBuilder.Label top = b.label();
        CodeBuilder.Label exit = b.label();
        int t = b.temp();
        b.emit(Opcodes.GET_ITER, t, b.constant("ab"));
        b.bind(top);
        b.emitJump(Opcodes.FOR_ITER, exit, Reg.local(0), t);
        b.loop(top);
        b.bind(exit);
        b.emit(Opcodes.RETURN, Reg.local(0));
        refused(b);
    }

    @Test
    void destinationIsUnboundInHandler() {
        CodeBuilder b = builder();
        CodeBuilder.Handler handler = b.newHandler(b.temp());
        b.handler(handler);
        b.emit(Opcodes.LOAD_GLOBAL, Reg.local(0), b.name("y"));
        b.handler(null);
        b.emit(Opcodes.RETURN, Reg.local(0));
        b.bind(handler.label());
        b.emit(Opcodes.RETURN, Reg.local(0));
        refused(b);
    }

    @Test
    void writesConstant() {
        CodeBuilder b = builder();
        int none = b.constant(Singleton.NONE);
        b.emit(Opcodes.MOVE, none, b.constant(1L));
        b.emit(Opcodes.RETURN, none);
        refused(b);
    }

    @Test
    void fallsOffTheEnd() {
        CodeBuilder b = builder();
        b.emit(Opcodes.NOP);
        refused(b);
    }

    @Test
    void jumpsBackwardWithoutLoop() {
        CodeBuilder b = builder();
        CodeBuilder.Label top = b.label();
        b.bind(top);
        b.emit(Opcodes.NOP);
        b.emitJump(Opcodes.JUMP_IF_TRUE, top, b.constant(1L));
        b.emit(Opcodes.RETURN, b.constant(1L));
        refused(b);
    }
}
