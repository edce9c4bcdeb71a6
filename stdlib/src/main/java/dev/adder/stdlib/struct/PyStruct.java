package dev.adder.stdlib.struct;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.BufferView;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** A compiled format: {@code struct.Struct}. */
@PyTypeSpec(name = "Struct", module = "_struct")
public final class PyStruct extends PySlotted {

    static final PyType TYPE = PyType.builtin("Struct", "_struct", null, new PyStructTable()).withWeakref();

    /** Both are null until {@code __init__}. */
    private volatile StructFormat format;
    private String text;

    private PyStruct(PyType type) {
        super(type);
    }

    private StructFormat format() {
        StructFormat made = format;
        if (made == null) {
            throw Errors.runtimeError("Struct object is not initialized");
        }
        return made;
    }

    @PyNew(value = "(*args, **kwargs)", hidden = true)
    static Object make(PyType cls, Object[] args, PyDict keywords) {
        return new PyStruct(cls);
    }

    @PyMethod(value = "__init__($self, format)", hidden = true)
    void init(ThreadState ts, Object newFormat) {
        String newText = formatText(ts, newFormat);
        StructFormat made = new StructFormat(newText);
        text = newText;
        format = made;
    }

    static PyStruct of(ThreadState ts, Object format) {
        PyStruct struct = new PyStruct(TYPE);
        struct.init(ts, format);
        return struct;
    }

    private static String formatText(ThreadState ts, Object format) {
        String text;
        if (format instanceof PyBytes b) {
            text = new String(b.bytes(), StandardCharsets.ISO_8859_1);
        } else if (PyObjects.isText(format)) {
            Object value = PyObjects.textOf(format);
            if (!Str.isAscii(value)) {
                value = dev.adder.runtime.Calls.method1(ts, value, "encode", "ascii");
            }
            text = (String) value;
        } else {
            throw Errors.typeError("Struct() argument 1 must be a str or bytes object, not "
                    + PyType.of(format).name());
        }
        if (text.indexOf(0) >= 0) {
            throw StructModule.error("embedded null character");
        }
        return text;
    }

    private int checkedSize() {
        if (format().size() > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        return (int) format().size();
    }

    @PyMethod(value = "pack($self, /, *args)", hidden = true)
    Object pack(ThreadState ts, Object[] args) {
        return pack(ts, args, 0);
    }

    Object pack(ThreadState ts, Object[] args, int first) {
        checkCount("pack", args.length - first);
        byte[] out = new byte[checkedSize()];
        StructCodec.pack(ts, format(), out, 0, args, first);
        return PyBytes.of(out);
    }

    private void checkCount(String function, int given) {
        if (given != format().items()) {
            throw StructModule.error(function + " expected " + format().items() + " items for packing (got "
                    + given + ")");
        }
    }

    @PyMethod(value = "pack_into($self, /, *args)", hidden = true)
    void packInto(ThreadState ts, Object[] args) {
        packInto(ts, args, 0);
    }

    void packInto(ThreadState ts, Object[] args, int first) {
        format();
        int given = args.length - first;
        if (given < 1) {
            throw StructModule.error("pack_into expected buffer argument");
        }
        if (given < 2) {
            throw StructModule.error("pack_into expected offset argument");
        }
        checkCount("pack_into", given - 2);
        try (BufferView out = Buffers.writable(ts, args[first])) {
            long offset = packOffset(out.byteLength(), PyNumber.asSsize(ts, args[first + 1]));
            byte[] packed = new byte[checkedSize()];
            StructCodec.pack(ts, format(), packed, 0, args, first + 2);
            MemorySegment.copy(packed, 0, out.data(), ValueLayout.JAVA_BYTE, out.offset() + offset, packed.length);
        }
    }

    /** Where to pack in a buffer of {@code length} bytes, of which a negative offset counts from the end. */
    private long packOffset(long length, long offset) {
        long size = format().size();
        long from = offset;
        if (from < 0) {
            if (from + size > 0) {
                throw StructModule.error("no space to pack " + size + " bytes at offset " + from);
            }
            if (from + length < 0) {
                throw StructModule.error("offset " + from + " out of range for " + length + "-byte buffer");
            }
            from += length;
        }
        if (length - from < size) {
            throw StructModule.error("pack_into requires a buffer of at least " + Long.toUnsignedString(size
                    + from) + " bytes for packing "
                    + size + " bytes at offset " + from + " (actual buffer size is " + length + ")");
        }
        return from;
    }

    @PyMethod("unpack($self, buffer, /)")
    Object unpack(ThreadState ts, Object buffer) {
        byte[] data = Buffers.bytes(ts, buffer);
        if (data.length != format().size()) {
            throw StructModule.error("unpack requires a buffer of " + format().size() + " bytes");
        }
        return StructCodec.unpack(format(), data, 0);
    }

    @PyMethod("unpack_from($self, /, buffer, offset=0)")
    Object unpackFrom(ThreadState ts, Object buffer, long offset) {
        byte[] data = Buffers.bytes(ts, buffer);
        long from = offset;
        long size = format().size();
        if (from < 0) {
            if (from + size > 0) {
                throw StructModule.error("not enough data to unpack " + size + " bytes at offset " + from);
            }
            if (from + data.length < 0) {
                throw StructModule.error("offset " + from + " out of range for " + data.length + "-byte buffer");
            }
            from += data.length;
        }
        if (data.length - from < size) {
            throw StructModule.error("unpack_from requires a buffer of at least " + Long.toUnsignedString(size + from)
                    + " bytes for unpacking " + size + " bytes at offset " + from + " (actual buffer size is "
                    + data.length + ")");
        }
        return StructCodec.unpack(format(), data, (int) from);
    }

    @PyMethod("iter_unpack($self, buffer, /)")
    Object iterUnpack(ThreadState ts, Object buffer) {
        format();
        byte[] data = Buffers.bytes(ts, buffer);
        if (format().size() == 0) {
            throw StructModule.error("cannot iteratively unpack with a struct of length 0");
        }
        if (data.length % format().size() != 0) {
            throw StructModule.error("iterative unpacking requires a buffer of a multiple of "
                    + format().size() + " bytes");
        }
        return new UnpackIterator(format(), data);
    }

    @PyGetter("format")
    Object formatText() {
        format();
        return text;
    }

    @PyGetter("size")
    long size() {
        StructFormat made = format;
        return made == null ? -1 : made.size();
    }

    @PyMethod("__repr__($self, /)")
    Object repr(ThreadState ts) {
        return Str.ofUtf16(type().name() + "(" + PyObjects.reprJava(ts, text) + ")");
    }
}
