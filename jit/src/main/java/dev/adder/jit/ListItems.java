package dev.adder.jit;

import dev.adder.language.text.Str;
import dev.adder.runtime.Shape;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PyTuple;

/**
 * What emitted code calls of lists, tuples and texts: as {@link Support}. A list's items are read and stored as its
 * storage holds them, of which the profile says what kind it was.
 */
public final class ListItems {
    private static final Shape LIST = PyList.TYPE.rootShape();

    private ListItems() {
    }

    /** The list if it is exactly a list. */
    public static Object exactList(final Object o) {
        return list(o);
    }

    /** Asking for the very class first tells HotSpot the class of what is read from. */
    public static PyList list(final Object o) {
        if (o != null && o.getClass() == PyList.class && ((PyList) o).shape == LIST) {
            return (PyList) o;
        }
        throw Failed.FAILED;
    }

    /** The place of an item. In ints, and with both bounds, so that HotSpot takes the checks out of counted loops. */
    private static int place(final PyList l, final long index, final int length) {
        int i = (int) index;
        if (i != index) {
            throw Failed.FAILED;
        }
        final int size = l.size();
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= length || i >= size) {
            throw Failed.FAILED;
        }
        return i;
    }

    /**
     * As {@link #place} for an index that is no counter of a loop: one comparison each, without a sign, with the size and
     * with the length.
     */
    private static int anyPlace(final PyList l, final long index, final int length) {
        final int size = l.size();
        long i = index;
        if (Long.compareUnsigned(i, size) >= 0) {
            i += size;
            if (index >= 0 || i < 0) {
                throw Failed.FAILED;
            }
        }
        if (Integer.compareUnsigned((int) i, length) >= 0) {
            throw Failed.FAILED;
        }
        return (int) i;
    }

    public static double itemDouble(final PyList l, final long index) {
        if (l.storage() instanceof double[] a) {
            return a[place(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    public static long itemLong(final PyList l, final long index) {
        if (l.storage() instanceof long[] a) {
            return a[place(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    /** An item of a list of other things. */
    public static Object itemObject(final PyList l, final long index) {
        final Object s = l.storage();
        final Object v;
        if (s.getClass() == Object[].class) {
            final Object[] a = (Object[]) s;
            v = a[place(l, index, a.length)];
        } else {
            v = l.getOrNull(place(l, index, Integer.MAX_VALUE));
        }
        if (v == null) {
            throw Failed.FAILED;
        }
        return v;
    }

    /** A character of a text. */
    public static Object charAt(final Object o, final long index) {
        if (o instanceof String s) {
            final int length = s.length();
            final long i = index < 0 ? index + length : index;
            if (i >= 0 && i < length) {
                return Str.charAt(s, (int) i);
            }
        }
        throw Failed.FAILED;
    }

    public static Object itemTuple(final Object o, final long index) {
        if (o instanceof PyTuple t && t.shape == TUPLE) {
            final Object[] a = t.items();
            int i = (int) index;
            if (i == index) {
                if (i < 0) {
                    i += a.length;
                }
                if (i >= 0 && i < a.length) {
                    return a[i];
                }
            }
        }
        throw Failed.FAILED;
    }

    /** An item of a list or tuple; Failed for what is out of range. */
    public static Object item(final Object o, final long index) {
        return o instanceof PyTuple ? itemTuple(o, index) : itemObject(list(o), index);
    }

    private static final Shape TUPLE = PyTuple.TYPE.rootShape();

    public static void setDouble(final ThreadState ts, final PyList l, final long index, final double value) {
        if (l.storage() instanceof double[] a) {
            final int at = place(l, index, a.length);
            l.replaceDouble(ts, a, at, value);
            return;
        }
        throw Failed.FAILED;
    }

    public static void setLong(final ThreadState ts, final PyList l, final long index, final long value) {
        if (l.storage() instanceof long[] a) {
            final int at = place(l, index, a.length);
            l.replaceLong(ts, a, at, value);
            return;
        }
        throw Failed.FAILED;
    }

    public static boolean itemBoolean(final PyList l, final long index) {
        if (l.storage() instanceof boolean[] a) {
            return a[place(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    public static void setBoolean(final ThreadState ts, final PyList l, final long index, final boolean value) {
        if (l.storage() instanceof boolean[] a) {
            final int at = place(l, index, a.length);
            l.replaceBoolean(ts, a, at, value);
            return;
        }
        throw Failed.FAILED;
    }

    public static void setItem(final ThreadState ts, final PyList l, final long index, final Object value) {
        final Object s = l.storage();
        if (l.isAlone(ts) && s.getClass() == Object[].class) {
            final Object[] a = (Object[]) s;
            a[place(l, index, a.length)] = value;
        } else {
            l.setItem(ts, place(l, index, Integer.MAX_VALUE), value);
        }
    }

    // ---- at places that are no counters of loops

    public static double anyDouble(final PyList l, final long index) {
        if (l.storage() instanceof double[] a) {
            return a[anyPlace(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    public static long anyLong(final PyList l, final long index) {
        if (l.storage() instanceof long[] a) {
            return a[anyPlace(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    public static boolean anyBoolean(final PyList l, final long index) {
        if (l.storage() instanceof boolean[] a) {
            return a[anyPlace(l, index, a.length)];
        }
        throw Failed.FAILED;
    }

    public static void setAnyDouble(final ThreadState ts, final PyList l, final long index, final double value) {
        if (l.storage() instanceof double[] a) {
            l.replaceDouble(ts, a, anyPlace(l, index, a.length), value);
            return;
        }
        throw Failed.FAILED;
    }

    public static void setAnyLong(final ThreadState ts, final PyList l, final long index, final long value) {
        if (l.storage() instanceof long[] a) {
            l.replaceLong(ts, a, anyPlace(l, index, a.length), value);
            return;
        }
        throw Failed.FAILED;
    }

    public static void setAnyBoolean(final ThreadState ts, final PyList l, final long index, final boolean value) {
        if (l.storage() instanceof boolean[] a) {
            l.replaceBoolean(ts, a, anyPlace(l, index, a.length), value);
            return;
        }
        throw Failed.FAILED;
    }

    // ---- iteration, appending

    public static boolean hasItem(final Object list, final int index) {
        return index < ((PyList) list).size();
    }

    public static long listLong(final Object list, final int index) {
        final PyList l = (PyList) list;
        // The size too: another thread may have emptied the list, and what lies beyond its items was never stored.
        if (l.storage() instanceof long[] a && index < a.length && index < l.size()) {
            return a[index];
        }
        throw Failed.FAILED;
    }

    public static double listDouble(final Object list, final int index) {
        final PyList l = (PyList) list;
        if (l.storage() instanceof double[] a && index < a.length && index < l.size()) {
            return a[index];
        }
        throw Failed.FAILED;
    }

    public static boolean listBoolean(final Object list, final int index) {
        final PyList l = (PyList) list;
        if (l.storage() instanceof boolean[] a && index < a.length && index < l.size()) {
            return a[index];
        }
        throw Failed.FAILED;
    }

    public static Object listItem(final Object list, final int index) {
        final PyList l = (PyList) list;
        final Object s = l.storage();
        final Object v;
        if (s.getClass() == Object[].class) {
            final Object[] a = (Object[]) s;
            v = index < a.length ? a[index] : null;
        } else {
            v = l.getOrNull(index);
        }
        if (v == null) {
            throw Failed.FAILED;
        }
        return v;
    }

    /** Where the next chunk of a loop over a list ends: {@link Translator#POLL_EVERY} items on, or at the end. */
    public static int chunk(final Object list, final int index) {
        return Math.min(((PyList) list).size(), index + Translator.POLL_EVERY);
    }

    public static Object listIterator(final Object list, final int index) {
        return new PyListIterator((PyList) list, index);
    }

    public static Object listOf(final Object it) {
        if (it instanceof PyListIterator i && i.list() != null && i.list().shape == LIST) {
            return i.list();
        }
        throw Failed.FAILED;
    }

    public static int listIndex(final Object it) {
        return ((PyListIterator) it).index();
    }

    /** The items of an exact tuple of so many. */
    public static Object[] tupleItems(final Object o, final int n) {
        if (o instanceof PyTuple t && t.shape == TUPLE) {
            final Object[] items = t.items();
            if (items.length == n) {
                return items;
            }
        }
        throw Failed.FAILED;
    }

    // ---- list.append

    public static void append(final ThreadState ts, final PyList l, final Object value) {
        l.append(ts, value);
    }

    public static void append(final ThreadState ts, final PyList l, final long value) {
        l.append(ts, value);
    }

    public static void append(final ThreadState ts, final PyList l, final double value) {
        l.append(ts, value);
    }

    /** LIST_APPEND: the list is a comprehension's. */
    public static void appendUnshared(final ThreadState ts, final PyList l, final Object value) {
        l.appendUnshared(value);
    }

    public static void appendUnshared(final ThreadState ts, final PyList l, final long value) {
        l.appendUnshared(value);
    }

    public static void appendUnshared(final ThreadState ts, final PyList l, final double value) {
        l.appendUnshared(value);
    }
}
