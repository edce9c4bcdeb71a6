package dev.adder.stdlib;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.interp.StandIns;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.stdlib.abc.AbcModule;
import dev.adder.stdlib.algorithms.BisectModule;
import dev.adder.stdlib.algorithms.HeapqModule;
import dev.adder.stdlib.array.ArrayModule;
import dev.adder.stdlib.ast.AstModule;
import dev.adder.stdlib.asyncio.AsyncioModule;
import dev.adder.stdlib.binascii.BinasciiModule;
import dev.adder.stdlib.codecs.CodecsModule;
import dev.adder.stdlib.codecs.StringModule;
import dev.adder.stdlib.collections.CollectionsModule;
import dev.adder.stdlib.collections.CollectionsStandIns;
import dev.adder.stdlib.compiler.OpcodeModule;
import dev.adder.stdlib.compiler.SymtableModule;
import dev.adder.stdlib.compiler.TokenizeModule;
import dev.adder.stdlib.contextvars.ContextvarsModule;
import dev.adder.stdlib.csv.CsvModule;
import dev.adder.stdlib.dataclasses.InspectStandIns;
import dev.adder.stdlib.enums.EnumStandIns;
import dev.adder.stdlib.errno.ErrnoModule;
import dev.adder.stdlib.functools.FunctoolsModule;
import dev.adder.stdlib.hash.Blake2Module;
import dev.adder.stdlib.hash.Md5Module;
import dev.adder.stdlib.hash.Sha1Module;
import dev.adder.stdlib.hash.Sha2Module;
import dev.adder.stdlib.hash.Sha3Module;
import dev.adder.stdlib.io.IoModule;
import dev.adder.stdlib.itertools.ItertoolsModule;
import dev.adder.stdlib.json.JsonModule;
import dev.adder.stdlib.locale.LocaleModule;
import dev.adder.stdlib.machine.MachineModule;
import dev.adder.stdlib.math.CmathModule;
import dev.adder.stdlib.math.MathModule;
import dev.adder.stdlib.mmap.MmapModule;
import dev.adder.stdlib.multiprocessing.MultiprocessingModule;
import dev.adder.stdlib.multiprocessing.PosixShmemModule;
import dev.adder.stdlib.operator.OperatorModule;
import dev.adder.stdlib.posix.PosixModule;
import dev.adder.stdlib.posix.StatModule;
import dev.adder.stdlib.process.AtexitModule;
import dev.adder.stdlib.process.FaulthandlerModule;
import dev.adder.stdlib.process.GcModule;
import dev.adder.stdlib.process.PwdModule;
import dev.adder.stdlib.process.GrpModule;
import dev.adder.stdlib.process.SuggestionsModule;
import dev.adder.stdlib.process.FcntlModule;
import dev.adder.stdlib.process.PosixSubprocessModule;
import dev.adder.stdlib.profiling.LsProfModule;
import dev.adder.stdlib.queue.QueueModule;
import dev.adder.stdlib.random.RandomModule;
import dev.adder.stdlib.resource.ResourceModule;
import dev.adder.stdlib.select.SelectModule;
import dev.adder.stdlib.signal.SignalModule;
import dev.adder.stdlib.socket.SocketModule;
import dev.adder.stdlib.sre.SreModule;
import dev.adder.stdlib.statistics.StatisticsModule;
import dev.adder.stdlib.struct.StructModule;
import dev.adder.stdlib.syslog.SyslogModule;
import dev.adder.stdlib.terminal.TermiosModule;
import dev.adder.stdlib.time.TimeModule;
import dev.adder.stdlib.typing.TypesModule;
import dev.adder.stdlib.typing.TypingModule;
import dev.adder.stdlib.unicode.UnicodedataModule;
import dev.adder.stdlib.zlib.ZlibModule;

/** The native modules of the standard library, one row each; a class is loaded when its module is imported. */
public final class NativeModules implements NativeModule.Provider {
    /** One name a line, sorted. */
    private static final String[] NAMES = {
        "_abc",
        "_adder_machine",
        "_ast",
        "_asyncio",
        "_bisect",
        "_blake2",
        "_codecs",
        "_collections",
        "_contextvars",
        "_csv",
        "_functools",
        "_heapq",
        "_io",
        "_json",
        "_locale",
        "_lsprof",
        "_md5",
        "_multiprocessing",
        "_opcode",
        "_operator",
        "_posixshmem",
        "_posixsubprocess",
        "_queue",
        "_random",
        "_sha1",
        "_sha2",
        "_sha3",
        "_signal",
        "_socket",
        "_sre",
        "_stat",
        "_statistics",
        "_string",
        "_struct",
        "_suggestions",
        "_symtable",
        "_tokenize",
        "_types",
        "_typing",
        "array",
        "atexit",
        "binascii",
        "cmath",
        "errno",
        "faulthandler",
        "fcntl",
        "gc",
        "grp",
        "itertools",
        "math",
        "mmap",
        "posix",
        "pwd",
        "resource",
        "select",
        "syslog",
        "termios",
        "time",
        "unicodedata",
        "zlib",
    };

    @Override
    public NativeModule create(final String name, final InterpreterState interp) {
        return switch (name) {
            case "_abc" -> new AbcModule();
            case "_adder_machine" -> new MachineModule();
            case "_ast" -> new AstModule();
            case "_asyncio" -> new AsyncioModule();
            case "_bisect" -> new BisectModule();
            case "_blake2" -> new Blake2Module();
            case "_codecs" -> new CodecsModule();
            case "_collections" -> new CollectionsModule();
            case "_contextvars" -> new ContextvarsModule();
            case "_csv" -> new CsvModule();
            case "_functools" -> new FunctoolsModule();
            case "_heapq" -> new HeapqModule();
            case "_io" -> new IoModule();
            case "_json" -> new JsonModule();
            case "_locale" -> new LocaleModule();
            case "_lsprof" -> new LsProfModule();
            case "_md5" -> new Md5Module();
            case "_multiprocessing" -> new MultiprocessingModule();
            case "_opcode" -> new OpcodeModule();
            case "_operator" -> new OperatorModule();
            case "_posixshmem" -> new PosixShmemModule();
            case "_posixsubprocess" -> new PosixSubprocessModule();
            case "_queue" -> new QueueModule();
            case "_random" -> new RandomModule();
            case "_sha1" -> new Sha1Module();
            case "_sha2" -> new Sha2Module();
            case "_sha3" -> new Sha3Module();
            case "_signal" -> new SignalModule(interp);
            case "_socket" -> new SocketModule();
            case "_sre" -> new SreModule();
            case "_stat" -> new StatModule();
            case "_statistics" -> new StatisticsModule();
            case "_string" -> new StringModule();
            case "_struct" -> new StructModule();
            case "_suggestions" -> new SuggestionsModule();
            case "_symtable" -> new SymtableModule();
            case "_tokenize" -> new TokenizeModule();
            case "_types" -> new TypesModule();
            case "_typing" -> new TypingModule();
            case "array" -> new ArrayModule();
            case "atexit" -> new AtexitModule();
            case "binascii" -> new BinasciiModule();
            case "cmath" -> new CmathModule();
            case "errno" -> new ErrnoModule();
            case "faulthandler" -> new FaulthandlerModule();
            case "fcntl" -> new FcntlModule();
            case "grp" -> new GrpModule();
            case "pwd" -> new PwdModule();
            case "resource" -> new ResourceModule();
            case "gc" -> new GcModule();
            case "itertools" -> new ItertoolsModule();
            case "math" -> new MathModule();
            case "mmap" -> new MmapModule();
            case "posix" -> new PosixModule();
            case "select" -> new SelectModule();
            case "syslog" -> new SyslogModule();
            case "termios" -> new TermiosModule();
            case "time" -> new TimeModule();
            case "unicodedata" -> new UnicodedataModule();
            case "zlib" -> new ZlibModule();
            default -> null;
        };
    }

    @Override
    public StandIns standIns(final String module) {
        return switch (module) {
            case "collections" -> new CollectionsStandIns();
            case "enum" -> new EnumStandIns();
            case "inspect" -> new InspectStandIns();
            default -> null;
        };
    }

    @Override
    public String[] names() {
        return NAMES.clone();
    }
}
