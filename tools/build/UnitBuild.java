import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings one unit (the main or the test sources of a module) up to date.
 *
 * <p>A source is compiled when its content changed, or when it mentions a type of a source whose visible surface
 * ({@link ClassAbi}, supertypes included) changed; rounds follow until no surface changes. What is about to be
 * compiled is first written down as dirty, so a failed or killed build is taken up where it stopped.
 */
final class UnitBuild {

    private static final int FULL_ROUND = 4;

    private final Path root;
    private final String unit;
    private final Path sourceFolder;
    private final Path resourceFolder;
    private final Path output;
    private final Path generated;
    private final Path stateFile;
    private final List<Path> classPath;
    private final Path processorPath;
    private final List<String> options;
    private final Map<String, UnitState> upstream;
    private final PrintStream out;
    private UnitState state;
    private int compiled;

    UnitBuild(Path root, String unit, Path sources, Path resources, List<Path> classPath, Path processorPath,
            List<String> options, Map<String, UnitState> upstream, PrintStream out) {
        this.root = root;
        this.unit = unit;
        this.sourceFolder = sources;
        this.resourceFolder = resources;
        this.output = Module.output(root, unit);
        this.generated = Module.generated(root, unit);
        this.stateFile = Module.state(root, unit);
        this.classPath = classPath;
        this.processorPath = processorPath;
        this.options = options;
        this.upstream = upstream;
        this.out = out;
    }

    UnitState state() {
        return state;
    }

    int compiled() {
        return compiled;
    }

    /** Returns whether the unit is up to date now. */
    boolean run(long optionsHash) throws IOException {
        Map<String, BasicFileAttributes> files = scan(sourceFolder, ".java");
        state = UnitState.load(stateFile);
        if (state.options != optionsHash || !Files.isDirectory(output)) {
            deleteTree(output);
            deleteTree(generated);
            state = new UnitState();
            state.options = optionsHash;
        }
        Files.createDirectories(output);
        Set<Integer> changedTypes = new HashSet<>();
        removeDeleted(files, changedTypes);
        boolean news = noteChanges(files, changedTypes);
        noteUpstream(changedTypes);
        markDependents(changedTypes, Set.of());
        boolean good = compileRounds();
        if (good) {
            news |= copyResources();
        }
        if (news || compiled > 0 || !changedTypes.isEmpty()) {
            state.save(stateFile);
        }
        return good;
    }

    private void removeDeleted(Map<String, BasicFileAttributes> files, Set<Integer> changedTypes) throws IOException {
        for (String path : new ArrayList<>(state.sources.keySet())) {
            if (!files.containsKey(path)) {
                UnitState.Source gone = state.sources.remove(path);
                gone.types.forEach(t -> changedTypes.add(t.hashCode()));
                deleteOutputs(gone);
                if (gone.aggregated) {
                    markAll();
                }
            }
        }
    }

    private boolean noteChanges(Map<String, BasicFileAttributes> files, Set<Integer> changedTypes) throws IOException {
        boolean news = false;
        for (var entry : files.entrySet()) {
            String path = entry.getKey();
            BasicFileAttributes now = entry.getValue();
            UnitState.Source s = state.sources.get(path);
            boolean added = s == null;
            if (added) {
                s = new UnitState.Source();
                state.sources.put(path, s);
                // A new type may hide another of the same name.
                changedTypes.add(path.substring(path.lastIndexOf('/') + 1, path.length() - 5).hashCode());
            }
            long mtime = now.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
            if (s.mtime != mtime || s.size != now.size()) {
                byte[] bytes = Files.readAllBytes(sourceFolder.resolve(path));
                long hash = Hash.of(bytes);
                news = true;
                if (hash != s.hash) {
                    s.dirty = true;
                    s.hash = hash;
                    if (s.aggregated) {
                        markAll();
                    }
                }
                s.mtime = mtime;
                s.size = now.size();
            }
            if (!s.dirty && !outputsExist(s)) {
                s.dirty = true;
            }
        }
        return news;
    }

    private boolean outputsExist(UnitState.Source s) {
        for (String o : s.outputs) {
            if (!Files.exists(output.resolve(o))) {
                return false;
            }
        }
        return true;
    }

    private void noteUpstream(Set<Integer> changedTypes) {
        Map<String, Long> nowSeen = new LinkedHashMap<>();
        Map<String, Set<String>> nowTypes = new LinkedHashMap<>();
        upstream.forEach((name, up) -> up.sources.forEach((path, s) -> {
            String key = name + ":" + path;
            nowSeen.put(key, s.effective);
            nowTypes.put(key, s.types);
            Long before = state.seen.get(key);
            if (before == null || before != s.effective) {
                s.types.forEach(t -> changedTypes.add(t.hashCode()));
                state.seenTypes.getOrDefault(key, Set.of()).forEach(t -> changedTypes.add(t.hashCode()));
            }
        }));
        state.seen.forEach((key, hash) -> {
            if (!nowSeen.containsKey(key)) {
                state.seenTypes.getOrDefault(key, Set.of()).forEach(t -> changedTypes.add(t.hashCode()));
            }
        });
        state.seen.clear();
        state.seen.putAll(nowSeen);
        state.seenTypes.clear();
        state.seenTypes.putAll(nowTypes);
    }

    private void markDependents(Set<Integer> changedTypes, Set<String> except) {
        if (changedTypes.isEmpty()) {
            return;
        }
        for (var entry : state.sources.entrySet()) {
            UnitState.Source s = entry.getValue();
            if (s.dirty || except.contains(entry.getKey())) {
                continue;
            }
            for (int mention : s.mentions) {
                if (changedTypes.contains(mention)) {
                    s.dirty = true;
                    break;
                }
            }
        }
    }

    private void markAll() {
        state.sources.values().forEach(s -> s.dirty = true);
    }

    private boolean compileRounds() throws IOException {
        for (int round = 1;; round++) {
            List<String> dirty = dirty();
            if (dirty.isEmpty()) {
                return true;
            }
            if (round == FULL_ROUND || dirty.size() > 50 && dirty.size() * 2 > state.sources.size()) {
                markAll();
                dirty = dirty();
            }
            Map<String, Long> before = effective();
            state.save(stateFile);
            boolean full = dirty.size() == state.sources.size();
            if (!compile(dirty, full)) {
                return false;
            }
            refreshEffective();
            if (full) {
                return true;
            }
            Set<Integer> changedTypes = new HashSet<>();
            Set<String> changed = new HashSet<>();
            state.sources.forEach((path, s) -> {
                Long old = before.get(path);
                if (old == null || old != s.effective) {
                    changed.add(path);
                    s.types.forEach(t -> changedTypes.add(t.hashCode()));
                }
            });
            // A file compiled in this round saw this round's sources of the others.
            markDependents(changedTypes, new HashSet<>(dirty));
        }
    }

    private List<String> dirty() {
        List<String> dirty = new ArrayList<>();
        state.sources.forEach((path, s) -> {
            if (s.dirty) {
                dirty.add(path);
            }
        });
        return dirty;
    }

    private Map<String, Long> effective() {
        Map<String, Long> map = new TreeMap<>();
        state.sources.forEach((path, s) -> map.put(path, s.effective));
        return map;
    }

    private boolean compile(List<String> dirty, boolean full) throws IOException {
        out.println("  " + unit + ": " + dirty.size() + (dirty.size() == 1 ? " file" : " files"));
        Javac.Result result = javac(dirty, full);
        if (!result.good() && !full) {
            // The error may come from an unchanged file's old class: try once with the dependents at hand.
            Set<Integer> types = new HashSet<>();
            for (String path : dirty) {
                state.sources.get(path).types.forEach(t -> types.add(t.hashCode()));
            }
            markDependents(types, Set.of());
            List<String> wider = dirty();
            if (wider.size() > dirty.size()) {
                result = javac(wider, wider.size() == state.sources.size());
                dirty = wider;
            }
        }
        out.print(result.messages());
        if (!result.good()) {
            return false;
        }
        compiled += dirty.size();
        record(dirty, result);
        return true;
    }

    private Javac.Result javac(List<String> paths, boolean full) throws IOException {
        if (full) {
            deleteTree(output);
            deleteTree(generated);
            Files.createDirectories(output);
        } else {
            for (String path : paths) {
                deleteOutputs(state.sources.get(path));
            }
        }
        Files.createDirectories(generated);
        return Javac.compile(root, sourceFolder, paths, output, generated, classPath, processorPath, options);
    }

    private void record(List<String> dirty, Javac.Result result) throws IOException {
        for (String path : dirty) {
            UnitState.Source s = state.sources.get(path);
            Set<Integer> mentions = new TreeSet<>();
            s.outputs = new ArrayList<>(result.outputs().getOrDefault(path, List.of()));
            s.generated = new ArrayList<>(result.generated().getOrDefault(path, List.of()));
            s.aggregated = result.aggregated().contains(path);
            s.types = new TreeSet<>();
            s.supers = new TreeSet<>();
            long abi = 0;
            for (String o : s.outputs) {
                if (o.endsWith(".class") && Files.exists(output.resolve(o))) {
                    abi = abi * 31 + ClassAbi.read(output.resolve(o), mentions, s.supers);
                    s.types.addAll(ClassAbi.simpleNames(o.substring(0, o.length() - 6)));
                }
            }
            s.abi = abi;
            Identifiers.collect(Files.readString(sourceFolder.resolve(path)), mentions);
            s.mentions = mentions.stream().mapToInt(Integer::intValue).toArray();
            s.dirty = false;
        }
    }

    /** Effective surface: one's own and, through as many steps as there are, that of the supertypes. */
    private void refreshEffective() {
        Map<String, UnitState.Source> byOutput = new TreeMap<>();
        upstream.values().forEach(up -> up.sources.values().forEach(s -> s.outputs.forEach(o -> byOutput.put(o, s))));
        state.sources.values().forEach(s -> s.outputs.forEach(o -> byOutput.put(o, s)));
        Map<UnitState.Source, Long> done = new java.util.IdentityHashMap<>();
        for (UnitState.Source s : state.sources.values()) {
            s.effective = effectiveOf(s, byOutput, done);
        }
    }

    private long effectiveOf(UnitState.Source s, Map<String, UnitState.Source> byOutput,
            Map<UnitState.Source, Long> done) {
        Long known = done.get(s);
        if (known != null) {
            return known;
        }
        done.put(s, s.abi);
        long hash = s.abi;
        for (String name : s.supers) {
            UnitState.Source up = byOutput.get(name + ".class");
            if (up != null && up != s) {
                hash = hash * 1_000_003 + effectiveOf(up, byOutput, done);
            }
        }
        done.put(s, hash);
        return hash;
    }

    private void deleteOutputs(UnitState.Source s) throws IOException {
        for (String o : s.outputs) {
            Files.deleteIfExists(output.resolve(o));
        }
        for (String g : s.generated) {
            Files.deleteIfExists(generated.resolve(g));
        }
    }

    private boolean copyResources() throws IOException {
        Map<String, BasicFileAttributes> files = scan(resourceFolder, "");
        boolean news = false;
        for (var entry : files.entrySet()) {
            Path from = resourceFolder.resolve(entry.getKey());
            Path to = output.resolve(entry.getKey());
            if (!Files.exists(to) || Files.size(to) != entry.getValue().size()
                    || !Files.getLastModifiedTime(to).equals(entry.getValue().lastModifiedTime())) {
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                news = true;
            }
        }
        Path list = stateFile.resolveSibling(unit + ".resources");
        Set<String> before = Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
        if (!before.equals(files.keySet())) {
            for (String old : before) {
                if (!old.isEmpty() && !files.containsKey(old)) {
                    Files.deleteIfExists(output.resolve(old));
                }
            }
            Files.write(list, files.keySet());
            news = true;
        }
        return news;
    }

    private static Map<String, BasicFileAttributes> scan(Path folder, String suffix) throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(suffix) && !name.startsWith(".") && !name.endsWith("~")) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), attributes);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (var walk = Files.walk(folder)) {
            walk.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }

}
