package dev.adder.profile;

import java.util.List;
import java.util.Map;

/** The whole measurement as JSON; {@code docs/profile.md} describes the form. */
final class JsonReport {
    private static final String FORMAT = "adder-profile/1";

    private final Profile profile;
    private final JitStory story;
    private final SourceText source = new SourceText();
    private final Json json = new Json();

    JsonReport(final Profile profile) {
        this.profile = profile;
        this.story = new JitStory(profile.jit);
    }

    String text() {
        json.open('{').line();
        json.key("format").string(FORMAT).line();
        json.key("program").string(profile.program).line();
        json.key("wall").seconds(profile.wall).key("cpu").seconds(profile.total.cpu()).line();
        json.key("interval_ms").number(profile.interval).key("samples").number(profile.samples).key("samples_lost")
                .number(profile.lost).key("samples_without_stack").number(profile.blind).line();
        json.key("collections").number(profile.collections).line();
        json.key("spent");
        spent(profile.total);
        json.line();
        rows("lines", profile.lines, true, true);
        rows("functions", profile.functions, false, true);
        rows("modules", profile.modules, false, false);
        threads();
        json.key("helpers");
        map(profile.helpers);
        json.line().key("jvm_threads");
        map(profile.others);
        return json.end();
    }

    private void spent(final Profile.Row row) {
        json.open('{');
        for (final Spent s : Spent.values()) {
            if (row.of(s) > 0) {
                json.key(s.key).seconds(row.of(s));
            }
        }
        json.close('}');
    }

    private void map(final Map<String, Double> seconds) {
        json.open('{');
        seconds.forEach((k, v) -> json.key(k).seconds(v));
        json.close('}');
    }

    private void rows(final String name, final List<Profile.Row> rows, final boolean lines, final boolean jit) {
        json.key(name).open('[');
        for (final Profile.Row row : rows) {
            json.line().open('{').key("file").string(row.file);
            if (jit) {
                json.key("function").string(row.function).key(lines ? "line" : "first_line").number(row.line);
            }
            if (lines) {
                json.key("source").string(source.line(row.file, row.line));
            } else if (jit) {
                json.key("inclusive_cpu").seconds(row.inclusive);
            }
            json.key("spent");
            spent(row);
            if (jit && !row.states.isEmpty()) {
                json.key("jit");
                story(row, lines);
            }
            json.close('}');
        }
        json.close(']').line();
    }

    private void story(final Profile.Row row, final boolean line) {
        json.open('{').key("tier").open('[');
        story.tiers(row).forEach(json::string);
        json.close(']');
        if (line) {
            json.key("seen").open('[');
            for (final JitStory.Seen s : story.types(row)) {
                json.open('{').key("operation").string(s.operation()).key("types").string(s.types()).close('}');
            }
            json.close(']').key("left").open('[');
            for (final JitStory.Left l : story.left(row)) {
                json.open('{').key("count").number(l.count()).key("at").string(l.instruction()).key("reason")
                        .string(l.reason()).close('}');
            }
            json.close(']');
        }
        json.close('}');
    }

    private void threads() {
        json.key("threads").open('[');
        for (final Profile.ThreadRow t : profile.threads) {
            json.line().open('{').key("name").string(t.name()).key("wall").seconds(t.wall()).key("cpu").seconds(t.cpu())
                    .key("waiting").seconds(t.waiting()).key("stalled").seconds(t.stalled()).close('}');
        }
        json.close(']').line();
    }
}
