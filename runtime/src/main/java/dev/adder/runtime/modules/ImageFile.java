package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.CodeFormatException;
import dev.adder.language.parser.Parser;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The IR of library files, lowered at build time, in one file that is read by need: a head (magic, version of the IR,
 * number of entries), a table sorted by a hash of the path (hash, offset, length), and the codes as {@link CodeFormat}
 * writes them. Texts that the library itself compiles when it is imported (dataclasses' methods) are entries too:
 * the text, then its code. An image that is cut short, damaged or of another version is as none. It is not mapped: that
 * would cost 15 ms of start-up (method handles).
 */
public final class ImageFile implements LibraryImage {
    /** Holds nothing. */
    public static final ImageFile NONE = new ImageFile(null, null, 0);

    private static final int MAGIC = 0x41444c49;
    private static final int HEAD = 12;
    private static final int ENTRY = 16;
    /** No longer text is looked for: that would cost, and parsing it costs much more. */
    private static final int LONGEST_TEXT = 1 << 14;

    private final RandomAccessFile file;
    /** Head and table. */
    private final ByteBuffer table;
    private final int count;

    private ImageFile(final RandomAccessFile file, final ByteBuffer table, final int count) {
        this.file = file;
        this.table = table;
        this.count = count;
    }

    /** The image in a file, or {@link #NONE}. */
    public static ImageFile open(final Path path) {
        try {
            final RandomAccessFile file = new RandomAccessFile(path.toString(), "r");
            final byte[] head = new byte[HEAD];
            file.readFully(head);
            final ByteBuffer start = ByteBuffer.wrap(head);
            final int count = start.getInt(8);
            if (start.getInt(0) != MAGIC || start.getInt(4) != CodeFormat.VERSION || count < 0
                    || count > (file.length() - HEAD) / ENTRY) {
                file.close();
                return NONE;
            }
            final byte[] table = new byte[HEAD + count * ENTRY];
            file.readFully(table, HEAD, count * ENTRY);
            return new ImageFile(file, ByteBuffer.wrap(table), count);
        } catch (final IOException e) {
            return NONE;
        }
    }

    @Override
    public boolean has(final String path) {
        return entry(path) >= 0;
    }

    @Override
    public Code code(final String path, final String filename) {
        final int at = entry(path);
        final byte[] bytes = at < 0 ? null : bytes(at);
        return bytes == null ? null : code(bytes, 0, filename);
    }

    @Override
    public Code text(final String source, final Parser.Mode mode, final int flags, final String filename) {
        final int at = source.length() > LONGEST_TEXT ? -1 : entry(key(source, mode, flags));
        final byte[] bytes = at < 0 ? null : bytes(at);
        if (bytes == null || bytes.length < Integer.BYTES) {
            return null;
        }
        // A hash that is equal says little about any text at all.
        final int length = ByteBuffer.wrap(bytes).getInt();
        final boolean isIt = length >= 0 && length <= bytes.length - Integer.BYTES
                && source.equals(new String(bytes, Integer.BYTES, length, StandardCharsets.UTF_8));
        return isIt ? code(bytes, Integer.BYTES + length, filename) : null;
    }

    /** Enters a text and its code among the files' codes. */
    static void addText(final Map<String, byte[]> entries, final String source, final Parser.Mode mode,
            final int flags, final byte[] code) {
        final byte[] text = source.getBytes(StandardCharsets.UTF_8);
        if (source.length() <= LONGEST_TEXT) {
            entries.put(key(source, mode, flags), ByteBuffer.allocate(Integer.BYTES + text.length + code.length)
                    .putInt(text.length).put(text).put(code).array());
        }
    }

    /** No file's path holds a zero byte. */
    private static String key(final String source, final Parser.Mode mode, final int flags) {
        return "\0" + mode + flags + "\0" + source;
    }

    /** Where a path's entry is, -1 if there is none. */
    private int entry(final String path) {
        final long hash = hash(path);
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final long found = table.getLong(HEAD + middle * ENTRY);
            if (found == hash) {
                return HEAD + middle * ENTRY;
            }
            if (found < hash) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What the entry at a place of the table stands for, or null. */
    private byte[] bytes(final int at) {
        final int offset = table.getInt(at + 8);
        final int length = table.getInt(at + 12);
        try {
            synchronized (file) {
                // A damaged length must not ask for more memory than the file can fill.
                if (offset < 0 || length < 0 || length > file.length() - offset) {
                    return null;
                }
                final byte[] bytes = new byte[length];
                file.seek(offset);
                file.readFully(bytes);
                return bytes;
            }
        } catch (final IOException e) {
            return null;
        }
    }

    private static Code code(final byte[] bytes, final int offset, final String filename) {
        try {
            return CodeFormat.readLazily(bytes, offset, bytes.length - offset, filename);
        } catch (final CodeFormatException e) {
            return null;
        }
    }

    /** FNV-1a over the path; {@link #write} makes sure that no two entries share one. */
    private static long hash(final String path) {
        long hash = 0xcbf29ce484222325L;
        for (final byte b : path.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        return hash;
    }

    /** Writes an image; the file appears whole or not at all. */
    public static void write(final Path file, final Map<String, byte[]> entries) throws IOException {
        final TreeMap<Long, byte[]> sorted = new TreeMap<>();
        for (final Map.Entry<String, byte[]> e : entries.entrySet()) {
            if (sorted.put(hash(e.getKey()), e.getValue()) != null) {
                throw new IllegalStateException("two paths with one hash: " + e.getKey());
            }
        }
        final Path temporary = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        try (OutputStream raw = Files.newOutputStream(temporary);
                DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(raw))) {
            out.writeInt(MAGIC);
            out.writeInt(CodeFormat.VERSION);
            out.writeInt(sorted.size());
            int offset = HEAD + sorted.size() * ENTRY;
            for (final Map.Entry<Long, byte[]> e : sorted.entrySet()) {
                out.writeLong(e.getKey());
                out.writeInt(offset);
                out.writeInt(e.getValue().length);
                offset += e.getValue().length;
            }
            for (final byte[] code : sorted.values()) {
                out.write(code);
            }
        }
        Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
