package dev.adder.cli;

/** The texts of {@code -h} and its like. */
final class Help {

    static final String USAGE = "usage: adder [option] ... [-c cmd | -m mod | file | -] [arg] ...";

    private Help() {
    }

    static String text() {
        return USAGE + """

                       adder profile|machine|dis|bench ... (each with --help)

                Python's options:
                -c cmd  run the text cmd            -m mod  run the module mod
                -       read from standard input    -V      the version; -VV says more
                -b      warn when bytes meet str; -bb: raise
                -B      write no bytecode files
                -d      parser debug output (no effect)
                -E      ignore PYTHON* variables
                -i      a prompt after the program
                -I      isolated: -E -P -s
                -O      no assert statements; -OO: no docstrings either
                -P      nothing unsafe in front of sys.path
                -q      no greeting
                -s      no user site folder         -S      no import of site
                -u      unbuffered output           -v      trace imports
                -W arg  warning control: action:message:category:module:lineno
                -x      skip the first line of the source
                -X opt  implementation options (--help-xoptions)
                --check-hash-based-pycs always|default|never
                --help-env, --help-xoptions, --help-all""";
    }

    static String environment() {
        return """
                Environment variables, as in CPython:
                PYTHONPATH, PYTHONSTARTUP, PYTHONHASHSEED, PYTHONIOENCODING, PYTHONUNBUFFERED, PYTHONOPTIMIZE,
                PYTHONDONTWRITEBYTECODE, PYTHONPYCACHEPREFIX, PYTHONWARNINGS, PYTHONINSPECT, PYTHONSAFEPATH,
                PYTHONNOUSERSITE, PYTHONUSERBASE, PYTHONVERBOSE, PYTHONCOERCECLOCALE, PYTHONBREAKPOINT
                Adder's own:
                ADDER_JAVA_OPTIONS  more options for the JVM, divided by blanks""";
    }

    static String xOptions() {
        return """
                -X jit=off|on|eager|sync|stress   the compiler: not at all; when it pays; at the first call;
                                                  at once and waiting for it; every guard fails in turn
                                                  (several at once divided by commas: -X jit=eager,sync)
                -X jitlog                         what is compiled, and why it is left, on standard error
                -X yield=SEED                     threads give way at polls by chance""";
    }
}
