package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.cli.Options.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Command lines and what CPython 3.14 makes of them. */
final class OptionParserTest {

    private static Options parse(String... args) {
        try {
            return OptionParser.parse(args);
        } catch (OptionParser.BadUsage e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String complaint(String... args) {
        return assertThrows(OptionParser.BadUsage.class, () -> OptionParser.parse(args)).getMessage();
    }

    @Test
    void whatFollowsTheFileIsTheProgramsOwn() {
        Options options = parse("-O", "prog.py", "-c", "x", "--", "-V");
        assertEquals(Action.FILE, options.action());
        assertEquals("prog.py", options.subject());
        assertEquals(List.of("-c", "x", "--", "-V"), options.argv());
        assertEquals(1, options.optimize());
    }

    @Test
    void commandAndModuleEndTheOptions() {
        Options command = parse("-Bc", "pass", "-V");
        assertEquals(Action.COMMAND, command.action());
        assertEquals("pass", command.subject());
        assertEquals(List.of("-V"), command.argv());
        assertTrue(command.dontWriteBytecode());
        Options module = parse("-mjson.tool", "-h");
        assertEquals(Action.MODULE, module.action());
        assertEquals("json.tool", module.subject());
        assertEquals(List.of("-h"), module.argv());
    }

    @Test
    void nothingAndADashAreStandardInput() {
        assertEquals(Action.STDIN, parse().action());
        assertEquals(Action.STDIN, parse("-u").action());
        Options dash = parse("-", "a");
        assertEquals(Action.STDIN, dash.action());
        assertEquals("-", dash.subject());
        assertEquals(List.of("a"), dash.argv());
    }

    @Test
    void argumentsOfOptionsStandApartOrAttached() {
        Options options = parse("-Werror", "-W", "ignore", "-Xjit=off", "-X", "dev", "-vvq", "p");
        assertEquals(List.of("error", "ignore"), options.warnOptions());
        assertEquals(List.of("jit=off", "dev"), options.xOptions());
        assertEquals(2, options.verbose());
        assertTrue(options.quiet());
    }

    @Test
    void isolationImpliesWhatCPythonSays() {
        Options options = parse("-I", "p");
        assertTrue(options.isolated() && options.ignoreEnvironment() && options.noUserSite() && options.safePath());
    }

    @Test
    void informationWinsOverTheProgram() {
        assertEquals(Action.VERSION, parse("-V", "-c", "pass").action());
        assertEquals(Action.VERSION_LONG, parse("-V", "--version").action());
        assertEquals(Action.HELP, parse("-h", "-c", "pass").action());
    }

    @Test
    void badUsageSaysWhatCPythonSays() {
        assertEquals("Unknown option: -Z", complaint("-Z"));
        assertEquals("Unknown option: --foo", complaint("--foo"));
        assertEquals("Argument expected for the -c option", complaint("-c"));
        assertEquals("Argument expected for the -X option", complaint("-vX"));
        assertEquals("Argument expected for the --check-hash-based-pycs options",
                complaint("--check-hash-based-pycs"));
        assertEquals("--check-hash-based-pycs must be one of 'default', 'always', or 'never'",
                complaint("--check-hash-based-pycs", "foo"));
    }
}
