package dev.adder.runtime;

import java.lang.ref.WeakReference;
import java.util.HashMap;

/**
 * A hidden class: the type of an object and which attribute lies in which slot. Shapes form a tree per type, rooted
 * at the type's {@link PyType#rootShape}; doing the same additions in the same order leads to the same shape, so that
 * one comparison of references guards type and layout together (Chambers, Ungar, Lee: "An Efficient Implementation of
 * SELF", 1989).
 *
 * <p>A {@code __slots__} entry is an attribute whose key starts with {@link #SLOT_MARK}; it never shows in
 * {@code __dict__}. A slot once used is never used for another attribute of the same object, so that a reader without
 * a lock can at worst see a value that its attribute had: deleting leaves a hole, and an object that collects too many
 * of them, or whose {@code __dict__} was asked for, turns to <i>dict mode</i>: its attributes live in a real dict kept
 * in slot {@link #dictIndex}.
 *
 * <p>Thread safety: immutable but for the transition table, which is only touched under its lock; an object's shape is
 * stored after the slot it introduces. While other threads exist shapes of objects change under the object's lock. A
 * store into a slot that the shape has needs no lock, and for instances of most classes nothing else either: values
 * move to a dict only after all threads have polled once and know of it ({@link PyType#letSlotsMove}, once a class).
 * From then on such a store does {@link AsymmetricFence#light}, and if the shape is another one by then it looks
 * under the lock whether what it stored was taken along; who moves values publishes the new shape and does
 * {@link AsymmetricFence#heavy} before it takes them out.
 */
public final class Shape {
    /** First character of the key of a {@code __slots__} entry; no Python identifier contains it. */
    public static final char SLOT_MARK = '\u0001';
    private static final char REMOVE_MARK = '\u0002';
    private static final String DICT_KEY = "\u0003";

    /** An object that used more slots than this turns to dict mode. */
    static final int MAX_SLOTS = 128;

    public final PyType type;
    private final Shape parent;
    /** What this shape does to its parent: adds this key, or removes it, or turns to dict mode. */
    private final String step;
    /** Number of slots ever used. */
    public final int count;
    /** The slot that holds the object's real dict, or -1. */
    public final int dictIndex;

    private HashMap<String, WeakReference<Shape>> transitions;
    private volatile Shape lastTransition;
    /** Key to slot index; built on first use, then immutable. */
    private volatile HashMap<String, Integer> index;

    private Shape(final PyType type, final Shape parent, final String step, final int count, final int dictIndex) {
        this.type = type;
        this.parent = parent;
        this.step = step;
        this.count = count;
        this.dictIndex = dictIndex;
    }

    static Shape root(final PyType type) {
        return new Shape(type, null, "", 0, -1);
    }

    /** The slot of the attribute, or -1. In dict mode only {@code __slots__} entries are found. */
    public int indexOf(final String name) {
        if (parent == null) {
            return -1;
        }
        if (name == step) {
            return count - 1;
        }
        final HashMap<String, Integer> map = index;
        final Integer i = (map == null ? buildIndex() : map).get(name);
        return i == null ? -1 : i;
    }

    private HashMap<String, Integer> buildIndex() {
        final HashMap<String, Integer> map;
        if (parent == null) {
            map = new HashMap<>();
        } else {
            final HashMap<String, Integer> before = parent.index;
            map = new HashMap<>(before == null ? parent.buildIndex() : before);
            switch (step.charAt(0)) {
                case REMOVE_MARK -> map.remove(step.substring(1));
                case '\u0003' -> map.keySet().removeIf(k -> !isSlotKey(k));
                default -> map.put(step, count - 1);
            }
        }
        index = map;
        return map;
    }

    /** The attribute that the slot was made for, whether it is still there or not; null if it holds the dict. */
    String keyAt(final int slot) {
        Shape s = this;
        while (s.parent.count > slot) {
            s = s.parent;
        }
        return s.dictIndex == slot ? null : s.step;
    }

    /** The shape with one more attribute, which takes slot {@link #count}. */
    public Shape with(final String name) {
        final Shape last = lastTransition;
        if (last != null && last.step.equals(name)) {
            return last;
        }
        return transition(name, count + 1, dictIndex);
    }

    /** The shape without an attribute it has; its slot becomes a hole. */
    Shape without(final String name) {
        return transition(REMOVE_MARK + name, count, dictIndex);
    }

    /** The dict-mode shape of an object that has this one; the dict goes to slot {@link #count}. */
    Shape inDictMode() {
        return transition(DICT_KEY, count + 1, count);
    }

    private synchronized Shape transition(final String name, final int newCount, final int newDictIndex) {
        if (transitions == null) {
            transitions = new HashMap<>(4);
        }
        final WeakReference<Shape> known = transitions.get(name);
        Shape next = known == null ? null : known.get();
        if (next == null) {
            next = new Shape(type, this, name.intern(), newCount, newDictIndex);
            transitions.put(next.step, new WeakReference<>(next));
        }
        lastTransition = next;
        return next;
    }

    /** The attribute keys in insertion order, {@code __slots__} entries included. */
    public String[] keys() {
        final HashMap<String, Integer> map = index == null ? buildIndex() : index;
        final String[] bySlot = new String[count];
        for (final var e : map.entrySet()) {
            bySlot[e.getValue()] = e.getKey();
        }
        int n = 0;
        for (final String k : bySlot) {
            if (k != null) {
                bySlot[n++] = k;
            }
        }
        return java.util.Arrays.copyOf(bySlot, n);
    }

    /** The same history for another type, so that every slot keeps its place ({@code __class__} assignment). */
    Shape forType(final PyType other) {
        if (parent == null) {
            return other.rootShape();
        }
        return parent.forType(other).transition(isSlotKey(step) ? slotKeyOf(step, other) : step, count, dictIndex);
    }

    /** The key of the slot of the same name in another type: the very same where the type inherits it. */
    private static String slotKeyOf(final String key, final PyType other) {
        final String name = key.substring(1, key.indexOf(SLOT_MARK, 1));
        String found = key;
        for (final PyType t : other.mro()) {
            if (t.getOwn(name) instanceof SlotDescriptor d) {
                if (d.key.equals(key)) {
                    return key;
                }
                if (found.equals(key)) {
                    found = d.key;
                }
            }
        }
        return found;
    }

    /** Whether the key is that of a {@code __slots__} entry. */
    public static boolean isSlotKey(final String key) {
        return !key.isEmpty() && key.charAt(0) == SLOT_MARK;
    }
}
