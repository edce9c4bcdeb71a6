package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Stress mode: every site fails at its first, at its second, and then at executions by chance, from a seed
 * ({@code -X jit=stress:SEED}). At the end the log lists the sites that never failed, since the program never came by.
 */
final class StressSites {
    /** One execution in so many fails: every site of a loop does, and large units still come to their end. */
    private static final int ODDS = 29;

    private final List<Unit> units = new ArrayList<>();
    private final int seed;

    StressSites(final String modes) {
        int from = 0;
        final int at = modes.indexOf("stress:");
        if (at >= 0) {
            for (int i = at + 7; i < modes.length() && Character.isDigit(modes.charAt(i)); i++) {
                from = from * 10 + modes.charAt(i) - '0';
            }
        }
        this.seed = from;
    }

    void add(final Unit unit) {
        synchronized (units) {
            units.add(unit);
        }
    }

    boolean fails(final Site site) {
        final int n = site.executions++;
        if (n < 2) {
            return true;
        }
        int h = (n + seed) * 0x9E3779B1 + site.pc * 0x85EBCA6B + site.edgeRegister;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        return Integer.remainderUnsigned(h ^ h >>> 12, ODDS) == 0;
    }

    /** What of all sites never failed; a unit's line first. */
    void report(final PrintStream log) {
        synchronized (units) {
            int all = 0;
            int never = 0;
            for (final Unit unit : units) {
                for (final Site site : unit.sites) {
                    all++;
                    if (site.executions == 0 && !site.cold) {
                        never++;
                        final Code here = site.level.state.code.ir();
                        log.println("never failed " + unit.state.code.ir().qualname
                                + (unit.entryPc < 0 ? "" : " loop at " + unit.entryPc)
                                + (site.level.depth == 0 ? "" : " in " + here.qualname) + ": "
                                + Op.of(here.code[site.pc]) + " at " + site.pc
                                + (site.edgeRegister < 0 ? "" : " register " + site.edgeRegister));
                    }
                }
            }
            log.println("stress " + all + " sites, " + never + " never failed");
        }
    }
}
