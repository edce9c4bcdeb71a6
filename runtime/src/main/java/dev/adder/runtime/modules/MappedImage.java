package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.CodeFormatException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The IR of library files, lowered at build time, in one file that is mapped and read by need: a head (magic, version of
 * the IR, number of entries), a table sorted by a hash of the path (hash, offset, length), and the
 * codes as {@link CodeFormat} writes them. An image that is cut short, damaged or of another version is as none.
 */
public final class MappedImage implements LibraryImage {
    /** Holds nothing. */
    public static final MappedImage NONE = new MappedImage(null, 0);

    private static final int MAGIC = 0x41444c49;
    private static final int HEAD = 12;
    private static final int ENTRY = 16;

    private final ByteBuffer buffer;
    private final int count;

    private MappedImage(final ByteBuffer buffer, final int count) {
        this.buffer = buffer;
        this.count = count;
    }

    /** The image in a file, or {@link #NONE}. */
    public static MappedImage open(final Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (buffer.capacity() < HEAD || buffer.getInt(0) != MAGIC || buffer.getInt(4) != CodeFormat.VERSION
                    || buffer.getInt(8) < 0 || buffer.getInt(8) > (buffer.capacity() - HEAD) / ENTRY) {
                return NONE;
            }
            return new MappedImage(buffer, buffer.getInt(8));
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
        return at < 0 ? null : read(buffer.getInt(at + 8), buffer.getInt(at + 12), filename);
    }

    /** Where a path's entry is, -1 if there is none. */
    private int entry(final String path) {
        final long hash = hash(path);
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final long found = buffer.getLong(HEAD + middle * ENTRY);
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
        if (offset < 0 || length < 0 || offset > buffer.capacity() - length) {
            return null;
        }
        final byte[] bytes = new byte[length];
        buffer.get(offset, bytes);
        try {
            return CodeFormat.read(bytes, 0, length, filename);
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
