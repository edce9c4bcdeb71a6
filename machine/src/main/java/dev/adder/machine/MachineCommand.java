package dev.adder.machine;

import dev.adder.machine.catalogue.Catalogue;
import dev.adder.machine.catalogue.Entry;
import dev.adder.machine.catalogue.Published;
import dev.adder.machine.discovery.Discovery;
import dev.adder.machine.prediction.Prediction;
import dev.adder.machine.prediction.Predictor;
import dev.adder.machine.prediction.Work;
import dev.adder.machine.prediction.WorkFile;
import dev.adder.machine.probe.Effort;
import dev.adder.machine.probe.NetworkProbe;
import dev.adder.machine.probe.Probes;
import dev.adder.machine.view.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code adder machine}: describes this computer as a table, a picture, a page or JSON. */
public final class MachineCommand {
    private static final String USAGE = """
            usage: adder machine [options]

            Describes this computer: computing units, memory units, connections; measured
            once, kept, and reused.

              --level basic|detailed|network   how much is told (usual: detailed)
              --quick | --thorough             measure in 10 seconds | 3 minutes (usual: one)
              --again                          measure anew though a measurement is kept
              --no-probe                       only what the operating system says
              --json                           JSON instead of the table
              --svg FILE                       a picture
              --html FILE                      a page: the picture and the roofline
              --what-if CPU                    published figures of another processor
              --catalogue                      the known processors, with sources
              --machine FILE                   a machine's JSON instead of this computer
              --predict FILE                   the least time of work counted in a JSON file
                [--all-cores] [--machines N]     on all cores, of N such machines
              --compare FILE                   beside another machine's JSON (or an older one)
              --verify                         predictions against measured kernels
              --serve [PORT]                   answer another host's --peer
              --peer HOST[:PORT]               measure the network to a host that serves
              --with FILE                      another machine's JSON, for --level network

            Measurements are kept in ~/.cache/adder (ADDER_MACHINE_CACHE: elsewhere).
            Root is never needed.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private Level level = Level.DETAILED;
    private Effort effort;
    private boolean again;
    private boolean probe = true;
    private boolean json;
    private boolean verify;
    private boolean catalogue;
    private String svg;
    private String html;
    private String whatIf;
    private String compare;
    private String given;
    private String predict;
    private boolean allCores;
    private int machines = 1;
    private int serve = -1;
    private final List<String> peers = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private MachineCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(args, out, err);
        out.flush();
        System.exit(status);
    }

    /** Runs the command: 0, or 1 where something asked for cannot be done, or 2 for wrong options. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        MachineCommand command = new MachineCommand(out, err);
        try {
            Integer early = command.options(args);
            return early != null ? early : command.execute();
        } catch (MachineFileException e) {
            err.println("adder machine: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("adder machine: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return 1;
        }
    }

    private Integer options(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            int equals = option.startsWith("--") ? option.indexOf('=') : -1;
            String value = equals < 0 ? null : option.substring(equals + 1);
            String name = equals < 0 ? option : option.substring(0, equals);
            boolean valued = switch (name) {
                case "--level", "--svg", "--html", "--what-if", "--compare", "--peer", "--with", "--machine",
                        "--predict", "--machines" -> true;
                default -> false;
            };
            if (valued && value == null) {
                if (++i >= args.length) {
                    return wrong(name + " needs a value");
                }
                value = args[i];
            }
            switch (name) {
                case "-h", "--help" -> {
                    out.print(USAGE);
                    return 0;
                }
                case "--level" -> {
                    level = Level.of(value);
                    if (level == null) {
                        return wrong("there is no level '" + value + "': basic, detailed or network");
                    }
                }
                case "--quick" -> effort = Effort.QUICK;
                case "--thorough" -> effort = Effort.THOROUGH;
                case "--again" -> again = true;
                case "--no-probe" -> probe = false;
                case "--json" -> json = true;
                case "--verify" -> verify = true;
                case "--catalogue" -> catalogue = true;
                case "--svg" -> svg = value;
                case "--html" -> html = value;
                case "--what-if" -> whatIf = value;
                case "--compare" -> compare = value;
                case "--machine" -> given = value;
                case "--predict" -> predict = value;
                case "--all-cores" -> allCores = true;
                case "--machines" -> {
                    machines = port(value);
                    if (machines < 1) {
                        return wrong("'" + value + "' is no number of machines");
                    }
                }
                case "--peer" -> peers.add(value);
                case "--with" -> others.add(value);
                case "--serve" -> {
                    serve = NetworkProbe.PORT;
                    String port = value != null ? value : i + 1 < args.length && !args[i + 1].startsWith("-")
                            ? args[++i] : null;
                    if (port != null && (serve = port(port)) < 0) {
                        return wrong("'" + port + "' is no port");
                    }
                }
                default -> {
                    return wrong("unknown option " + option);
                }
            }
        }
        return null;
    }

    private int wrong(String what) {
        err.println("adder machine: " + what + " (adder machine --help)");
        return 2;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > 0 && port < 65536 ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private int execute() throws IOException {
        Catalogue known = Catalogue.load();
        if (catalogue) {
            list(known);
            return 0;
        }
        if (serve >= 0) {
            serve();
            return 0;
        }
        // A file that cannot be read is said before minutes are spent on measuring.
        Machine that = compare == null ? null : MachineFile.read(Path.of(compare));
        List<Machine> members = new ArrayList<>();
        for (String file : others) {
            members.add(MachineFile.read(Path.of(file)));
        }
        Work work = predict == null ? null : work(Path.of(predict));
        Machine machine;
        if (given != null) {
            machine = MachineFile.read(Path.of(given));
        } else if (whatIf != null) {
            Entry entry = known.find(whatIf);
            if (entry == null) {
                err.println("adder machine: no single known processor is '" + whatIf + "'; known are:");
                for (Entry one : known.entries()) {
                    err.println("  " + one.id() + "  " + one.name());
                }
                return 1;
            }
            machine = Published.machine(entry);
        } else {
            machine = measured(known);
        }
        if (work != null) {
            Predictor predictor = new Predictor(machine);
            Prediction least = machines > 1 ? predictor.machines(work, machines)
                    : allCores ? predictor.allCores(work) : predictor.oneCore(work);
            out.print(json ? WorkFile.write(least) : least.text());
            return 0;
        }
        return show(machine, that, members);
    }

    private static Work work(Path file) {
        try {
            return WorkFile.read(Files.readString(file));
        } catch (IOException e) {
            throw new MachineFileException("cannot read the work " + file + ": " + e.getMessage());
        } catch (MachineFileException e) {
            throw new MachineFileException("the work " + file + " cannot be used: " + e.getMessage());
        }
    }

    private int show(Machine machine, Machine that, List<Machine> members) throws IOException {
        if (svg != null) {
            write(svg, dev.adder.machine.view.Picture.svg(machine, level));
        }
        if (html != null) {
            write(html, dev.adder.machine.view.Page.html(machine, level));
        }
        if (verify) {
            return dev.adder.machine.kernels.Verify.run(machine, out, progress());
        }
        if (that != null) {
            out.print(Compare.text(machine, that));
        } else if (level == Level.NETWORK && !members.isEmpty()) {
            members.addFirst(machine);
            Cluster cluster = Cluster.of(members);
            out.print(json ? cluster.json() : cluster.text());
        } else if (json) {
            out.print(MachineFile.write(machine));
        } else if (svg == null && html == null) {
            out.print(Table.of(machine, level));
        }
        return 0;
    }

    private void write(String file, String text) throws IOException {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        err.println("written: " + file);
    }

    private Machine measured(Catalogue known) throws IOException {
        Machine found = Discovery.here();
        if (!probe) {
            return found;
        }
        Store store = Store.usual();
        StringBuilder warnings = new StringBuilder();
        Machine kept = again ? null : store.find(found.id(), warnings);
        Machine machine;
        if (kept != null && rank(kept.effort()) >= rank(effort == null ? "" : effort.text())) {
            err.println("measured " + Store.age(kept.taken()) + ", " + kept.effort() + " (--again measures anew)");
            machine = kept;
        } else {
            machine = Probes.measure(found, effort == null ? Effort.NORMAL : effort, progress());
            machine = doubted(known, store.compared(machine, warnings));
            machine = dev.adder.machine.python.PythonCosts.measure(machine, effort == null ? Effort.NORMAL : effort,
                    progress());
            store.keep(machine, warnings);
        }
        if (!peers.isEmpty()) {
            machine = peers(machine);
            store.keep(machine, warnings);
        }
        err.print(warnings);
        return machine;
    }

    private static int rank(String effort) {
        return switch (effort) {
            case "quick" -> 1;
            case "normal" -> 2;
            case "thorough" -> 3;
            default -> 0;
        };
    }

    /** The machine with what its processor's published figures make doubtful. */
    static Machine doubted(Catalogue known, Machine machine) {
        List<String> unseen = new ArrayList<>(machine.unseen());
        Entry entry = known.match(machine);
        if (entry == null) {
            unseen.add("This processor is not in the catalogue: no published figures to check it against.");
        } else {
            unseen.addAll(Catalogue.doubts(machine, entry));
        }
        return machine.withCosts(machine.costs(), unseen);
    }

    /** Progress on one line of a terminal, or a line each where nobody watches. */
    private Consumer<String> progress() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        long start = System.nanoTime();
        return text -> {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            err.print(terminal ? "\r\u001b[K" + seconds + " s: measuring " + text : seconds + " s: measuring " + text
                    + "\n");
            err.flush();
            if (terminal && text.equals("done")) {
                err.print("\r\u001b[K");
            }
        };
    }

    private void list(Catalogue known) {
        for (Entry entry : known.entries()) {
            out.println(entry.id() + ": " + entry.name());
            for (Map.Entry<String, Entry.Published> figure : entry.figures().entrySet()) {
                String value = Dimension.digits(figure.getValue().value());
                out.println("  " + figure.getKey() + " = " + (figure.getValue().value() < 0.01
                        ? figure.getValue().value() : value) + "  ["
                        + figure.getValue().source() + "]");
            }
        }
    }

    private void serve() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(serve));
            err.println("answering on port " + serve + "; on the other host: adder machine --level network --peer HOST:"
                    + serve);
            NetworkProbe.serve(server);
        }
    }

    private Machine peers(Machine machine) throws IOException {
        List<Connection> connections = new ArrayList<>(machine.connections());
        for (String peer : peers) {
            int colon = peer.lastIndexOf(':');
            int port = colon < 0 ? NetworkProbe.PORT : port(peer.substring(colon + 1));
            String host = colon < 0 ? peer : peer.substring(0, colon);
            if (port < 0) {
                throw new IOException("'" + peer + "' is no host and port");
            }
            Map<Property, Figure> figures;
            try {
                figures = NetworkProbe.measure(new InetSocketAddress(host, port), effort == null ? Effort.NORMAL
                        : effort);
            } catch (IOException | RuntimeException e) {
                throw new IOException("cannot reach " + peer + " (" + e.getMessage()
                        + "); there, 'adder machine --serve' must run", e);
            }
            connections.removeIf(connection -> connection.id().equals("peer." + host));
            connections.add(new Connection("peer." + host, "memory", host, "to " + host, figures, Map.of()));
        }
        return machine.with(machine.units(), connections, machine.curves(), machine.handover(), machine.taken(),
                machine.effort(),
                machine.unseen());
    }
}
