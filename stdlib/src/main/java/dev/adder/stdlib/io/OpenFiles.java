package dev.adder.stdlib.io;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The buffered files of an interpreter that may hold unwritten data. Objects are finalised late, so their data is
 * written out at exit even if nobody closed them.
 */
public final class OpenFiles {
    private final Set<Object> files = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static OpenFiles of(final ThreadState ts) {
        OpenFiles f = ts.interp.part(OpenFiles.class);
        if (f == null) {
            f = new OpenFiles();
            ts.interp.setPart(OpenFiles.class, f);
        }
        return f;
    }

    void add(final Object file) {
        files.add(file);
    }

    static boolean isEmpty(final ThreadState ts) {
        final OpenFiles files = ts.interp.part(OpenFiles.class);
        return files == null || files.files.isEmpty();
    }

    /**
     * Writes out what is held back for the file of that device and inode number, as far as it was not closed; true if
     * something was. CPython has closed a forgotten file by the time that its path is used again.
     */
    public static boolean flush(final ThreadState ts, final long device, final long inode) {
        if (isEmpty(ts)) {
            return false;
        }
        final OpenFiles files = of(ts);
        boolean flushed = false;
        for (final Object f : files.files.toArray()) {
            final PyFileIo raw = PyFileIo.under(f);
            if (raw != null && raw.isFile(device, inode)) {
                files.flush(ts, f);
                flushed = true;
            }
        }
        return flushed;
    }

    private void flush(final ThreadState ts, final Object f) {
        try {
            if (!PyIoBase.isClosed(ts, f)) {
                Calls.method0(ts, f, "flush");
            }
        } catch (final PyRaise e) {
            ts.interp.unraisable(ts, e, "while flushing", f);
        }
    }

    /** Flushes every file that is still open, text layers first; errors of files already closed do not matter. */
    public static void flushAll(final ThreadState ts) {
        final Object[] all = of(ts).files.toArray();
        for (final boolean text : new boolean[] {true, false}) {
            for (final Object f : all) {
                if (f instanceof PyTextIoWrapper == text) {
                    of(ts).flush(ts, f);
                }
            }
        }
    }
}
