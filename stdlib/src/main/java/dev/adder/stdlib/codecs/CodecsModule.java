package dev.adder.stdlib.codecs;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TextErrors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.CodecRegistry;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.codecs.HandlerFunction;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.BuiltinErrors;
import dev.adder.runtime.text.Charmap;
import dev.adder.runtime.text.CodecErrors;
import dev.adder.runtime.text.Decoded;
import dev.adder.runtime.text.EscapeCodecs;
import dev.adder.runtime.text.Latin1;
import dev.adder.runtime.text.Utf1632;
import dev.adder.runtime.text.Utf7;
import dev.adder.runtime.text.Utf8;

/** The module {@code _codecs}: the registry and the codecs that are not written in Python (Modules/_codecsmodule.c). */
@PyModuleSpec("_codecs")
public final class CodecsModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new CodecsModuleTable();
    }

    // ---- the registry

    @PyFunction("register($module, search_function, /)")
    void register(final ThreadState ts, final Object searchFunction) {
        if (!PyObjects.isCallable(searchFunction)) {
            throw Errors.typeError("argument must be callable");
        }
        CodecRegistry.of(ts).register(searchFunction);
    }

    @PyFunction("unregister($module, search_function, /)")
    void unregister(final ThreadState ts, final Object searchFunction) {
        CodecRegistry.of(ts).unregister(searchFunction);
    }

    @PyFunction("lookup($module, encoding, /)")
    Object lookup(final ThreadState ts, @Text final Object encoding) {
        return CodecRegistry.of(ts).lookup(ts, java(encoding));
    }

    @PyFunction("encode($module, /, obj, encoding='utf-8', errors='strict')")
    Object encode(final ThreadState ts, final Object obj, @Text final Object encoding, @Text final Object errors) {
        return Codecs.convert(ts, obj, java(encoding), java(errors), true);
    }

    @PyFunction("decode($module, /, obj, encoding='utf-8', errors='strict')")
    Object decode(final ThreadState ts, final Object obj, @Text final Object encoding, @Text final Object errors) {
        return Codecs.convert(ts, obj, java(encoding), java(errors), false);
    }

    @PyFunction("register_error($module, errors, handler, /)")
    void registerError(final ThreadState ts, @Text final Object errors, final Object handler) {
        if (!PyObjects.isCallable(handler)) {
            throw Errors.typeError("handler must be callable");
        }
        CodecRegistry.of(ts).registerError(java(errors), handler);
    }

    @PyFunction("_unregister_error($module, errors, /)")
    boolean unregisterError(final ThreadState ts, @Text final Object errors) {
        if (BuiltinErrors.of(java(errors)) != null) {
            throw Errors.valueError("cannot un-register built-in error handler '" + java(errors) + "'");
        }
        return CodecRegistry.of(ts).unregisterError(java(errors));
    }

    @PyFunction("lookup_error($module, name, /)")
    Object lookupError(final ThreadState ts, @Text final Object name) {
        return HandlerFunction.lookup(ts, java(name));
    }

    // ---- arguments

    private static String java(final Object text) {
        return Str.toJava(PyObjects.textOf(text));
    }

    private static CodecErrors handler(final ThreadState ts, final Object errors) {
        if (errors == PyNone.NONE) {
            return BuiltinErrors.STRICT;
        }
        if (!PyObjects.isText(errors)) {
            throw Errors.typeError("argument 2 must be str or None, not " + PyType.of(errors).name());
        }
        return CodecRegistry.of(ts).errors(ts, java(errors));
    }

    private static Object encoded(final byte[] bytes, final Object text) {
        return PyTuple.of(PyBytes.of(bytes), (long) Str.length(PyObjects.textOf(text)));
    }

    private static Object decoded(final Object text, final long consumed) {
        return PyTuple.of(text, consumed);
    }

    /** Some decoders take a str too, which stands for its UTF-8 form. */
    private static byte[] bytesOrText(final ThreadState ts, final Object data) {
        return PyObjects.isText(data) ? Utf8.encode(PyObjects.textOf(data), BuiltinErrors.STRICT)
                : Buffers.toArray(ts, data);
    }

    // ---- UTF-8 and its relatives

    @PyFunction("utf_8_encode($module, str, errors=None, /)")
    Object utf8Encode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf8.encode(PyObjects.textOf(str), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_8_decode($module, data, errors=None, final=False, /)")
    Object utf8Decode(final ThreadState ts, final Object data, final Object errors, final boolean last) {
        try {
            final byte[] in = Buffers.toArray(ts, data);
            final Decoded d = Utf8.decode(in, 0, in.length, handler(ts, errors), last);
            return decoded(d.text(), d.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_7_encode($module, str, errors=None, /)")
    Object utf7Encode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf7.encode(PyObjects.textOf(str)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_7_decode($module, data, errors=None, final=False, /)")
    Object utf7Decode(final ThreadState ts, final Object data, final Object errors, final boolean last) {
        try {
            final Decoded d = Utf7.decode(Buffers.toArray(ts, data), handler(ts, errors), last);
            return decoded(d.text(), d.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_encode($module, str, errors=None, byteorder=0, /)")
    Object utf16Encode(final ThreadState ts, @Text final Object str, final Object errors, final int byteorder) {
        try {
            return encoded(Utf1632.encode16(PyObjects.textOf(str), Integer.signum(byteorder), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_le_encode($module, str, errors=None, /)")
    Object utf16LeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf1632.encode16(PyObjects.textOf(str), Utf1632.LITTLE, handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_be_encode($module, str, errors=None, /)")
    Object utf16BeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf1632.encode16(PyObjects.textOf(str), Utf1632.BIG, handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_decode($module, data, errors=None, final=False, /)")
    Object utf16Decode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode16(Buffers.toArray(ts, data), Utf1632.NATIVE, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_le_decode($module, data, errors=None, final=False, /)")
    Object utf16LeDecode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode16(Buffers.toArray(ts, data), Utf1632.LITTLE, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_be_decode($module, data, errors=None, final=False, /)")
    Object utf16BeDecode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode16(Buffers.toArray(ts, data), Utf1632.BIG, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_16_ex_decode($module, data, errors=None, byteorder=0, final=False, /)")
    Object utf16ExDecode(final ThreadState ts, final Object data, final Object errors, final int byteorder,
            final boolean last) {
        try {
            final Utf1632.Result r = Utf1632.decode16(Buffers.toArray(ts, data), Integer.signum(byteorder),
                    handler(ts, errors), last);
            return PyTuple.of(r.text(), (long) r.consumed(), (long) r.order());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_encode($module, str, errors=None, byteorder=0, /)")
    Object utf32Encode(final ThreadState ts, @Text final Object str, final Object errors, final int byteorder) {
        try {
            return encoded(Utf1632.encode32(PyObjects.textOf(str), Integer.signum(byteorder), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_le_encode($module, str, errors=None, /)")
    Object utf32LeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf1632.encode32(PyObjects.textOf(str), Utf1632.LITTLE, handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_be_encode($module, str, errors=None, /)")
    Object utf32BeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Utf1632.encode32(PyObjects.textOf(str), Utf1632.BIG, handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_decode($module, data, errors=None, final=False, /)")
    Object utf32Decode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode32(Buffers.toArray(ts, data), Utf1632.NATIVE, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_le_decode($module, data, errors=None, final=False, /)")
    Object utf32LeDecode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode32(Buffers.toArray(ts, data), Utf1632.LITTLE, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_be_decode($module, data, errors=None, final=False, /)")
    Object utf32BeDecode(final ThreadState ts, final Object data, final Object errors,
            final boolean last) {
        try {
            final Utf1632.Result r =
                    Utf1632.decode32(Buffers.toArray(ts, data), Utf1632.BIG, handler(ts, errors), last);
            return decoded(r.text(), r.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("utf_32_ex_decode($module, data, errors=None, byteorder=0, final=False, /)")
    Object utf32ExDecode(final ThreadState ts, final Object data, final Object errors, final int byteorder,
            final boolean last) {
        try {
            final Utf1632.Result r = Utf1632.decode32(Buffers.toArray(ts, data), Integer.signum(byteorder),
                    handler(ts, errors), last);
            return PyTuple.of(r.text(), (long) r.consumed(), (long) r.order());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    // ---- one byte a character

    @PyFunction("latin_1_encode($module, str, errors=None, /)")
    Object latin1Encode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Latin1.encode(PyObjects.textOf(str), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("ascii_encode($module, str, errors=None, /)")
    Object asciiEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(Latin1.encodeAscii(PyObjects.textOf(str), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("latin_1_decode($module, data, errors=None, /)")
    Object latin1Decode(final ThreadState ts, final Object data, final Object errors) {
        final byte[] in = Buffers.toArray(ts, data);
        return decoded(Latin1.decode(in), in.length);
    }

    @PyFunction("ascii_decode($module, data, errors=None, /)")
    Object asciiDecode(final ThreadState ts, final Object data, final Object errors) {
        try {
            final byte[] in = Buffers.toArray(ts, data);
            return decoded(Latin1.decodeAscii(in, handler(ts, errors)), in.length);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("charmap_decode($module, data, errors=None, mapping=None, /)")
    Object charmapDecode(final ThreadState ts, final Object data, final Object errors, final Object mapping) {
        try {
            final byte[] in = Buffers.toArray(ts, data);
            final Object text = mapping == PyNone.NONE ? Latin1.decode(in) : Charmap.decode(in,
                    PyObjects.isText(mapping) ? Charmap.ofTable(PyObjects.textOf(mapping))
                            : b -> mappedText(ts, mapping, b), handler(ts, errors));
            return decoded(text, in.length);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static Object mapped(final ThreadState ts, final Object mapping, final long key) {
        try {
            return PyObjects.getItem(ts, mapping, key);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.LOOKUP_ERROR)) {
                return PyNone.NONE;
            }
            throw e;
        }
    }

    private static Object mappedText(final ThreadState ts, final Object mapping, final int b) {
        final Object found = mapped(ts, mapping, b);
        if (found == PyNone.NONE) {
            return null;
        }
        if (found instanceof Long c) {
            if (c < 0 || c > 0x10FFFF) {
                throw Errors.typeError("character mapping must be in range(0x110000)");
            }
            return c == 0xFFFE ? null : Str.ofCodePoint((int) (long) c);
        }
        if (PyObjects.isText(found)) {
            final Object text = PyObjects.textOf(found);
            return text.equals("\ufffe") ? null : text;
        }
        throw Errors.typeError("character mapping must return integer, None or str");
    }

    @PyFunction("charmap_encode($module, str, errors=None, mapping=None, /)")
    Object charmapEncode(final ThreadState ts, @Text final Object str, final Object errors, final Object mapping) {
        try {
            final Object text = PyObjects.textOf(str);
            return encoded(mapping == PyNone.NONE ? Latin1.encode(text, handler(ts, errors))
                    : Charmap.encode(text, c -> mappedBytes(ts, mapping, c), handler(ts, errors)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static byte[] mappedBytes(final ThreadState ts, final Object mapping, final int c) {
        final Object found = mapped(ts, mapping, c);
        if (found == PyNone.NONE) {
            return null;
        }
        if (found instanceof Long b) {
            if (b < 0 || b > 255) {
                throw Errors.typeError("character mapping must be in range(256)");
            }
            return new byte[] {(byte) (long) b};
        }
        if (found instanceof PyBytes b) {
            return b.bytes();
        }
        throw Errors.typeError("character mapping must return integer, bytes or None, not "
                + PyType.of(found).name());
    }

    @PyFunction("charmap_build($module, map, /)")
    Object charmapBuild(final ThreadState ts, @Text final Object map) {
        final Object table = PyObjects.textOf(map);
        final PyDict result = new PyDict();
        for (int i = 0; i < Str.length(table); i++) {
            final int c = Str.codePointAt(table, i);
            if (c != 0xFFFE) {
                result.put(ts, (long) c, (long) i);
            }
        }
        return result;
    }

    // ---- escapes

    @PyFunction("unicode_escape_encode($module, str, errors=None, /)")
    Object unicodeEscapeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(EscapeCodecs.encodeUnicode(PyObjects.textOf(str)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("raw_unicode_escape_encode($module, str, errors=None, /)")
    Object rawUnicodeEscapeEncode(final ThreadState ts, @Text final Object str, final Object errors) {
        try {
            return encoded(EscapeCodecs.encodeRaw(PyObjects.textOf(str)), str);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("unicode_escape_decode($module, data, errors=None, final=True, /)")
    Object unicodeEscapeDecode(final ThreadState ts, final Object data, final Object errors, final boolean last) {
        try {
            final EscapeCodecs.Escaped e =
                    EscapeCodecs.decodeUnicode(bytesOrText(ts, data), handler(ts, errors), last);
            warnAboutEscape(ts, e.invalid());
            return decoded(e.result(), e.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("raw_unicode_escape_decode($module, data, errors=None, final=True, /)")
    Object rawUnicodeEscapeDecode(final ThreadState ts, final Object data, final Object errors, final boolean last) {
        try {
            final Decoded d = EscapeCodecs.decodeRaw(bytesOrText(ts, data), handler(ts, errors), last);
            return decoded(d.text(), d.consumed());
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    @PyFunction("escape_encode($module, data, errors=None, /)")
    Object escapeEncode(final Object data, final Object errors) {
        if (!(data instanceof PyBytes b)) {
            throw Errors.typeError("escape_encode() argument 1 must be bytes, not " + PyType.of(data).name());
        }
        return PyTuple.of(PyBytes.of(EscapeCodecs.encodeBytes(b.bytes())), (long) b.bytes().length);
    }

    @PyFunction("escape_decode($module, data, errors=None, /)")
    Object escapeDecode(final ThreadState ts, final Object data, final Object errors) {
        try {
            final byte[] in = bytesOrText(ts, data);
            final EscapeCodecs.Escaped e =
                    EscapeCodecs.decodeBytes(in, errors == PyNone.NONE ? "strict" : java(errors));
            warnAboutEscape(ts, e.invalid());
            return PyTuple.of(PyBytes.of((byte[]) e.result()), (long) in.length);
        } catch (final TextException e) {
            throw TextErrors.raise(e);
        }
    }

    private static void warnAboutEscape(final ThreadState ts, final int invalid) {
        if (invalid < 0) {
            return;
        }
        final boolean octal = invalid > 0xFF;
        final String message = octal ? "\"\\" + Integer.toOctalString(invalid) + "\" is an invalid octal escape sequence. "
                + "Such sequences will not work in the future. "
                : "\"\\" + (char) invalid + "\" is an invalid escape sequence. Such sequences will not work in the future. ";
        Calls.call2(ts, dev.adder.stdlib.Imports.attribute(ts, "_warnings", "warn"), message,
                ExceptionTypes.DEPRECATION_WARNING);
    }

    @PyFunction("readbuffer_encode($module, data, errors=None, /)")
    Object readBufferEncode(final ThreadState ts, final Object data, final Object errors) {
        final byte[] in = PyObjects.isText(data) ? bytesOrText(ts, data) : Buffers.toArray(ts, data);
        return PyTuple.of(PyBytes.of(in), (long) in.length);
    }
}
