package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PySetter;

/** The members of the Unicode errors that name a codec. */
abstract class UnicodeCodecErrorMembers extends UnicodeErrorMembers {
    @PyGetter(value = "encoding", member = true)
    static Object getEncoding(final PyBaseException self) {
        return self.fieldOrNone("encoding");
    }

    @PySetter("encoding")
    static void setEncoding(final PyBaseException self, final Object value) {
        self.putField("encoding", value);
    }

    @PyDeleter("encoding")
    static void deleteEncoding(final PyBaseException self) {
        self.putField("encoding", null);
    }
}
