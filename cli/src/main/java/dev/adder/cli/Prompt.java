package dev.adder.cli;

import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.TracebackPrinter;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/** The prompt: the library's own line editor on a terminal that can, else what reads statement by statement. */
final class Prompt {
    private static final String GREETING = "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.";
    /**
     * Without a terminal ({@code -i}) CPython's tokenizer writes the prompts to standard error and reads standard input by
     * itself, not by way of {@code sys.stdin}.
     */
    private static final String CODE = """
            def interact(main, banner, terminal, asks):
                import os, sys
                if banner:
                    print(banner, file=sys.stderr)
                environment = {} if sys.flags.ignore_environment else os.environ
                if terminal and not environment.get('PYTHON_BASIC_REPL'):
                    from _pyrepl.main import CAN_USE_PYREPL, interactive_console
                    if CAN_USE_PYREPL:
                        return interactive_console(main, pythonstartup=not sys.flags.ignore_environment)
                if not hasattr(sys, 'ps1'):
                    sys.ps1 = '>>> '
                if not hasattr(sys, 'ps2'):
                    sys.ps2 = '... '
                import code, linecache
                class Console(code.InteractiveConsole):
                    def runsource(self, source, filename='<stdin>', symbol='single'):
                        self.source = source
                        return super().runsource(source, filename, symbol)
                    def runcode(self, code):
                        linecache._register_code(code, self.source, '<stdin>')
                        super().runcode(code)
                        for stream in (sys.stdout, sys.stderr):
                            try:
                                stream.flush()
                            except Exception:
                                pass
                    def rest(self, source):
                        try:
                            code = self.compile.compiler(source, '<stdin>', 'single', incomplete_input=False)
                        except (OverflowError, SyntaxError, ValueError):
                            self.showsyntaxerror('<stdin>', source=source)
                        else:
                            self.source = source
                            self.runcode(code)
                console = Console(main.__dict__, filename='<stdin>')
                if startup := asks and environment.get('PYTHONSTARTUP'):
                    try:
                        with open(startup, 'rb') as file:
                            source = file.read()
                    except OSError as e:
                        print('Could not open PYTHONSTARTUP', file=sys.stderr)
                        print(f'{type(e).__name__}: {e}', file=sys.stderr)
                    else:
                        try:
                            code = compile(source, startup, 'exec')
                        except SyntaxError:
                            console.showsyntaxerror(startup)
                        else:
                            code and super(Console, console).runcode(code)
                if terminal:
                    return console.interact(banner='', exitmsg='')
                def say(text):
                    try:
                        os.write(2, str(text).encode())
                    except OSError:
                        pass
                with open(0, 'rb', closefd=False) as file:
                    lines = []
                    while True:
                        say(sys.ps2 if lines else sys.ps1)
                        line = file.readline()
                        if line.endswith(b'\\n'):
                            lines.append(line[:-1].decode('utf-8', 'surrogateescape'))
                            if not console.runsource('\\n'.join(lines)):
                                lines.clear()
                            continue
                        if line:
                            lines.append(line.decode('utf-8', 'surrogateescape'))
                            say(sys.ps2)
                        say('\\n')
                        if not lines:
                            return
                        source = '\\n'.join(lines) + '\\n'
                        lines.clear()
                        console.rest(source)
            """;

    private final Options options;
    private final InterpreterState interp;
    private final ThreadState ts;

    Prompt(final Options options, final InterpreterState interp) {
        this.options = options;
        this.interp = interp;
        this.ts = interp.threadState();
    }

    private PyDict sys() {
        return ((PyModule) interp.modules.getStr("sys")).dict();
    }

    boolean isTerminal() {
        final Object stdin = sys().getStr("stdin");
        return stdin != null && stdin != PyNone.NONE && PyObjects.isTrue(ts, Calls.method0(ts, stdin, "isatty"));
    }

    /** Whether somebody may be there to answer. */
    boolean isAsked() {
        return options.inspect() || isTerminal();
    }

    private String banner() {
        return "Python " + PyObjects.strJava(ts, sys().getStr("version")).replace("\n", "") + " on "
                + PyObjects.strJava(ts, sys().getStr("platform")) + (options.noSite() ? "" : "\n".concat(GREETING));
    }

    /** {@code pymain_header}: what runs with {@code -v} says who it is, too. */
    void announce() {
        if (!options.quiet() && !(options.action() == Options.Action.STDIN && isAsked())) {
            TracebackPrinter.write(ts, banner() + "\n");
        }
    }

    /** {@code first}: nothing has run yet, so it says who it is. */
    void interact(final PyModule main, final boolean first) {
        final Object banner = !first || options.quiet() ? "" : Str.ofUtf16(banner());
        final PyDict names = new PyDict();
        names.putStr("__builtins__", interp.modules.getStr("builtins"));
        final PyCode code = CodeFunctions.compileSource(ts, CODE, "<prompt>", Parser.Mode.EXEC, 0, 0);
        CodeFunctions.run(ts, code, names, names);
        Calls.call(ts, names.getStr("interact"), new Object[] {main, banner, isTerminal(), first}, null);
    }
}
