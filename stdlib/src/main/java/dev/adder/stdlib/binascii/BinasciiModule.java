package dev.adder.stdlib.binascii;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;
import java.math.BigInteger;

/** The module {@code binascii}. */
@PyModuleSpec("binascii")
public final class BinasciiModule extends NativeModule {

    private static final PyType ERROR_TYPE = PyType.builtin("Error", "binascii", ExceptionTypes.VALUE_ERROR, null);
    private static final PyType INCOMPLETE_TYPE =
            PyType.builtin("Incomplete", "binascii", ExceptionTypes.EXCEPTION, null);

    @PyConstant("Error")
    static final Object ERROR = ERROR_TYPE;
    @PyConstant("Incomplete")
    static final Object INCOMPLETE = INCOMPLETE_TYPE;

    static PyRaise error(String message) {
        return Errors.of(ERROR_TYPE, message);
    }

    @Override
    public BuiltinTable table() {
        return new BinasciiModuleTable();
    }

    @PyFunction("a2b_uu($module, data, /)")
    static Object fromUu(ThreadState ts, Object data) {
        return PyBytes.of(Uu.decode(Buffers.bytesOrAscii(ts, data)));
    }

    @PyFunction("b2a_uu($module, data, /, *, backtick=False)")
    static Object toUu(ThreadState ts, Object data, boolean backtick) {
        return PyBytes.of(Uu.encode(Buffers.bytes(ts, data), backtick));
    }

    @PyFunction("a2b_base64($module, data, /, *, strict_mode=False)")
    static Object fromBase64(ThreadState ts, Object data, boolean strict) {
        return PyBytes.of(Base64Codec.decode(Buffers.bytesOrAscii(ts, data), strict));
    }

    @PyFunction("b2a_base64($module, data, /, *, newline=True)")
    static Object toBase64(ThreadState ts, Object data, boolean newline) {
        return PyBytes.of(Base64Codec.encode(Buffers.bytes(ts, data), newline));
    }

    @PyFunction("a2b_qp($module, /, data, header=False)")
    static Object fromQp(ThreadState ts, Object data, boolean header) {
        return PyBytes.of(QuotedPrintable.decode(Buffers.bytesOrAscii(ts, data), header));
    }

    @PyFunction("b2a_qp($module, /, data, quotetabs=False, istext=True, header=False)")
    static Object toQp(ThreadState ts, Object data, boolean quoteTabs, boolean isText, boolean header) {
        return PyBytes.of(QuotedPrintable.encode(Buffers.bytes(ts, data), quoteTabs, isText, header));
    }

    @PyFunction("a2b_hex($module, hexstr, /)")
    static Object fromHex(ThreadState ts, Object hex) {
        return PyBytes.of(Hex.decode(Buffers.bytesOrAscii(ts, hex)));
    }

    @PyFunction("unhexlify($module, hexstr, /)")
    static Object unhexlify(ThreadState ts, Object hex) {
        return fromHex(ts, hex);
    }

    @PyFunction("b2a_hex($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)")
    static Object toHex(ThreadState ts, Object data, Object separator, int group) {
        byte[] bytes = Buffers.bytes(ts, data);
        return PyBytes.of(separator == null || group == 0 ? Hex.encode(bytes)
                : Hex.encode(bytes, separatorByte(ts, separator), group));
    }

    @PyFunction("hexlify($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)")
    static Object hexlify(ThreadState ts, Object data, Object separator, int group) {
        return toHex(ts, data, separator, group);
    }

    private static byte separatorByte(ThreadState ts, Object separator) {
        if (PyObjects.length(ts, separator) != 1) {
            throw Errors.valueError("sep must be length 1.");
        }
        if (PyObjects.isText(separator)) {
            int c = Str.codePointAt(PyObjects.textOf(separator), 0);
            if (c > 0xFF) {
                throw Errors.valueError("sep must be ASCII.");
            }
            return (byte) c;
        }
        if (separator instanceof PyBytes b) {
            return b.bytes()[0];
        }
        throw Errors.typeError("sep must be str or bytes.");
    }

    @PyFunction("crc_hqx($module, data, crc, /)")
    static long crcHqx(ThreadState ts, Object data, Object crc) {
        return Crc.hqx(Buffers.bytes(ts, data), (int) lowBits(ts, crc) & 0xFFFF);
    }

    @PyFunction("crc32($module, data, crc=0, /)")
    static long crc32(ThreadState ts, Object data, Object crc) {
        return Crc.crc32(Buffers.bytes(ts, data), (int) lowBits(ts, crc)) & 0xFFFFFFFFL;
    }

    /** The low bits of any int: CPython's {@code unsigned int(bitwise=True)}. */
    private static long lowBits(ThreadState ts, Object o) {
        Object n = PyNumber.index(ts, o);
        return n instanceof BigInteger big ? big.longValue() : (Long) n;
    }
}
