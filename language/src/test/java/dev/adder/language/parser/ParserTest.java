package dev.adder.language.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.AstDump;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees of small texts; {@link ParseCheck} compares those of the whole library with the oracle's. */
final class ParserTest {
    private static String eval(String text) {
        String s = AstDump.dump(Parser.parseText(text, "<test>", Parser.Mode.EVAL, 0, WarningSink.NONE), false);
        return s.substring("Expression(body=".length(), s.length() - 1);
    }

    private static String exec(String text) {
        return AstDump.dump(Parser.parseText(text, "<test>", Parser.Mode.EXEC, 0, WarningSink.NONE), false);
    }

    @Test
    void operatorsBindAsInPython() {
        assertEquals("BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), "
                + "right=UnaryOp(op=USub(), operand=Name(id='b', ctx=Load())))), op=Mult(), "
                + "right=Name(id='c', ctx=Load()))", eval("-a ** -b * c"));
        assertEquals("Compare(left=Name(id='a', ctx=Load()), ops=[NotIn(), IsNot()], comparators=["
                + "Name(id='b', ctx=Load()), Constant(value=None)])", eval("a not in b is not None"));
    }

    @Test
    void spansAreBytes() {
        assertEquals("Expression(body=BinOp(left=Constant(value='é', lineno=1, col_offset=0, end_lineno=1, "
                + "end_col_offset=4), op=Add(), right=Name(id='x', ctx=Load(), lineno=1, col_offset=7, end_lineno=1, "
                + "end_col_offset=8), lineno=1, col_offset=0, end_lineno=1, end_col_offset=8))",
                AstDump.dump(Parser.parseText("'é' + x", "<test>", Parser.Mode.EVAL, 0, WarningSink.NONE), true));
    }

    @Test
    void formattedStringsKeepTheirDebugText() {
        assertEquals("JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', ctx=Load()), "
                + "conversion=114)])", eval("f'{x = }'"));
        assertEquals("TemplateStr(values=[Interpolation(value=Name(id='x', ctx=Load()), str='x', conversion=-1, "
                + "format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), "
                + "conversion=-1)]))])", eval("t'{x:>{w}}'"));
    }

    @Test
    void softKeywordsAreNamesElsewhere() {
        assertEquals("Module(body=[Assign(targets=[Name(id='match', ctx=Store())], value=Name(id='type', ctx=Load())), "
                + "Match(subject=Name(id='match', ctx=Load()), cases=[match_case(pattern=MatchAs(), body=[Pass()])])])",
                exec("match = type\nmatch match:\n    case _: pass\n"));
    }

    @Test
    void wideCharactersAndSurrogates() {
        assertEquals("Constant(value='😀\\ud800')", eval("'\\U0001F600\\ud800'"));
    }

    @Test
    void invalidEscapesWarnInOrder() {
        List<String> seen = new ArrayList<>();
        Parser.parseText("x = '\\d'\ny = b'\\400'\n", "<test>", Parser.Mode.EXEC, 0, (m, f, line, span) -> {
            seen.add(line + ": " + m.substring(0, m.indexOf(".")));
            return false;
        });
        assertEquals(List.of("1: \"\\d\" is an invalid escape sequence",
                "2: \"\\400\" is an invalid octal escape sequence"), seen);
    }

    @Test
    void deepNestingDoesNotOverflow() {
        exec("x = " + "(".repeat(150) + "1" + ")".repeat(150));
        String tooDeep = "x = " + "-".repeat(100_000) + "1";
        assertThrows(SyntaxException.class, () -> exec(tooDeep));
    }

    @Test
    void badTextIsRefused() {
        for (String text : new String[] {"x = ", "f(a=1, b)", "(a, b) += 1", "x = (1", "'abc", "def f(a=1, b): pass",
            "f'{a'", "a b", "class", "for x y", "import a.", "b'é'", "1 = x", "'\\N{NO SUCH NAME}'"}) {
            assertThrows(SyntaxException.class, () -> exec(text), text);
        }
    }
}
