package dev.adder.stdlib.hash;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;

/** Arguments of hash functions. */
final class HashInput {

    private HashInput() {
    }

    static byte[] bytes(ThreadState ts, Object o) {
        if (PyObjects.isText(o)) {
            throw Errors.typeError("Strings must be encoded before hashing");
        }
        byte[] bytes = Buffers.bytesOrNull(ts, o);
        if (bytes == null) {
            throw Errors.typeError("object supporting the buffer API required");
        }
        return bytes;
    }

    /** The data of a constructor, which may come under either name; none is empty. */
    static byte[] initial(ThreadState ts, Object data, Object string) {
        if (data != null && string != null) {
            throw Errors.typeError("'data' and 'string' are mutually exclusive and support for 'string' keyword "
                    + "parameter is slated for removal in a future version.");
        }
        Object given = data != null ? data : string;
        return given == null ? new byte[0] : bytes(ts, given);
    }
}
