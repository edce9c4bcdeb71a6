package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.CodeFormatException;
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
 * writes them. An image that is cut short, damaged or of another version is as none. It is not mapped: that would cost
 * 15 ms of start-up (method handles).
 */
public final class ImageFile implements LibraryImage {
    /** Holds nothing. */
    public static final ImageFile NONE = new ImageFile(null, null, 0);

    private static final int MAGIC = 0x41444c49;
    private static final int HEAD = 12;
    private static final int ENTRY = 16;

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
        return at < 0 ? null : read(table.getInt(at + 8), table.getInt(at + 12), filename);
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

    private Code read(final int offset, final int length, final String filename) {
        try {
            final byte[] bytes;
            synchronized (file) {
                // A damaged length must not ask for more memory than the file can fill.
                if (offset < 0 || length < 0 || length > file.length() - offset) {
                    return null;
                }
                bytes = new byte[length];
                file.seek(offset);
                file.readFully(bytes);
            }
            return CodeFormat.readLazily(bytes, 0, length, filename);
        } catch (final IOException | CodeFormatException e) {
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
