package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.List;

/** The module {@code pwd}. */
@PyModuleSpec("pwd")
public final class PwdModule extends NativeModule {
    private static final PyType STRUCT_PASSWD = PyStructSequence.define("struct_passwd", "pwd", 7, "pw_name", "pw_passwd",
            "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell");

    @Override
    public BuiltinTable table() {
        return new PwdModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("struct_passwd", STRUCT_PASSWD);
    }

    private static List<String[]> rows() {
        return AccountFile.read("/etc/passwd", 7);
    }

    private static Object entry(final String[] row) {
        return PyStructSequence.make(STRUCT_PASSWD, AccountFile.text(row[0]), AccountFile.text(row[1]),
                AccountFile.number(row[2]), AccountFile.number(row[3]), AccountFile.text(row[4]),
                AccountFile.text(row[5]), AccountFile.text(row[6]));
    }

    @PyFunction("getpwuid($module, uidobj, /)")
    static Object getPwUid(final ThreadState ts, final Object uid) {
        final Object number = id(ts, uid, "uid");
        for (final String[] row : rows()) {
            if (number.equals(AccountFile.number(row[2]))) {
                return entry(row);
            }
        }
        throw Errors.keyError(Str.ofUtf16("getpwuid(): uid not found: " + number));
    }

    /** A user's or group's number. */
    static Object id(final ThreadState ts, final Object value, final String what) {
        try {
            return PyNumber.index(ts, value);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw Errors.typeError(what + " should be integer, not " + PyType.of(value).name());
            }
            throw e;
        }
    }

    @PyFunction("getpwnam($module, name, /)")
    static Object getPwNam(final ThreadState ts, @Text final Object name) {
        final String wanted = Str.toJava(PyObjects.textOf(name));
        if (wanted.indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null byte");
        }
        for (final String[] row : rows()) {
            if (row[0].equals(wanted)) {
                return entry(row);
            }
        }
        throw Errors.keyError(Str.ofUtf16("getpwnam(): name not found: " + PyObjects.reprJava(ts, name)));
    }

    @PyFunction("getpwall($module, /)")
    static Object getPwAll(final ThreadState ts) {
        final PyList all = new PyList();
        for (final String[] row : rows()) {
            all.append(ts, entry(row));
        }
        return all;
    }
}
