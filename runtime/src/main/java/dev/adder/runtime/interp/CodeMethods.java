package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Locations;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;

/** Python-level attributes of {@code code} objects: CPython's Objects/codeobject.c, over the register IR. */
@PyTypeSpec(name = "code")
final class CodeMethods {
    private CodeMethods() {
    }

    /** CPython's arguments describe stack bytecode, which Adder has no form for. */
    @PyNew(value = "(*args)", raw = true)
    static Object create(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        if (args.length < 16) {
            throw Errors.typeError("code expected at least 16 arguments, got " + args.length);
        }
        throw Errors.notImplemented("code(...) is not implemented: Adder's code is register IR");
    }

    private static PyTuple names(final String[] all, final int count) {
        final Object[] texts = new Object[count];
        for (int i = 0; i < count; i++) {
            texts[i] = Str.fromNameKey(all[i]);
        }
        return PyTuple.of(texts);
    }

    @PyGetter(value = "co_name", member = true)
    static Object name(final PyCode self) {
        return Str.fromNameKey(self.name);
    }

    @PyGetter(value = "co_qualname", member = true)
    static Object qualname(final PyCode self) {
        return Str.fromNameKey(self.qualname);
    }

    @PyGetter(value = "co_filename", member = true)
    static Object filename(final PyCode self) {
        return Str.ofUtf16(self.ir().filename);
    }

    @PyGetter(value = "co_firstlineno", member = true)
    static long firstLine(final PyCode self) {
        return self.ir().firstLine;
    }

    @PyGetter(value = "co_argcount", member = true)
    static long argCount(final PyCode self) {
        return self.argCount;
    }

    @PyGetter(value = "co_posonlyargcount", member = true)
    static long posOnlyArgCount(final PyCode self) {
        return self.ir().posOnlyArgCount;
    }

    @PyGetter(value = "co_kwonlyargcount", member = true)
    static long kwOnlyArgCount(final PyCode self) {
        return self.ir().kwOnlyArgCount;
    }

    @PyGetter(value = "co_flags", member = true)
    static long flags(final PyCode self) {
        return self.flags;
    }

    @PyGetter(value = "co_nlocals", member = true)
    static long nlocals(final PyCode self) {
        return self.ir().visibleLocals;
    }

    @PyGetter(value = "co_stacksize", member = true)
    static long stackSize(final PyCode self) {
        return self.ir().frameSize - self.ir().tempBase;
    }

    @PyGetter("co_varnames")
    static Object varnames(final PyCode self) {
        return names(self.ir().varNames, self.ir().visibleLocals);
    }

    @PyGetter(value = "co_names", member = true)
    static Object names(final PyCode self) {
        final String[] names = self.bytecode().names();
        return names(names, names.length);
    }

    @PyGetter("co_cellvars")
    static Object cellvars(final PyCode self) {
        return names(self.ir().cellVars, self.ir().cellVars.length);
    }

    @PyGetter("co_freevars")
    static Object freevars(final PyCode self) {
        return names(self.ir().freeVars, self.ir().freeVars.length);
    }

    @PyGetter(value = "co_consts", member = true)
    static Object consts(final PyCode self) {
        final Object[] all = new Object[self.ir().consts.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = self.constant(i);
        }
        return PyTuple.of(all);
    }

    @PyGetter("co_code")
    static Object code(final PyCode self) {
        return PyBytes.of(self.bytecode().code());
    }

    @PyGetter(value = "co_linetable", member = true)
    static Object linetable(final PyCode self) {
        return PyBytes.of(self.ir().locations.clone());
    }

    @PyGetter(value = "co_exceptiontable", member = true)
    static Object exceptiontable(final PyCode self) {
        return PyBytes.of(self.bytecode().exceptions());
    }

    @PyMethod("co_lines($self, /)")
    static Object lines(final ThreadState ts, final PyCode self) {
        final PyList all = new PyList();
        final BytecodeView view = self.bytecode();
        final int[] lines = self.lines();
        // The beginning, which is the function's first line; that of a module has none.
        int line = self.ir().name.equals("<module>") ? 0 : self.ir().firstLine;
        all.append(ts, PyTuple.of(0L, 2L, (long) line));
        int start = 1;
        line = lines[view.place(1)];
        for (int word = 2; word < view.words(); word++) {
            final int here = lines[view.place(word)];
            if (here != line) {
                all.append(ts, range(start, word, line));
                start = word;
                line = here;
            }
        }
        all.append(ts, range(start, view.words(), line));
        return PyIter.get(ts, all);
    }

    private static PyTuple range(final int start, final int end, final int line) {
        return PyTuple.of(2L * start, 2L * end, line == 0 ? PyNone.NONE : (Object) (long) line);
    }

    /** One entry for each two of an offset, so that {@code tb_lasti // 2} finds the instruction's. */
    @PyMethod("co_positions($self, /)")
    static Object positions(final ThreadState ts, final PyCode self) {
        final PyTuple[] places = new PyTuple[self.ir().code.length];
        final Locations ranges = new Locations(self.ir().locations, self.ir().firstLine);
        while (ranges.next()) {
            Arrays.fill(places, ranges.start(), Math.min(ranges.end(), places.length), position(ranges));
        }
        final PyList all = new PyList();
        final long first = self.ir().firstLine;
        all.append(ts, PyTuple.of(first, first, 0L, 0L));
        final BytecodeView view = self.bytecode();
        for (int word = 1; word < view.words(); word++) {
            all.append(ts, places[view.place(word)]);
        }
        return PyIter.get(ts, all);
    }

    private static PyTuple position(final Locations l) {
        if (l.line() <= 0) {
            return PyTuple.of(PyNone.NONE, PyNone.NONE, PyNone.NONE, PyNone.NONE);
        }
        return PyTuple.of((long) l.line(), (long) l.endLine(), column(l.column()), column(l.endColumn()));
    }

    private static Object column(final int c) {
        return c < 0 ? PyNone.NONE : (Object) (long) c;
    }

    @PyMethod("replace($self, /, **changes)")
    static Object replace(final ThreadState ts, final PyCode self, final PyDict changes) {
        return CodeReplacement.replace(ts, self, changes);
    }

    @PyMethod("__replace__($self, /, **changes)")
    static Object replaceMethod(final ThreadState ts, final PyCode self, final PyDict changes) {
        return CodeReplacement.replace(ts, self, changes);
    }

    @PyMethod("_varname_from_oparg($self, /, oparg)")
    static Object varname(final PyCode self, final int oparg) {
        throw Errors.notImplemented("code._varname_from_oparg: Adder's code has registers, no bytecode");
    }

    private static boolean same(final PyCode a, final PyCode b) {
        final Code x = a.ir();
        final Code y = b.ir();
        return x == y || x.name.equals(y.name) && x.argCount == y.argCount && x.posOnlyArgCount == y.posOnlyArgCount
                && x.kwOnlyArgCount == y.kwOnlyArgCount && x.flags == y.flags && x.firstLine == y.firstLine
                && java.util.Arrays.equals(x.code, y.code) && java.util.Arrays.equals(x.names, y.names)
                && java.util.Arrays.equals(x.varNames, y.varNames) && java.util.Arrays.equals(x.cellVars, y.cellVars)
                && java.util.Arrays.equals(x.freeVars, y.freeVars) && java.util.Arrays.equals(x.exceptions, y.exceptions)
                && java.util.Arrays.equals(x.locations, y.locations);
    }

    @PyMethod("__eq__($self, value, /)")
    static Object eq(final ThreadState ts, final PyCode self, final Object value) {
        return value instanceof PyCode c ? (Object) (same(self, c)
                && (self == c || PyObjects.equal(ts, consts(self), consts(c)))) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ne__($self, value, /)")
    static Object ne(final ThreadState ts, final PyCode self, final Object value) {
        final Object r = eq(ts, self, value);
        return r instanceof Boolean b ? (Object) !b : r;
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final PyCode self) {
        return self.ir().name.hashCode() * 31L + java.util.Arrays.hashCode(self.ir().code);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyCode self) {
        return Str.ofUtf16("<code object " + self.ir().name + " at 0x" + Long.toHexString(Ids.of(self)) + ", file \""
                + self.ir().filename + "\", line " + self.ir().firstLine + ">");
    }
}
