package dev.adder.language.ir.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Sources;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnalysisTest {
    private static int find(Code code, Op op, int nth) {
        int seen = 0;
        int pc = 0;
        while (pc < code.code.length) {
            if (Op.of(code.code[pc]) == op && seen++ == nth) {
                return pc;
            }
            pc += Op.of(code.code[pc]).length(code.code, pc);
        }
        throw new AssertionError("no " + op);
    }

    private static List<String> locals(Code code, BitSet live) {
        List<String> names = new ArrayList<>();
        for (int i = live.nextSetBit(0); i >= 0 && i < code.cellBase; i = live.nextSetBit(i + 1)) {
            names.add(code.varNames[i]);
        }
        return names;
    }

    @Test
    void loopsNest() {
        Code code = Sources.function("""
                def f(n):
                    t = 0
                    for i in n:
                        while t < i:
                            t += 1
                        if t: continue
                        t -= 1
                    return t
                """);
        Blocks blocks = new Blocks(code);
        assertEquals(2, blocks.loopHeaders().length);
        assertEquals(2, blocks.loops().size());
        Blocks.Loop outer = blocks.loops().get(0);
        Blocks.Loop inner = blocks.loops().get(1);
        assertTrue(outer.contains(inner.header()));
        assertFalse(inner.contains(outer.header()));
        assertEquals(inner, blocks.innermost(blocks.at(find(code, Op.IADD, 0))));
        assertEquals(outer, blocks.innermost(blocks.at(find(code, Op.ISUB, 0))));
        assertEquals(null, blocks.innermost(blocks.at(find(code, Op.RETURN, 0))));
    }

    @Test
    void lastUseEndsLife() {
        Code code = Sources.function("""
                def f(a, b):
                    c = a + b
                    d = c * a
                    return d
                """);
        Liveness liveness = new Liveness(new Blocks(code));
        assertEquals(List.of("a", "b"), locals(code, liveness.before(0)));
        assertEquals(List.of("a", "c"), locals(code, liveness.before(find(code, Op.MUL, 0))));
        assertEquals(List.of("d"), locals(code, liveness.after(find(code, Op.MUL, 0))));
        assertTrue(liveness.after(find(code, Op.RETURN, 0)).isEmpty());
    }

    @Test
    void loopThatAlwaysBreaksMayLeaveItsVariableAlone() {
        Code code = Sources.function("""
                def f(a, i):
                    for i in a:
                        break
                    return i
                """);
        Liveness liveness = new Liveness(new Blocks(code));
        assertEquals(List.of("i"), locals(code, liveness.before(find(code, Op.FOR_ITER, 0))));
    }

    @Test
    void whatAHandlerReadsLivesThroughTheBody() {
        Code code = Sources.function("""
                def f(a, b):
                    try:
                        a = g()
                    except E:
                        return a, b
                    return 1
                """);
        Liveness liveness = new Liveness(new Blocks(code));
        assertEquals(List.of("a", "b"), locals(code, liveness.before(find(code, Op.CALL, 0))));
        assertEquals(List.of(), locals(code, liveness.after(find(code, Op.CALL, 0))));
    }

    @Test
    void exhaustedLoopKeepsTheOldItem() {
        Code code = Sources.function("""
                def f(x, it):
                    for x in it:
                        pass
                    return x
                """);
        Liveness liveness = new Liveness(new Blocks(code));
        assertTrue(locals(code, liveness.before(find(code, Op.FOR_ITER, 0))).contains("x"));
    }

    @Test
    void frameAccess() {
        assertTrue(FrameAccess.mayReadOwnFrame(Sources.function("def f(): return locals()")));
        assertTrue(FrameAccess.mayReadOwnFrame(Sources.function("def f(): return vars()")));
        assertTrue(FrameAccess.mayReadOwnFrame(Sources.function("def f(x): return vars(x), map(dir, x)")));
        assertFalse(FrameAccess.mayReadOwnFrame(Sources.function("def f(x): return [dir(vars(y)) for y in x]")));
        assertFalse(FrameAccess.mayReadOwnFrame(Sources.function("def f(x): return x.y")));
    }
}
