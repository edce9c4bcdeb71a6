package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.ir.CodeFormat;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyNumber;

/** The module {@code marshal}: CPython's format, with code objects in the IR's own binary form. */
@PyModuleSpec("marshal")
public final class MarshalModule extends NativeModule {
    /**
     * First four bytes of a cache file as a little-endian number: the version of the IR and the build that lowered it
     * (a cache made by a build that lowered otherwise must not be taken), and CR LF.
     */
    static final long MAGIC_TOKEN = 0x0a0d0000L
            | (CodeFormat.VERSION ^ CodeFormat.VERSION >> 16 ^ System.getProperty("adder.build", "").hashCode())
                    & 0xffff;
    private static final long VERSION = 5;
    private static final int CACHE_HEAD = 16;

    @Override
    public BuiltinTable table() {
        return new MarshalModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("version", VERSION);
    }

    /**
     * Whether the bytes of a cache file (16 bytes of head, then one code, as {@code importlib} writes it) are damaged or
     * cut short. What is wrong with the head is importlib's to find: such a file counts as good here.
     */
    public static boolean isDamagedCache(final byte[] file) {
        if (file.length < CACHE_HEAD || int32(file, 0) != (int) MAGIC_TOKEN) {
            return false;
        }
        final int code = CACHE_HEAD + 5;
        return file.length < code || (file[CACHE_HEAD] & 0x7f) != 'c' || int32(file, CACHE_HEAD + 1) != file.length - code
                || CodeFormat.fault(file, code, file.length - code) != null;
    }

    private static int int32(final byte[] b, final int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
    }

    @PyFunction("dumps($module, value, version=<unrepresentable>, /, *, allow_code=True)")
    Object dumps(final ThreadState ts, final Object value, final Object version, final boolean allowCode) {
        return PyBytes.of(MarshalWriter.write(ts, value, version(ts, version), allowCode));
    }

    private static int version(final ThreadState ts, final Object version) {
        return version == null ? (int) VERSION : PyNumber.asInt(ts, version);
    }

    @PyFunction("loads($module, bytes, /, *, allow_code=True)")
    Object loads(final ThreadState ts, final Object bytes, final boolean allowCode) {
        return new MarshalReader(ts, Buffers.toArray(ts, bytes), allowCode).read();
    }

    @PyFunction("dump($module, value, file, version=<unrepresentable>, /, *, allow_code=True)")
    Object dump(final ThreadState ts, final Object value, final Object file, final Object version,
            final boolean allowCode) {
        return Calls.method1(ts, file, "write",
                PyBytes.of(MarshalWriter.write(ts, value, version(ts, version), allowCode)));
    }

    /** Reads no byte behind the value: the file is put back to its end. */
    @PyFunction("load($module, file, /, *, allow_code=True)")
    Object load(final ThreadState ts, final Object file, final boolean allowCode) {
        final Object start = Calls.method0(ts, file, "tell");
        final Object all = Calls.method0(ts, file, "read");
        if (!(all instanceof PyBytes b)) {
            throw Errors.typeError("file.read() returned not bytes but " + PyType.of(all).name());
        }
        final MarshalReader reader = new MarshalReader(ts, b.bytes(), allowCode);
        final Object value = reader.read();
        Calls.method1(ts, file, "seek", PyNumber.asSsize(ts, start) + reader.position());
        return value;
    }
}
