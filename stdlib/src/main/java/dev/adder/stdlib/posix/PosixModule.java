package dev.adder.stdlib.posix;

import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.ModuleParts;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;

/** The module {@code posix}: its types and tables of names. The functions are those of its parts. */
@PyModuleSpec("posix")
public final class PosixModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new PosixModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final BuiltinTable[] parts = {new DescriptorFunctionsTable(), new TransferFunctionsTable(),
            new EventDescriptorsTable(), new StatusFunctionsTable(), new ExtendedAttributesTable(),
            new FolderFunctionsTable(), new PathFunctionsTable(), new DevicesTable(), new ProcessFunctionsTable(),
            new ChildFunctionsTable(), new SpawnFunctionsTable(), new SpawnvFunctionsTable(), new IdentitiesTable(),
            new SchedulingTable(), new SystemFunctionsTable(), new TerminalFunctionsTable()};
        for (final BuiltinTable part : parts) {
            ModuleParts.add(module, part, "posix");
        }
        final PyDict d = module.dict();
        PosixConstants.define(d);
        d.putStr("P_WAIT", SpawnvFunctions.P_WAIT);
        d.putStr("P_NOWAIT", SpawnvFunctions.P_NOWAIT);
        d.putStr("P_NOWAITO", SpawnvFunctions.P_NOWAIT);
        d.putStr("sysconf_names", SystemNames.asDict(SystemNames.SYSCONF));
        d.putStr("pathconf_names", SystemNames.asDict(SystemNames.PATHCONF));
        d.putStr("confstr_names", SystemNames.asDict(SystemNames.CONFSTR));
        d.putStr("error", ExceptionTypes.OS_ERROR);
        d.putStr("DirEntry", PyDirEntry.TYPE);
        d.putStr("stat_result", StatResults.TYPE);
        d.putStr("statvfs_result", StatvfsResults.TYPE);
        d.putStr("terminal_size", SystemFunctions.TERMINAL_SIZE);
        d.putStr("uname_result", SystemFunctions.UNAME);
        d.putStr("times_result", SystemFunctions.TIMES);
        d.putStr("waitid_result", ChildFunctions.WAITID_RESULT);
        d.putStr("sched_param", Scheduling.PARAM);
        d.putStr("environ", Environment.asDict(ts));
        d.putStr("_have_functions", PyList.of("HAVE_EVENTFD", "HAVE_TIMERFD_CREATE", "HAVE_FACCESSAT", "HAVE_FCHDIR",
                "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT", "HAVE_FEXECVE", "HAVE_FDOPENDIR",
                "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_FUTIMES",
                "HAVE_FUTIMESAT", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MEMFD_CREATE",
                "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT",
                "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT", "HAVE_PTSNAME_R"));
    }
}
