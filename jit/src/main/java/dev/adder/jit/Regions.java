package dev.adder.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

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
    /** The slots that there are locals for, and by slot its place among them, or -1. */
    private int[] numbered;
    private int[] numbers;

    /** Code from {@code start} to the start of the next region; its sites, and those of other regions it may still be at. */
    private static final class Region {
        final Label start;
        final boolean pad;
        final int firstSite;
        int endSite;
        final List<Site> others = new ArrayList<>();
        /** Where its guards go that fail; null while there are none. */
        Label failure;

        Region(final Label start, final boolean pad, final int firstSite) {
            this.start = start;
            this.pad = pad;
            this.firstSite = firstSite;
        }
    }

    private static final class Exit {
        final List<Region> of;
        /** Of locals, in the order in which they are handed over. */
        final int[] slots;

        Exit(final List<Region> of, final int[] slots) {
            this.of = of;
            this.slots = slots;
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

    /**
     * Where a guard that fails goes, with nothing on the stack: a place outside of the region's code, with the same exit. A
     * jump to it is less to either of HotSpot's compilers than a call of what may throw.
     */
    Label failure() {
        final Region now = regions.getLast();
        if (now.failure == null) {
            now.failure = unit.c.newLabel();
        }
        return now.failure;
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
            unit.c.goto_(common);
            cover(exits.get(i), end, exit);
            fail(exits.get(i), exit);
        }
    }

    /** What the regions' {@link #failure} is: throws to their exit. */
    private void fail(final Exit e, final Label exit) {
        Label start = null;
        for (final Region r : e.of) {
            if (r.failure != null) {
                unit.c.labelBinding(r.failure);
                start = r.failure;
            }
        }
        if (start != null) {
            unit.c.getstatic(Emitter.FAILED, "FAILED", Emitter.FAILED);
            unit.c.athrow();
            unit.c.exceptionCatchAll(start, unit.c.newBoundLabel(), exit);
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
        number();
        final List<Region> plain = new ArrayList<>();
        final List<Region> pads = new ArrayList<>();
        final BitSet ofPads = new BitSet();
        for (final Region r : regions) {
            if (r.pad) {
                pads.add(r);
                add(ofPads, r);
            } else {
                plain.add(r);
            }
        }
        final BitSet[] used = new BitSet[plain.size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = new BitSet();
            add(used[i], plain.get(i));
        }
        final int[] starts = cheapest(plain, used);
        for (int end = plain.size(); end > 0; end = starts[end]) {
            final BitSet all = new BitSet();
            for (int i = starts[end]; i < end; i++) {
                all.or(used[i]);
            }
            exits.addFirst(new Exit(plain.subList(starts[end], end), slots(all)));
        }
        if (!pads.isEmpty()) {
            exits.add(new Exit(pads, slots(ofPads)));
        }
    }

    /** Where, in the cheapest division of the first {@code end} regions, the last exit's begin; by {@code end}. */
    private static int[] cheapest(final List<Region> plain, final BitSet[] used) {
        final int n = used.length;
        final long[] least = new long[n + 1];
        final int[] starts = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            least[end] = Long.MAX_VALUE;
            final BitSet all = new BitSet();
            int sites = 0;
            for (int start = end - 1; start >= 0; start--) {
                final Region r = plain.get(start);
                all.or(used[start]);
                sites += r.endSite - r.firstSite;
                if (sites == 0 && (start > 0 || end < n) || least[start] == Long.MAX_VALUE) {
                    // No code of its own, perhaps: no range for an exit.
                    continue;
                }
                final int locals = all.cardinality();
                final long cost = least[start] + (long) (sites + end - start) * locals + EXIT + EXIT_LOCAL * locals;
                if (cost < least[end]) {
                    least[end] = cost;
                    starts[end] = start;
                }
            }
        }
        return starts;
    }

    /** Numbers the slots that there are locals for, in order. */
    private void number() {
        numbered = new int[unit.locals.size()];
        int n = 0;
        for (final int slot : unit.locals.keySet()) {
            numbered[n++] = slot;
        }
        Arrays.sort(numbered);
        numbers = new int[numbered.length == 0 ? 0 : numbered[numbered.length - 1] + 1];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < numbered.length; i++) {
            numbers[numbered[i]] = i;
        }
    }

    private int[] slots(final BitSet set) {
        final int[] slots = new int[set.cardinality()];
        int n = 0;
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            slots[n++] = numbered[i];
        }
        return slots;
    }

    private void add(final BitSet slots, final Region r) {
        for (int i = r.firstSite; i < r.endSite; i++) {
            add(slots, unit.sites.get(i));
        }
        for (final Site site : r.others) {
            add(slots, site);
        }
    }

    /** What the site and the sites of the calls that it is inlined in need, as far as there are such locals. */
    private void add(final BitSet slots, final Site of) {
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

    private void addIfUsed(final BitSet slots, final int slot) {
        if (slot < numbers.length && numbers[slot] >= 0) {
            slots.set(numbers[slot]);
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
        final int[] some = new int[e.slots.length];
        int n = 0;
        for (final int slot : e.slots) {
            if (Emitter.isObjectSlot(slot)) {
                some[n++] = slot;
            }
        }
        return Arrays.copyOf(some, n);
    }

    private static int[] primitives(final Exit e, final char type) {
        final int[] some = new int[e.slots.length];
        int n = 0;
        for (final int slot : e.slots) {
            if (!Emitter.isObjectSlot(slot) && Emitter.jvmType(slot) == type) {
                some[n++] = slot;
            }
        }
        return Arrays.copyOf(some, n);
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
            all[i] = Arrays.copyOf(d, d.length + j.length + n.length);
            System.arraycopy(j, 0, all[i], d.length, j.length);
            System.arraycopy(n, 0, all[i], d.length + j.length, n.length);
        }
        return all;
    }
}
