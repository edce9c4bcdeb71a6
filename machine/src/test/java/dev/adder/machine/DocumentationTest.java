package dev.adder.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    /** docs/machine.md has a row for each property, with its unit and meaning. */
    @Test
    void everyPropertyIsDocumented() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("adder.home", ".."), "docs", "machine.md"));
        for (Property property : Property.values()) {
            String row = "| `" + property.id() + "` | " + property.dimension().unit() + " | " + property.meaning()
                    + " |";
            assertTrue(text.contains(row), row);
        }
    }
}
