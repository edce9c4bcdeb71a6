package dev.adder.stdlib.sre;

import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.io.ByteArrayOutputStream;

/** Joins pieces as {@code "".join(list)} and {@code b"".join(list)} do, with their errors. */
final class Joiner {

    private final StrBuilder text;
    private final ByteArrayOutputStream bytes;
    private final ThreadState ts;
    private int count;

    Joiner(ThreadState ts, boolean isBytes) {
        this.ts = ts;
        text = isBytes ? null : new StrBuilder();
        bytes = isBytes ? new ByteArrayOutputStream() : null;
    }

    void append(Object piece) {
        if (text != null) {
            if (!PyObjects.isText(piece)) {
                throw Errors.typeError("sequence item " + count + ": expected str instance, " + PyType.of(piece).name()
                        + " found");
            }
            text.append(PyObjects.textOf(piece));
        } else {
            byte[] more = Buffers.bytesOrNull(ts, piece);
            if (more == null) {
                throw Errors.typeError("sequence item " + count + ": expected a bytes-like object, "
                        + PyType.of(piece).name() + " found");
            }
            bytes.write(more, 0, more.length);
        }
        count++;
    }

    Object result() {
        return text != null ? text.build() : PyBytes.of(bytes.toByteArray());
    }
}
