package dev.adder.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocstringsTest {
    /** As {@code tools/lib/docstrings.py} writes them; these keys sort alike by character and by byte. */
    private static ByteBuffer file(final TreeMap<String, String> texts) {
        final StringBuilder all = new StringBuilder();
        final ByteBuffer head = ByteBuffer.allocate(8 + 4 * texts.size());
        head.putInt(0x41444f43).putInt(texts.size());
        for (final Map.Entry<String, String> e : texts.entrySet()) {
            head.putInt(head.capacity() + all.toString().getBytes(StandardCharsets.UTF_8).length);
            all.append(e.getKey()).append('\0').append(e.getValue()).append('\0');
        }
        final byte[] rest = all.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.capacity() + rest.length).put(head.array()).put(rest);
    }

    @Test
    void findsEachTextAndNoOther() {
        final TreeMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            texts.put("module.Type" + i, "text \u00fc " + i);
            texts.put("module.Type" + i + ".method", "");
        }
        final ByteBuffer file = file(texts);
        for (final Map.Entry<String, String> e : texts.entrySet()) {
            assertEquals(e.getValue(), Docstrings.find(file, e.getKey()));
        }
        assertNull(Docstrings.find(file, "module.Type"));
        assertNull(Docstrings.find(file, "a"));
        assertNull(Docstrings.find(file, "z"));
        assertNull(Docstrings.find(file(new TreeMap<>()), "a"));
    }
}
