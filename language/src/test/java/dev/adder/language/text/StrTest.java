package dev.adder.language.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class StrTest {

    private static final Object WIDE = Str.of('a', 0x1F600, 'b', 0xD83D);

    @Test
    void oneTextHasOneClass() {
        assertInstanceOf(String.class, Str.slice(WIDE, 2, 4));
        assertInstanceOf(WideStr.class, Str.slice(WIDE, 1, 2));
        assertInstanceOf(String.class, Str.sliceStep(WIDE, 0, 2, 2));
        assertInstanceOf(WideStr.class, Str.concat("x", WIDE));
        assertInstanceOf(String.class, Str.concat("\ud83d", "\ude00"));
        assertInstanceOf(WideStr.class, Str.ofUtf16("\ud83d\ude00"));
        assertInstanceOf(String.class, Str.ofUtf16("\ude00\ud83d"));
    }

    @Test
    void utf16RoundTrip() {
        assertEquals(WIDE, Str.ofUtf16("a\ud83d\ude00b\ud83d"));
        assertEquals("a\ud83d\ude00b\ud83d", Str.toJava(WIDE));
        assertEquals(4, Str.length(WIDE));
    }

    @Test
    void ordersByCodePoint() {
        assertTrue(Str.compare("\uffff", Str.of(0x10000)) < 0);
        assertTrue(Str.compare(Str.of(0x10000), Str.of(0x10000, 'a')) < 0);
        assertEquals(0, Str.compare(WIDE, Str.of('a', 0x1F600, 'b', 0xD83D)));
    }

    @Test
    void searches() {
        assertEquals(2, Str.find(WIDE, "b"));
        assertEquals(1, Str.find(WIDE, Str.of(0x1F600)));
        assertEquals(-1, Str.find("abc", Str.of(0x1F600)));
        assertEquals(3, Str.find("abc", "", 3, 3));
        assertEquals(-1, Str.find("abc", "", 4, 3));
        assertEquals(4, Str.rfind(WIDE, "", 0, 4));
        assertEquals(5, Str.count(WIDE, "", 0, 4));
        assertEquals(2, Str.count("aaaaa", "aa", 0, 5));
        assertEquals(-1, Str.rfind("abcabc", "abc", 4, 6));
        assertEquals(-1, Str.find("abcabc", "abc", 0, 2));
    }

    @Test
    void searchesRepetitiveTextsInLinearTime() {
        String text = "a".repeat(200_000);
        String needle = "a".repeat(5_000) + "b" + "a".repeat(5_000);
        assertEquals(-1, Str.find(text, needle));
        assertEquals(-1, Str.rfind(text, needle, 0, text.length()));
        assertEquals(200_000, Str.find(text + needle + text, needle) + 0);
        assertEquals(200_000, Str.rfind(text + needle + text, needle, 0, 410_001));
        Object wide = Str.concat(Str.concat(text, needle), Str.of(0x1F600));
        assertEquals(200_000, Str.find(wide, needle));
        assertEquals(200_000, Str.rfind(wide, needle, 0, Str.length(wide)));
    }

    @Test
    void builderWidensOnce() {
        StrBuilder b = new StrBuilder();
        b.append("x\ud83d").append(0xDE00).append(0x1F600).append("y");
        assertEquals(Str.of('x', 0xD83D, 0xDE00, 0x1F600, 'y'), b.build());
        b.setLength(3);
        assertEquals("x\ud83d\ude00", b.build());
    }
}
