package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from what raises to the handler that the same unit holds. All of a block raises to one place, so each block
 * with a handler gets one landing pad. A pad notes the exception in the frame (context, traceback), boxes the registers
 * that the handler wants as objects and goes on at the handler; how the registers are held when something raises is said
 * by the site. A guard that failed, or anything else that is no Python exception, is thrown on to the unit's exit, and
 * so is an exception that comes out of an inlined function, since that has a frame yet to be made.
 */
final class Handlers {
    private record Covered(Block block, Label start, Label end, int firstSite, int endSite) {
    }

    private final Translator unit;
    private final List<Covered> covered = new ArrayList<>();
    private Label start;
    private int firstSite;

    Handlers(final Translator unit) {
        this.unit = unit;
    }

    /** In the analysis, before the instruction at {@code pc} is looked at: its handler is reached with these types. */
    void mayRaise(final Block b, final int pc) {
        // What is thrown into a generator at its YIELD is raised by the interpreter.
        if (unit.c == null && b.handler() != null && unit.code[pc] != YIELD && Op.of(unit.code[pc]).mayRaise()) {
            unit.raisedEdge(b.handler(), b.exceptionRegister());
        }
    }

    void begin(final Block b) {
        if (unit.c != null && b.handler() != null) {
            start = unit.c.newBoundLabel();
            firstSite = unit.sites.size();
        }
    }

    void end(final Block b) {
        if (unit.c != null && b.handler() != null && unit.reached(b.handler()) && unit.sites.size() > firstSite) {
            covered.add(new Covered(b, start, unit.c.newBoundLabel(), firstSite, unit.sites.size()));
        }
    }

    /** The pads of all blocks; control does not fall into them. */
    void emit() {
        for (final Covered c : covered) {
            final Label pad = unit.c.newBoundLabel();
            unit.regions.pad(c.firstSite, c.endSite);
            unit.c.exceptionCatchAll(c.start, c.end, pad);
            unit.c.aload(0);
            unit.c.aload(unit.frameLocal);
            unit.pushUnit();
            unit.c.iload(unit.siteLocal);
            unit.c.loadConstant(unit.active.depth);
            unit.call(Emitter.EXITS, "caught", "XTFUIIO");
            unit.c.astore(unit.local(c.block.exceptionRegister(), 'O', 0));
            goOn(c);
        }
        covered.clear();
    }

    /** Boxes what the handler wants boxed, by runs of sites that hold the same registers in the same way. */
    private void goOn(final Covered c) {
        final Block handler = c.block.handler();
        final int exception = c.block.exceptionRegister();
        int site = raising(c.firstSite, c.endSite);
        if (site == c.endSite) {
            unit.c.goto_(unit.labels[handler.index]);
        }
        while (site < c.endSite) {
            final Site first = unit.sites.get(site);
            final String wants = boxed(first, handler, exception);
            int end = raising(site + 1, c.endSite);
            while (end < c.endSite && boxed(unit.sites.get(end), handler, exception).equals(wants)) {
                end = raising(end + 1, c.endSite);
            }
            Label next = null;
            if (end < c.endSite) {
                next = unit.c.newLabel();
                unit.c.iload(unit.siteLocal);
                unit.c.loadConstant(end);
                unit.c.if_icmpge(next);
            }
            box(first, handler, exception);
            unit.c.goto_(unit.labels[handler.index]);
            if (next != null) {
                unit.c.labelBinding(next);
            }
            site = end;
        }
    }

    /** The next site, from one on, that something but a guard may raise at. */
    private int raising(final int from, final int end) {
        int site = from;
        while (site < end && (unit.sites.get(site).edgeRegister >= 0 || unit.sites.get(site).cold
                || unit.sites.get(site).level != unit.active.level)) {
            site++;
        }
        return site;
    }

    private String boxed(final Site site, final Block handler, final int exception) {
        final Ty[] wanted = unit.in[handler.index];
        final StringBuilder text = new StringBuilder();
        for (int reg = 0; reg < wanted.length; reg++) {
            if (differs(site, wanted, reg, exception)) {
                text.append(reg).append(site.types[reg].rep());
            }
        }
        return text.toString();
    }

    private static boolean differs(final Site site, final Ty[] wanted, final int reg, final int exception) {
        return reg != exception && wanted[reg].rep() != 'X' && site.types[reg].rep() != 'X'
                && site.types[reg].rep() != wanted[reg].rep();
    }

    private void box(final Site site, final Block handler, final int exception) {
        final Ty[] wanted = unit.in[handler.index];
        final Ty[] saved = unit.s;
        unit.s = site.types;
        for (int reg = 0; reg < wanted.length; reg++) {
            if (differs(site, wanted, reg, exception)) {
                if (!wanted[reg].isObject()) {
                    throw new IllegalStateException("register " + reg + " raised as " + site.types[reg].rep()
                            + " is handled as " + wanted[reg].rep());
                }
                unit.pushObject(reg);
                unit.c.astore(unit.local(reg, 'O', 0));
            }
        }
        unit.s = saved;
    }

    // ---- the instructions of handlers

    /** Translates an instruction that only handlers have; gives whether it is one. */
    boolean instruction(final int pc) {
        final int[] code = unit.code;
        switch (code[pc]) {
            case PUSH_EXC -> {
                unit.thread();
                unit.pushObject(code[pc + 2]);
                unit.call(Emitter.OPERATIONS, "pushException", "TOO");
                unit.setObject(code[pc + 1]);
            }
            case POP_EXC -> {
                unit.thread();
                unit.pushObject(code[pc + 1]);
                unit.call(Emitter.OPERATIONS, "popException", "TOV");
            }
            case EXC_MATCH -> {
                unit.calling(pc);
                unit.thread();
                unit.pushObject(code[pc + 2]);
                unit.pushObject(code[pc + 3]);
                unit.call(Emitter.OPERATIONS, "matches", "TOOZ");
                unit.setBoolean(code[pc + 1]);
            }
            case RERAISE -> {
                unit.calling(pc);
                if (unit.c != null) {
                    unit.c.aload(unit.frameLocal);
                    unit.pushObject(code[pc + 1]);
                    unit.call(Emitter.OPERATIONS, "reraise", "FOX");
                    unit.c.athrow();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
