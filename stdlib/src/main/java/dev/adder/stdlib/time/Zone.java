package dev.adder.stdlib.time;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The local time zone as the C library finds it: the value of {@code TZ} (a file under the zoneinfo folder, or a POSIX
 * rule), else /etc/localtime, else UTC. Reads TZif files (RFC 8536) itself: the JDK's zones know no abbreviations of
 * their own and cost start-up.
 */
final class Zone {
    private static final Path FOLDER = Path.of("/usr/share/zoneinfo");
    private static final int HEADER = 44;

    /** A kind of local time: offset in seconds east of UTC. */
    record Kind(int offset, boolean daylight, String name) {
    }

    static final Kind UTC_KIND = new Kind(0, false, "UTC");
    static final Zone UTC = new Zone(new long[0], new Kind[0], UTC_KIND, null);

    private final long[] moments;
    private final Kind[] kinds;
    private final Kind first;
    private final PosixRule rule;

    private Zone(final long[] moments, final Kind[] kinds, final Kind first, final PosixRule rule) {
        this.moments = moments;
        this.kinds = kinds;
        this.first = first;
        this.rule = rule;
    }

    /** The zone that {@code TZ} asks for; null is none set. */
    static Zone of(final String tz) {
        if (tz == null) {
            final Zone local = read(Path.of("/etc/localtime"));
            return local == null ? UTC : local;
        }
        final String name = tz.startsWith(":") ? tz.substring(1) : tz;
        if (name.isEmpty()) {
            return UTC;
        }
        final Zone file = name.contains("..") ? null
                : read(name.startsWith("/") ? Path.of(name) : FOLDER.resolve(name));
        if (file != null) {
            return file;
        }
        final PosixRule posix = PosixRule.parse(name);
        if (posix != null) {
            return new Zone(new long[0], new Kind[0], posix.standard(), posix);
        }
        // Neither: UTC, under the name that the text begins with, as in glibc.
        int letters = 0;
        while (letters < name.length() && Character.isLetter(name.charAt(letters))) {
            letters++;
        }
        return letters < 3 ? UTC
                : new Zone(new long[0], new Kind[0], new Kind(0, false, name.substring(0, letters)), null);
    }

    private static Zone read(final Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return null;
            }
            return parse(Files.readAllBytes(path));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Zone parse(final byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != 0x545A6966) {
            return null;
        }
        final int version = in.get();
        int size = 4;
        if (version >= '2') {
            // The second block has 64-bit moments; the first is skipped.
            in.position(20);
            final int[] n = counts(in);
            final int skip = HEADER + n[3] * 5 + n[4] * 6 + n[5] + n[2] * 8 + n[1] + n[0];
            in = ByteBuffer.wrap(bytes, skip, bytes.length - skip).slice();
            size = 8;
        }
        in.position(20);
        final int[] n = counts(in);
        final int times = n[3];
        final long[] moments = new long[times];
        for (int i = 0; i < times; i++) {
            moments[i] = size == 8 ? in.getLong() : in.getInt();
        }
        final byte[] indices = new byte[times];
        in.get(indices);
        final int[][] raw = new int[n[4]][];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = new int[] {in.getInt(), in.get(), in.get() & 0xff};
        }
        final byte[] names = new byte[n[5]];
        in.get(names);
        final Kind[] all = new Kind[raw.length];
        for (int i = 0; i < raw.length; i++) {
            int end = raw[i][2];
            while (names[end] != 0) {
                end++;
            }
            all[i] = new Kind(raw[i][0], raw[i][1] != 0,
                    new String(names, raw[i][2], end - raw[i][2], StandardCharsets.US_ASCII));
        }
        final Kind[] kinds = new Kind[times];
        for (int i = 0; i < times; i++) {
            kinds[i] = all[indices[i] & 0xff];
        }
        PosixRule rule = null;
        if (size == 8) {
            in.position(in.position() + n[2] * 12 + n[1] + n[0]);
            final String footer = StandardCharsets.US_ASCII.decode(in).toString().strip();
            rule = footer.isEmpty() ? null : PosixRule.parse(footer);
        }
        Kind first = all[0];
        for (final Kind kind : all) {
            if (!kind.daylight()) {
                first = kind;
                break;
            }
        }
        return new Zone(moments, kinds, first, rule);
    }

    /** ttisutcnt, ttisstdcnt, leapcnt, timecnt, typecnt, charcnt. */
    private static int[] counts(final ByteBuffer in) {
        final int[] n = new int[6];
        for (int i = 0; i < n.length; i++) {
            n[i] = in.getInt();
        }
        return n;
    }

    /** The kind of local time in force at a moment. */
    Kind at(final long seconds) {
        if (rule != null && (moments.length == 0 || seconds >= moments[moments.length - 1])) {
            return rule.at(seconds);
        }
        int low = 0;
        int high = moments.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (moments[middle] <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? first : kinds[low - 1];
    }

    Calendar local(final long seconds) {
        final Kind kind = at(seconds);
        return Calendar.of(seconds, kind.offset(), kind.daylight() ? 1 : 0, kind.name());
    }

    /**
     * {@code mktime}: the moment with these local fields, which need not be in range. {@code daylight} -1 lets the zone
     * decide; otherwise, where the zone disagrees, the hour is shifted by the zone's difference, as glibc does.
     */
    long moment(final long year, final long month, final long day, final long hour, final long minute,
            final long second, final int daylight) {
        final long months = year * 12 + month - 1;
        final long days = Calendar.daysOf(Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1, 1) + day
                - 1;
        final long wall = ((days * 24 + hour) * 60 + minute) * 60 + second;
        final List<Kind> candidates = new ArrayList<>();
        for (final long near : new long[] {wall - 86_400, wall, wall + 86_400}) {
            final Kind kind = at(near);
            if (!candidates.contains(kind)) {
                candidates.add(kind);
            }
        }
        Long other = null;
        for (final Kind kind : candidates) {
            final long moment = wall - kind.offset();
            if (at(moment).equals(kind)) {
                if (daylight < 0 || daylight > 0 == kind.daylight()) {
                    return moment;
                }
                other = moment;
            }
        }
        if (other == null) {
            // A time that a change skips: as if the clock had not been changed yet.
            return wall - candidates.getFirst().offset();
        }
        final Kind kind = at(other);
        return other + kind.offset() - otherKind(kind, daylight > 0, other).offset();
    }

    private Kind otherKind(final Kind kind, final boolean daylight, final long near) {
        for (long distance = 0; distance < 400L * 86_400; distance += 7L * 86_400) {
            for (final long moment : new long[] {near - distance, near + distance}) {
                final Kind found = at(moment);
                if (found.daylight() == daylight) {
                    return found;
                }
            }
        }
        return kind;
    }

    /** {@code tzname[0]} or {@code tzname[1]} of the C library: the latest names for standard and summer time. */
    String name(final boolean daylight) {
        if (rule != null && (!daylight || rule.daylight() != null)) {
            return daylight ? rule.daylight().name() : rule.standard().name();
        }
        for (int i = moments.length - 1; i >= 0 && moments[i] >= 0; i--) {
            if (kinds[i].daylight() == daylight) {
                return kinds[i].name();
            }
        }
        return first.name();
    }
}
