package dev.adder.jit;

import dev.adder.language.ir.analysis.Blocks.Block;
import static dev.adder.language.ir.Opcodes.LOAD_ITEM;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.objects.PySlice;

/** Iteration, unpacking and items. */
abstract class Containers extends Arithmetic {
    Containers(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    final void getIter(final int pc) {
        final int dest = code[pc + 1];
        if (kindsAt(pc, code[pc + 3]) == Kinds.LIST && type(code[pc + 2]).isObject()) {
            site(pc);
            pushObject(code[pc + 2]);
            call(ITEMS, "exactList", "OO");
            if (c != null) {
                c.astore(local(dest, 'L', 0));
                c.iconst_0();
                c.istore(local(dest, 'L', 1));
            }
            s[dest] = Ty.L;
            return;
        }
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        profile(code[pc + 3]);
        call(OPERATIONS, "getIter", "TOKIO");
        setObject(dest);
    }

    final void forIter(final int pc, final Block b) {
        final int dest = code[pc + 1];
        final int it = code[pc + 2];
        final int exit = code[pc + 3];
        final Ty t = s[it];
        final Label more = label();
        if (t.rep() == 'R') {
            if (c != null) {
                c.lload(local(it, 'R', 2));
                c.lconst_0();
                c.lcmp();
                c.ifgt(more);
            }
            edge(exit, false);
            bind(more);
            if (c != null && chunkedIterator(b) == it) {
                c.lload(local(it, 'R', 2));
                call(SUPPORT, "chunk", "JI");
                c.dup();
                c.istore(chunk(it));
                chunk(pc, b);
            }
            if (c != null) {
                final int next = local(it, 'R', 0);
                c.lload(next);
                c.lload(next);
                c.lload(local(it, 'R', 1));
                c.ladd();
                c.lstore(next);
                c.lload(local(it, 'R', 2));
                c.lconst_1();
                c.lsub();
                c.lstore(local(it, 'R', 2));
            }
            setLong(dest);
        } else if (t.rep() == 'I') {
            counted(pc, t.step(), b);
        } else if (t.rep() == 'L') {
            listNext(pc, b);
        } else {
            nextItem(pc, it);
            if (c != null) {
                c.dup();
                c.ifnonnull(more);
                c.pop();
            }
            edge(exit, false);
            bind(more);
            setObject(dest);
        }
    }

    /**
     * Pushes the next item of any iterator, or null. A built-in one is asked from the unit itself, so that HotSpot knows
     * the iterator's class by this place.
     */
    private void nextItem(final int pc, final int it) {
        calling(pc);
        if (c == null) {
            return;
        }
        final Label other = c.newLabel();
        final Label done = c.newLabel();
        pushObject(it);
        call(SUPPORT, "builtinIterator", "OQ");
        c.dup();
        c.ifnull(other);
        thread();
        c.invokevirtual(ITERATOR, "next", descriptor("TO"));
        c.goto_(done);
        c.labelBinding(other);
        c.pop();
        thread();
        pushObject(it);
        profile(code[pc + 4]);
        call(OPERATIONS, "forIter", "TOKIO");
        c.labelBinding(done);
    }

    private void counted(final int pc, final int step, final Block b) {
        final int it = code[pc + 2];
        final Label more = label();
        if (c != null) {
            c.iload(local(it, 'I', 0));
            c.iload(local(it, 'I', 1));
            if (step > 0) {
                c.if_icmplt(more);
            } else {
                c.if_icmpgt(more);
            }
        }
        edge(code[pc + 3], false);
        bind(more);
        if (c != null) {
            if (chunkedIterator(b) == it) {
                c.iload(local(it, 'I', 0));
                c.iload(local(it, 'I', 1));
                c.loadConstant(step);
                call(SUPPORT, "chunk", "IIII");
                chunk(pc, b, local(it, 'I', 0), step);
            }
            c.iload(local(it, 'I', 0));
            c.i2l();
            c.iinc(local(it, 'I', 0), step);
        }
        setLong(code[pc + 1], Ty.COUNTER);
    }

    /** The end of the next chunk is on the stack. */
    private void chunk(final int pc, final Block b, final int next, final int step) {
        c.dup();
        c.istore(chunk(code[pc + 2]));
        c.iload(next);
        c.isub();
        if (step < 0) {
            c.ineg();
        }
        chunk(pc, b);
    }

    /**
     * The length of the next chunk is on the stack. Chunks take it off the rounds left until the next poll, so that what
     * polls is the loops together; behind this is the head for the back edges.
     */
    private void chunk(final int pc, final Block b) {
        c.iload(pollLocal);
        c.swap();
        c.isub();
        c.dup();
        c.istore(pollLocal);
        final Label go = c.newLabel();
        c.ifge(go);
        site(pc);
        poll(pc);
        c.labelBinding(go);
        c.nop();
        c.labelBinding(inner[b.index]);
    }

    private void listNext(final int pc, final Block b) {
        final int dest = code[pc + 1];
        final int it = code[pc + 2];
        final Label more = label();
        hasItem(it);
        if (c != null) {
            c.ifne(more);
        }
        edge(code[pc + 3], false);
        bind(more);
        if (c != null && chunkedIterator(b) == it) {
            c.aload(local(it, 'L', 0));
            c.iload(local(it, 'L', 1));
            call(ITEMS, "chunk", "OII");
            chunk(pc, b, local(it, 'L', 1), 1);
            // The list may have become shorter than the chunk.
            hasItem(it);
            c.ifeq(labels[b.index]);
        }
        site(pc);
        if (c != null) {
            c.aload(local(it, 'L', 0));
            c.iload(local(it, 'L', 1));
        }
        final int k = kindsAt(pc, code[pc + 4]);
        final char item = k == Kinds.INT ? 'J' : k == Kinds.FLOAT ? 'D' : k == Kinds.BOOL ? 'Z' : 'O';
        call(ITEMS, switch (item) {
            case 'J' -> "listLong";
            case 'D' -> "listDouble";
            case 'Z' -> "listBoolean";
            default -> "listItem";
        }, "OI" + item);
        if (c != null) {
            c.iinc(local(it, 'L', 1), 1);
        }
        switch (item) {
            case 'J' -> setLong(dest);
            case 'D' -> setDouble(dest);
            case 'Z' -> setBoolean(dest);
            default -> setObject(dest);
        }
    }

    private void hasItem(final int it) {
        if (c != null) {
            c.aload(local(it, 'L', 0));
            c.iload(local(it, 'L', 1));
            call(ITEMS, "hasItem", "OIZ");
        }
    }

    final void unpack(final int pc) {
        final int n = code[pc + 3];
        if (evidence.isBarred(pc)) {
            calling(pc);
            thread();
            pushObject(code[pc + 1]);
            number(n);
            call(OPERATIONS, "unpack", "TOIA");
        } else {
            site(pc);
            pushObject(code[pc + 1]);
            number(n);
            call(ITEMS, "tupleItems", "OIA");
        }
        for (int i = 0; i < n; i++) {
            if (c != null) {
                if (i < n - 1) {
                    c.dup();
                }
                c.loadConstant(i);
                c.aaload();
            }
            setObject(code[pc + 4 + i]);
        }
        if (n == 0 && c != null) {
            c.pop();
        }
    }

    /** Whether a key register is, or may be guarded to be, an int. */
    private boolean intKey(final int reg, final int k) {
        final char rep = type(reg).rep();
        return rep == 'J' || rep == 'O' && (k >> Kinds.SECOND & 0xff) == Kinds.INT;
    }

    /** Whether the index is best looked up as a JVM int. */
    private boolean counts(final int key) {
        return isConstant(key) || type(key) == Ty.COUNTER;
    }

    /** Appends to a list, unboxed where the value is held so. */
    final void appendTo(final int pc, final int list, final int value, final String how) {
        site(pc);
        thread();
        pushList(list);
        switch (type(value).rep()) {
            case 'J' -> {
                pushLong(value);
                call(ITEMS, how, "TBJV");
            }
            case 'D' -> {
                pushDouble(value);
                call(ITEMS, how, "TBDV");
            }
            default -> {
                pushObject(value);
                call(ITEMS, how, "TBOV");
            }
        }
    }

    final void loadItem(final int pc, final Block b) {
        final int dest = code[pc + 1];
        final int o = code[pc + 2];
        final int key = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        final int seen = k & 0xff;
        final int r = k >> Kinds.RESULT & 0xff;
        final boolean dict = (seen & Kinds.DICT_OR_TUPLE) != 0 && (r & Kinds.OTHER) != 0;
        if (type(o).isObject() && intKey(key, k) && (seen & ~(Kinds.LIST | Kinds.DICT_OR_TUPLE)) == 0 && seen != 0
                && !dict) {
            site(pc);
            final char item = r == Kinds.FLOAT ? 'D' : r == Kinds.INT ? 'J' : 'O';
            if (seen == Kinds.LIST && storages.has(pc, b, o, key, item)) {
                storages.load(o, key, item);
                if (item == 'D') {
                    setDouble(dest);
                } else {
                    setLong(dest);
                }
                return;
            }
            if (seen == Kinds.LIST) {
                pushList(o);
            } else {
                pushObject(o);
            }
            pushLong(key);
            if (seen == Kinds.LIST && r == Kinds.FLOAT) {
                call(ITEMS, counts(key) ? "itemDouble" : "anyDouble", "BJD");
                setDouble(dest);
            } else if (seen == Kinds.LIST && r == Kinds.INT) {
                call(ITEMS, counts(key) ? "itemLong" : "anyLong", "BJJ");
                setLong(dest);
            } else if (seen == Kinds.LIST && r == Kinds.BOOL) {
                call(ITEMS, counts(key) ? "itemBoolean" : "anyBoolean", "BJZ");
                setBoolean(dest);
            } else {
                call(ITEMS, seen == Kinds.LIST ? "itemObject" : "item", seen == Kinds.LIST ? "BJO" : "OJO");
                setObject(dest);
            }
            return;
        }
        if (type(o).isObject() && intKey(key, k) && seen == Kinds.STR) {
            site(pc);
            pushObject(o);
            pushLong(key);
            call(ITEMS, "charAt", "OJO");
            setObject(dest);
            return;
        }
        if (seen == Kinds.LIST && r == 0 && type(o).isObject() && isConstant(key) && template[key] instanceof PySlice s
                && isPlain(s)) {
            site(pc);
            pushList(o);
            pushObject(key);
            call(STORAGES, "slice", "BOO");
            setObject(dest);
            return;
        }
        if (operator(LOAD_ITEM, pc)) {
            return;
        }
        calling(pc);
        thread();
        pushObject(o);
        pushObject(key);
        profile(code[pc + 4]);
        call(OPERATIONS, seen == Kinds.DICT_OR_TUPLE ? "loadDictItem" : "loadItem", "TOOKIO");
        setObject(dest);
    }

    /** Whether {@link dev.adder.runtime.objects.PyList#plainSlice} takes it. */
    private static boolean isPlain(final PySlice s) {
        return s.step == PyNone.NONE && (s.start == PyNone.NONE || s.start instanceof Long)
                && (s.stop == PyNone.NONE || s.stop instanceof Long);
    }

    final void storeItem(final int pc, final Block b) {
        final int o = code[pc + 1];
        final int key = code[pc + 2];
        final int value = code[pc + 3];
        final int k = kindsAt(pc, code[pc + 4]);
        if (type(o).isObject() && intKey(key, k) && (k & 0xff) == Kinds.LIST) {
            final int r = k >> Kinds.RESULT & 0xff;
            final char v = type(value).rep();
            site(pc);
            if ((r == Kinds.FLOAT && v == 'D' || r == Kinds.INT && v == 'J') && storages.has(pc, b, o, key, v)) {
                storages.store(o, key, value, v);
                return;
            }
            thread();
            pushList(o);
            pushLong(key);
            if (r == Kinds.FLOAT && v == 'D') {
                pushDouble(value);
                call(ITEMS, counts(key) ? "setDouble" : "setAnyDouble", "TBJDV");
            } else if (r == Kinds.INT && v == 'J') {
                pushLong(value);
                call(ITEMS, counts(key) ? "setLong" : "setAnyLong", "TBJJV");
            } else if (r == Kinds.BOOL && v == 'Z') {
                pushBoolean(value);
                call(ITEMS, counts(key) ? "setBoolean" : "setAnyBoolean", "TBJZV");
            } else {
                // It may have the list, which another register may hold too, store its items otherwise.
                storages.forget();
                pushObject(value);
                call(ITEMS, "setItem", "TBJOV");
            }
            return;
        }
        calling(pc);
        thread();
        pushObject(o);
        pushObject(key);
        pushObject(value);
        profile(code[pc + 4]);
        call(OPERATIONS, (k & 0xff) == Kinds.DICT_OR_TUPLE ? "storeDictItem" : "storeItem", "TOOOKIV");
    }
}
