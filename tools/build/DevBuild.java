import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The daily build, without Maven: {@code DevBuild once ARGS} builds and exits; {@code DevBuild serve ROOT} stays
 * for twenty idle minutes, so that the compiler is warm. A client sends one line, "TOKEN ARGS", to the port
 * written in {@code target/dev/server}; every answer line begins with "O " (text) or "X " (exit status, last).
 *
 * <p>ARGS: {@code [--tests] [--full] [MODULE...]}; without a module all are built.
 */
public final class DevBuild {

    private static final int IDLE_MILLIS = 20 * 60 * 1000;
    private static final int LOOK_MILLIS = 5_000;
    private static final List<String> OPTIONS = List.of("-g", "-XDstringConcat=inline", "-encoding", "UTF-8",
            "-implicit:none", "-Xlint:all,-serial,-processing,-classfile,-options,-this-escape,-path,-try,-preview,"
            + "-restricted,-incubating", "-Xmaxerrs", "50");

    private DevBuild() {
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("adder.root")).toRealPath();
        if (args.length > 0 && args[0].equals("serve")) {
            serve(root, args[1]);
            return;
        }
        List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(build(root, rest, out) ? 0 : 1);
    }

    private static void serve(Path root, String version) throws IOException {
        Path file = root.resolve("target/dev/server");
        Files.createDirectories(file.getParent());
        String token = Long.toHexString(new SecureRandom().nextLong());
        try (ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            Path temporary = file.resolveSibling("server." + ProcessHandle.current().pid());
            Files.createFile(temporary, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
            String content = server.getLocalPort() + " " + token + " " + version + "\n";
            Files.writeString(temporary, content);
            Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            server.setSoTimeout(LOOK_MILLIS);
            long last = System.currentTimeMillis();
            while (System.currentTimeMillis() - last < IDLE_MILLIS) {
                try (Socket client = server.accept()) {
                    last = System.currentTimeMillis();
                    if (!answer(root, client, token)) {
                        break;
                    }
                    last = System.currentTimeMillis();
                } catch (SocketTimeoutException e) {
                    // Another server, or nobody, is named in the file: this one is no longer wanted.
                    if (!Files.exists(file) || !Files.readString(file).equals(content)) {
                        return;
                    }
                } catch (IOException e) {
                    last = System.currentTimeMillis();
                }
            }
            if (Files.exists(file) && Files.readString(file).equals(content)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean answer(Path root, Socket client, String token) throws IOException {
        client.setSoTimeout(LOOK_MILLIS);
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null || !line.startsWith(token + " ")) {
            return true;
        }
        String request = line.substring(token.length() + 1).strip();
        PrintStream wire = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        if (request.equals("stop")) {
            wire.println("X 0");
            return false;
        }
        java.io.ByteArrayOutputStream pending = new java.io.ByteArrayOutputStream();
        PrintStream out = new PrintStream(pending, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                super.println(text);
                drain(pending, wire);
            }
        };
        boolean good;
        try {
            good = build(root, request.isEmpty() ? List.of() : List.of(request.split(" ")), out);
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace(out);
            good = false;
        }
        out.flush();
        drain(pending, wire);
        wire.println(good ? "X 0" : "X 1");
        return true;
    }

    private static void drain(java.io.ByteArrayOutputStream pending, PrintStream wire) {
        String text = pending.toString(StandardCharsets.UTF_8);
        pending.reset();
        text.lines().forEach(l -> wire.println("O " + l));
    }

    private static synchronized boolean build(Path root, List<String> arguments, PrintStream out) throws IOException {
        boolean tests = arguments.contains("--tests");
        List<String> wanted = arguments.stream().filter(a -> !a.startsWith("--")).toList();
        if (arguments.contains("--full")) {
            UnitBuild.deleteTree(root.resolve("target/dev-generated"));
            for (Module m : Module.ALL) {
                Files.deleteIfExists(Module.state(root, m.name()));
                Files.deleteIfExists(Module.state(root, m.name() + "-tests"));
            }
        }
        TreeSet<String> needed = new TreeSet<>();
        for (Module m : Module.ALL) {
            if (wanted.isEmpty() || wanted.contains(m.name())) {
                needed.add(m.name());
                needed.addAll(m.needs());
                if (tests) {
                    needed.addAll(m.needs());
                }
            }
        }
        long start = System.nanoTime();
        int compiled = 0;
        Map<String, UnitState> states = new LinkedHashMap<>();
        for (Module m : Module.ALL) {
            if (!needed.contains(m.name())) {
                continue;
            }
            UnitBuild main = unit(root, m, false, states, out);
            if (!main.run(optionsHash(m, false, states))) {
                out.println("build failed in " + m.name());
                return false;
            }
            compiled += main.compiled();
            states.put(m.name(), main.state());
        }
        for (Module m : Module.ALL) {
            boolean asked = wanted.isEmpty() || wanted.contains(m.name());
            if (tests && asked && Files.isDirectory(m.sources(root, true))) {
                UnitBuild test = unit(root, m, true, states, out);
                if (!test.run(optionsHash(m, true, states))) {
                    out.println("build failed in the tests of " + m.name());
                    return false;
                }
                compiled += test.compiled();
            }
        }
        if (compiled > 0) {
            out.println("built " + compiled + (compiled == 1 ? " file in " : " files in ")
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        return true;
    }

    private static UnitBuild unit(Path root, Module m, boolean tests, Map<String, UnitState> states, PrintStream out)
            throws IOException {
        List<Path> classPath = new ArrayList<>();
        Map<String, UnitState> upstream = new LinkedHashMap<>();
        if (tests) {
            classPath.add(Module.output(root, m.name()));
            upstream.put(m.name(), states.get(m.name()));
            classPath.add(Path.of(System.getProperty("adder.junit", "")));
        }
        for (String need : m.needs()) {
            classPath.add(Module.output(root, need));
            upstream.put(need, states.get(need));
        }
        classPath.addAll(m.jars());
        Path processor = m.exposes() ? Module.output(root, "expose") : null;
        return new UnitBuild(root, tests ? m.name() + "-tests" : m.name(), m.sources(root, tests),
                m.resources(root, tests), classPath, processor, m.options(OPTIONS), upstream, out);
    }

    /** Everything a unit's output depends on besides the sources: options, JDK, this tool, the processor. */
    private static long optionsHash(Module m, boolean tests, Map<String, UnitState> states) {
        StringBuilder text = new StringBuilder();
        text.append(m.options(OPTIONS)).append(System.getProperty("java.vm.version")).append(m).append(tests)
                .append(System.getProperty("adder.junit")).append(System.getProperty("adder.tool"));
        if (m.exposes()) {
            states.get("expose").sources.forEach((path, s) -> text.append(path).append(s.hash));
        }
        return Hash.of(text.toString());
    }
}
