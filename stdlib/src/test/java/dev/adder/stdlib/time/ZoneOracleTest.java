package dev.adder.stdlib.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Local times, mktime and strftime in bulk: equal to what the C library under the oracle says. */
final class ZoneOracleTest {
    private static final String ZONES = """
            ['UTC', 'America/New_York', 'Europe/London', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe',
             'Pacific/Apia', 'EST5EDT,M3.2.0,M11.1.0', '<+0330>-3:30', 'XYZ-2:15ABC,J60/1,J300', 'nonsense/zone', '',
             'CET-1CEST,M3.5.0,M10.5.0/3', 'AEST-10AEDT,M10.1.0,M4.1.0/3', 'America/Sao_Paulo']""";
    private static final String FORMAT = "%a|%A|%b|%B|%c|%C|%d|%D|%e|%F|%g|%G|%H|%I|%j|%k|%l|%m|%M|%p|%P|%r|%R|%s|%S|%T|"
            + "%u|%U|%V|%w|%W|%x|%X|%y|%Y|%z|%Z|%-d|%_m|%05d|%^a|%#Z|%10Y|%Ey|%Od|%%|%-j|%_H|%q|%-I|%8A|%n|%t";

    private static final int SHOWN = 12;

    private static List<String> ask(final String program) throws IOException, InterruptedException {
        final Path oracle = Path.of(System.getProperty("adder.home", ".")).resolve("target/cpython/bin/python3.14");
        assumeTrue(Files.isExecutable(oracle), "the oracle is not here");
        final ProcessBuilder builder = new ProcessBuilder(oracle.toString(), "-I", "-c", program)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("TZ");
        final Process process = builder.start();
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return text.lines().toList();
    }

    @Test
    void localTimesAndFormatsAreTheCLibrarys() throws Exception {
        final List<String> lines = ask("""
                import os, random, time
                r = random.Random(5)
                for zone in %s:
                    os.environ['TZ'] = zone
                    time.tzset()
                    for _ in range(300):
                        m = r.choice([r.randrange(-2**33, 2**34), r.randrange(0, 2**31)])
                        t = time.localtime(m)
                        print(zone, m, t.tm_gmtoff, t.tm_isdst, t.tm_zone,
                              time.strftime(%s, t).replace('\\n', 'N').replace('\\t', 'T'), sep=';')
                """.formatted(ZONES, "'" + FORMAT + "'"));
        assertTrue(lines.size() > 4000);
        final List<String> wrong = new ArrayList<>();
        for (final String line : lines) {
            final String[] want = line.split(";", 6);
            final long moment = Long.parseLong(want[1]);
            final Calendar t = Zone.of(want[0]).local(moment);
            final String got = t.offset() + ";" + t.daylight() + ";" + t.zone() + ";"
                    + Strftime.format(FORMAT, t, moment).replace('\n', 'N').replace('\t', 'T');
            final String expected = want[2] + ";" + want[3] + ";" + want[4] + ";" + want[5];
            if (!got.equals(expected) && wrong.size() < SHOWN) {
                wrong.add(want[0] + " " + want[1] + "\n  expected " + expected + "\n  got      " + got);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void mktimeFindsTheMoment() throws Exception {
        final List<String> lines = ask("""
                import os, random, time
                r = random.Random(6)
                for zone in %s:
                    os.environ['TZ'] = zone
                    time.tzset()
                    for _ in range(300):
                        f = (r.randrange(1950, 2060), r.randrange(1, 13), r.randrange(1, 32), r.randrange(24),
                             r.randrange(60), r.randrange(60))
                        try:
                            m = time.mktime(f + (0, 0, -1))
                        except OverflowError:
                            continue
                        # A skipped hour has two answers; only the others are asked for.
                        if time.localtime(m)[3:6] == f[3:6]:
                            print(zone, *f, int(m), time.localtime(m).tm_isdst, sep=';')
                """.formatted(ZONES));
        final List<String> wrong = new ArrayList<>();
        for (final String line : lines) {
            final String[] w = line.split(";");
            final long got = Zone.of(w[0]).moment(Long.parseLong(w[1]), Long.parseLong(w[2]), Long.parseLong(w[3]),
                    Long.parseLong(w[4]), Long.parseLong(w[5]), Long.parseLong(w[6]), -1);
            if (got != Long.parseLong(w[7])) {
                wrong.add(line + " got " + got);
            }
        }
        // In the hour that comes twice either answer is right.
        assertTrue(wrong.size() <= lines.size() / 1000, wrong.size() + " of " + lines.size() + "\n"
                + String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size()))));
    }
}
