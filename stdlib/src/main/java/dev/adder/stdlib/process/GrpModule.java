package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.PyObjects;
import java.util.List;

/** The module {@code grp}. */
@PyModuleSpec("grp")
public final class GrpModule extends NativeModule {
    private static final PyType STRUCT_GROUP =
            PyStructSequence.define("struct_group", "grp", 4, "gr_name", "gr_passwd", "gr_gid", "gr_mem");

    @Override
    public BuiltinTable table() {
        return new GrpModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("struct_group", STRUCT_GROUP);
    }

    private static List<String[]> rows() {
        return AccountFile.read("/etc/group", 4);
    }

    private static Object entry(final ThreadState ts, final String[] row) {
        final PyList members = new PyList();
        for (final String member : row[3].split(",")) {
            if (!member.isEmpty()) {
                members.append(ts, AccountFile.text(member));
            }
        }
        return PyStructSequence.make(STRUCT_GROUP, AccountFile.text(row[0]), AccountFile.text(row[1]),
                AccountFile.number(row[2]), members);
    }

    @PyFunction("getgrgid($module, /, id)")
    static Object getGrGid(final ThreadState ts, final Object id) {
        final Object number = PwdModule.id(ts, id, "gid");
        for (final String[] row : rows()) {
            if (number.equals(AccountFile.number(row[2]))) {
                return entry(ts, row);
            }
        }
        throw Errors.keyError(Str.ofUtf16("getgrgid(): gid not found: " + number));
    }

    @PyFunction("getgrnam($module, /, name)")
    static Object getGrNam(final ThreadState ts, @Text final Object name) {
        final String wanted = Str.toJava(PyObjects.textOf(name));
        if (wanted.indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null byte");
        }
        for (final String[] row : rows()) {
            if (row[0].equals(wanted)) {
                return entry(ts, row);
            }
        }
        throw Errors.keyError(Str.ofUtf16("getgrnam(): name not found: " + PyObjects.reprJava(ts, name)));
    }

    @PyFunction("getgrall($module, /)")
    static Object getGrAll(final ThreadState ts) {
        final PyList all = new PyList();
        for (final String[] row : rows()) {
            all.append(ts, entry(ts, row));
        }
        return all;
    }
}
