package dev.adder.jit;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How an emitted unit is left: its code is cut into regions, mostly the blocks of the IR, and neighbours that have much in
 * common share one exit, which hands over the JVM locals that their sites need and no others. To HotSpot's first compiler
 * every instruction that may throw is an edge to the exit, with a move for each local that the exit reads: one exit with
 * all locals for the whole unit made 260 KB of 3,587 bytes of bytecode; and to either compiler a local lives for as long
 * as an exit reads it.
 *
 * <p>What is thrown by an instruction without a site of its own (no more memory or stack) belongs to the site before it,
 * which may lie in a region with another exit; registers that it does not hand over stay as they are in the frame.
 */
final class Regions {
    /** What an exit costs, and each local it hands over, in moves of a local at a site. */
    private static final int EXIT = 12;
    private static final int EXIT_LOCAL = 3;

    private final Translator unit;
    private final List<Region> regions = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>();

    /** Code from {@code start} to the start of the next region; its sites, and those of other regions it may still be at. */
    private static final class Region {
        final Label start;
        final boolean pad;
        final int firstSite;
        int endSite;
        final List<Site> others = new ArrayList<>();

        Region(final Label start, final boolean pad, final int firstSite) {
            this.start = start;
            this.pad = pad;
            this.firstSite = firstSite;
        }
    }

    /** Slots of locals, in the order in which they are handed over. */
    private static final class Exit {
        final List<Region> of = new ArrayList<>();
        final TreeSet<Integer> slots = new TreeSet<>();

        Exit copy() {
            final Exit e = new Exit();
            e.of.addAll(of);
            e.slots.addAll(slots);
            return e;
        }
    }

    Regions(final Translator unit) {
        this.unit = unit;
    }

    void clear() {
        regions.clear();
    }

    /** What is emitted from here on is a region, up to the next one. */
    void begin() {
        begin(false, unit.sites.size());
    }

    /** A landing pad: it is come to from the sites {@code first .. end}. */
    void pad(final int first, final int end) {
        begin(true, first);
        regions.getLast().endSite = end;
    }

    private void begin(final boolean pad, final int firstSite) {
        final boolean behindPad = !regions.isEmpty() && regions.getLast().pad;
        if (!regions.isEmpty() && !behindPad) {
            regions.getLast().endSite = unit.sites.size();
        }
        regions.add(new Region(unit.c.newBoundLabel(), pad, firstSite));
        if (behindPad) {
            // Between two pads there may be nothing else, which is no range for an exit.
            unit.c.nop();
        }
    }

    /** The region of now may be left by this site, too. */
    void use(final Site site) {
        regions.getLast().others.add(site);
    }

    // ---- exits

    /** After all code of the unit: the exits, each of which leads to {@code common} with its {@link Handed} on the stack. */
    void emit(final int thrown, final Label common) {
        final Label end = unit.c.newBoundLabel();
        if (!regions.getLast().pad) {
            regions.getLast().endSite = unit.sites.size();
        }
        share();
        for (int i = 0; i < exits.size(); i++) {
            final Label exit = unit.c.newBoundLabel();
            unit.c.astore(thrown);
            unit.pushUnit();
            unit.c.loadConstant(i);
            unit.call(Emitter.EXITS, "hand", "UIE");
            hand(objects(exits.get(i)), "objects", 'O', 4);
            hand(primitives(exits.get(i), 'D'), "doubles", 'D', 2);
            hand(primitives(exits.get(i), 'J'), "longs", 'J', 2);
            hand(primitives(exits.get(i), 'I'), "ints", 'I', 4);
            if (i < exits.size() - 1) {
                unit.c.goto_(common);
            }
            cover(exits.get(i), end, exit);
        }
    }

    private void cover(final Exit e, final Label end, final Label exit) {
        for (int i = 0; i < e.of.size(); i++) {
            final Region first = e.of.get(i);
            int last = regions.indexOf(first);
            while (i + 1 < e.of.size() && e.of.get(i + 1) == regions.get(last + 1)) {
                i++;
                last++;
            }
            unit.c.exceptionCatchAll(first.start, last + 1 < regions.size() ? regions.get(last + 1).start : end, exit);
        }
    }

    /** Divides the regions among exits: runs of neighbours as is cheapest in all; all pads share one. */
    private void share() {
        exits.clear();
        final List<Region> plain = new ArrayList<>();
        final Exit pads = new Exit();
        for (final Region r : regions) {
            if (r.pad) {
                pads.of.add(r);
                pads.slots.addAll(slots(r));
            } else {
                plain.add(r);
            }
        }
        final int n = plain.size();
        final long[] least = new long[n + 1];
        final Exit[] last = new Exit[n + 1];
        for (int end = 1; end <= n; end++) {
            least[end] = Long.MAX_VALUE;
            final Exit e = new Exit();
            int sites = 0;
            for (int start = end - 1; start >= 0; start--) {
                final Region r = plain.get(start);
                e.of.addFirst(r);
                e.slots.addAll(slots(r));
                sites += r.endSite - r.firstSite;
                if (sites == 0 && (start > 0 || end < n) || least[start] == Long.MAX_VALUE) {
                    // No code of its own, perhaps: no range for an exit.
                    continue;
                }
                final int locals = e.slots.size();
                final long cost = least[start] + (long) (sites + end - start) * locals + EXIT + EXIT_LOCAL * locals;
                if (cost < least[end]) {
                    least[end] = cost;
                    last[end] = e.copy();
                }
            }
        }
        for (int end = n; end > 0; end -= last[end].of.size()) {
            exits.addFirst(last[end]);
        }
        if (!pads.of.isEmpty()) {
            exits.add(pads);
        }
    }

    private TreeSet<Integer> slots(final Region r) {
        final TreeSet<Integer> slots = new TreeSet<>();
        for (int i = r.firstSite; i < r.endSite; i++) {
            add(slots, unit.sites.get(i));
        }
        for (final Site site : r.others) {
            add(slots, site);
        }
        return slots;
    }

    /** What the site and the sites of the calls that it is inlined in need, as far as there are such locals. */
    private void add(final TreeSet<Integer> slots, final Site of) {
        for (Site site = of; site != null; site = site.level.call) {
            final Level level = site.level;
            for (int reg = 0; reg < site.types.length; reg++) {
                final char rep = site.types[reg].rep();
                for (int part = 0; part < parts(rep); part++) {
                    addIfUsed(slots, Emitter.slot(level.base + reg, rep, part));
                }
            }
            if (level.call != null) {
                addIfUsed(slots, Emitter.slot(level.extra(Level.FRAME), 'F', 0));
                addIfUsed(slots, Emitter.slot(level.extra(Level.MADE), 'O', 0));
                addIfUsed(slots, Emitter.slot(level.extra(Level.FUNCTION), 'P', 0));
            }
        }
    }

    private void addIfUsed(final TreeSet<Integer> slots, final int slot) {
        if (unit.locals.containsKey(slot)) {
            slots.add(slot);
        }
    }

    private static int parts(final char rep) {
        return switch (rep) {
            case 'X' -> 0;
            case 'C', 'I', 'L' -> 2;
            case 'R' -> 3;
            default -> 1;
        };
    }

    // ---- handing over

    /** Pushes the slots' locals, {@code atOnce} by {@code atOnce}, and has the {@link Handed} take them. */
    private void hand(final int[] slots, final String method, final char type, final int atOnce) {
        for (int i = 0; i < slots.length; i += atOnce) {
            final int n = Math.min(atOnce, slots.length - i);
            for (int k = i; k < i + n; k++) {
                final int local = unit.locals.get(slots[k]);
                switch (type) {
                    case 'O' -> unit.c.aload(local);
                    case 'D' -> unit.c.dload(local);
                    case 'J' -> unit.c.lload(local);
                    default -> unit.c.iload(local);
                }
            }
            unit.c.invokevirtual(Emitter.HANDED, method, Emitter.descriptor(String.valueOf(type).repeat(n) + "E"));
        }
    }

    private static int[] objects(final Exit e) {
        return e.slots.stream().filter(Emitter::isObjectSlot).mapToInt(k -> k).toArray();
    }

    private static int[] primitives(final Exit e, final char type) {
        return e.slots.stream().filter(k -> !Emitter.isObjectSlot(k) && Emitter.jvmType(k) == type).mapToInt(k -> k).toArray();
    }

    /** By exit: the slots of the objects that it hands over. */
    int[][] objectSlots() {
        final int[][] all = new int[exits.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = objects(exits.get(i));
        }
        return all;
    }

    /** By exit: the slots of the primitives that it hands over, doubles first, then longs, then ints. */
    int[][] primitiveSlots() {
        final int[][] all = new int[exits.size()][];
        for (int i = 0; i < all.length; i++) {
            final int[] d = primitives(exits.get(i), 'D');
            final int[] j = primitives(exits.get(i), 'J');
            final int[] n = primitives(exits.get(i), 'I');
            all[i] = java.util.Arrays.copyOf(d, d.length + j.length + n.length);
            System.arraycopy(j, 0, all[i], d.length, j.length);
            System.arraycopy(n, 0, all[i], d.length + j.length, n.length);
        }
        return all;
    }
}
