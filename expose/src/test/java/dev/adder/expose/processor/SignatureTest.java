package dev.adder.expose.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adder.expose.processor.Signature.Kind;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void readsEveryKindOfParameter() {
        Signature s = Signature.parse("f($self, a, b=(1, 2), /, c=',', *args, d, e=None, **kw)");
        assertEquals("f", s.name());
        assertEquals("$self", s.receiver());
        assertEquals("(1, 2)", s.parameters().get(1).defaultText());
        assertEquals("','", s.parameters().get(2).defaultText());
        assertEquals(Kind.VAR_POSITIONAL, s.parameters().get(3).kind());
        assertEquals(Kind.KEYWORD_ONLY, s.parameters().get(4).kind());
        assertEquals(Kind.VAR_KEYWORD, s.parameters().get(6).kind());
        assertEquals(2, s.positionalOnly());
        assertEquals(1, s.minPositional());
        assertEquals(3, s.maxPositional());
        assertEquals(1, s.requiredKeywords());
    }

    @Test
    void slashAfterSelfMakesOnlySelfPositional() {
        Signature s = Signature.parse("sort($self, /, *, key=None, reverse=False)");
        assertEquals(0, s.maxPositional());
        assertEquals(2, s.count(Kind.KEYWORD_ONLY));
    }

    @Test
    void showsTheReceiver() {
        assertEquals("($module, x, /)", shown("sin(x, /)"));
        assertEquals("($module, /, x)", shown("sin(x)"));
        assertEquals("($module)", shown("sin()"));
        assertEquals("($self, /)", shown("sin($self, /)"));
    }

    private static String shown(String text) {
        return Signature.parse(text).textSignature(text, "$module");
    }

    @Test
    void rejectsNonsense() {
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("f"));
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("f(a=1, b)"));
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("f(/, a)"));
        assertThrows(IllegalArgumentException.class, () -> Signature.parse("f(a b)"));
    }
}
