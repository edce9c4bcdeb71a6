import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the last build of one unit (a module's main or test sources) knew, kept beside its output. A file that
 * cannot be read is the same as none: everything is built.
 */
final class UnitState {

    private static final int MAGIC = 0xADDE0002;

    /** One source file: identity, what it gave, what it mentions. */
    static final class Source {
        long mtime;
        long size;
        long hash;
        boolean dirty = true;
        long abi;
        /** Hash over {@link #abi} and the effective hashes of the supertypes: what dependents answer to. */
        long effective;
        List<String> outputs = new ArrayList<>();
        List<String> generated = new ArrayList<>();
        Set<String> types = new TreeSet<>();
        Set<String> supers = new TreeSet<>();
        int[] mentions = new int[0];
        boolean aggregated;
    }

    long options;
    final Map<String, Source> sources = new TreeMap<>();
    /** Effective hashes of upstream sources as last seen: "unit:path" to hash; and the types they declared. */
    final Map<String, Long> seen = new HashMap<>();
    final Map<String, Set<String>> seenTypes = new HashMap<>();

    static UnitState load(Path file) {
        UnitState state = new UnitState();
        if (!Files.exists(file)) {
            return state;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                return state;
            }
            UnitState read = new UnitState();
            read.options = in.readLong();
            for (int n = in.readInt(); n > 0; n--) {
                String path = in.readUTF();
                Source s = new Source();
                s.mtime = in.readLong();
                s.size = in.readLong();
                s.hash = in.readLong();
                s.dirty = in.readBoolean();
                s.abi = in.readLong();
                s.effective = in.readLong();
                s.aggregated = in.readBoolean();
                readStrings(in, s.outputs);
                readStrings(in, s.generated);
                readStrings(in, s.types);
                readStrings(in, s.supers);
                s.mentions = new int[in.readInt()];
                for (int i = 0; i < s.mentions.length; i++) {
                    s.mentions[i] = in.readInt();
                }
                read.sources.put(path, s);
            }
            for (int n = in.readInt(); n > 0; n--) {
                String key = in.readUTF();
                read.seen.put(key, in.readLong());
                Set<String> types = new TreeSet<>();
                readStrings(in, types);
                read.seenTypes.put(key, types);
            }
            return in.readInt() == MAGIC ? read : state;
        } catch (IOException e) {
            return state;
        }
    }

    void save(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
            out.writeInt(MAGIC);
            out.writeLong(options);
            out.writeInt(sources.size());
            for (var entry : sources.entrySet()) {
                Source s = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeLong(s.mtime);
                out.writeLong(s.size);
                out.writeLong(s.hash);
                out.writeBoolean(s.dirty);
                out.writeLong(s.abi);
                out.writeLong(s.effective);
                out.writeBoolean(s.aggregated);
                writeStrings(out, s.outputs);
                writeStrings(out, s.generated);
                writeStrings(out, s.types);
                writeStrings(out, s.supers);
                out.writeInt(s.mentions.length);
                for (int m : s.mentions) {
                    out.writeInt(m);
                }
            }
            out.writeInt(seen.size());
            for (var entry : seen.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue());
                writeStrings(out, seenTypes.getOrDefault(entry.getKey(), Set.of()));
            }
            out.writeInt(MAGIC);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void readStrings(DataInputStream in, java.util.Collection<String> into) throws IOException {
        for (int n = in.readInt(); n > 0; n--) {
            into.add(in.readUTF());
        }
    }

    private static void writeStrings(DataOutputStream out, java.util.Collection<String> from) throws IOException {
        out.writeInt(from.size());
        for (String s : from) {
            out.writeUTF(s);
        }
    }
}
