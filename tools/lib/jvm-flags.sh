# Sourced by ./adder and by the build of the start-up cache: adder_jvm_flags sets the array jvm_flags. The cache is
# good only under the very flags it was made with, so both take them from here. Nothing may depend on a flag:
# embedded elsewhere the same code runs, only less tuned.

adder_jvm_flags() {
    local key value cores limit
    jvm_flags=(
        # A start-up cache of another JDK or jar is said on standard output otherwise.
        -Xlog:disable -Xlog:all=warning:stderr
        # libc and libm are called through the Foreign Function API.
        --enable-native-access=ALL-UNNAMED
        # A boxed float takes 16 bytes instead of 24.
        -XX:+UseCompactObjectHeaders
        # Without it a profile puts a whole compiled loop on its first line; it costs no time.
        -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints
        # No file in /tmp a process: 2 ms of start-up.
        -XX:-UsePerfData
        # The start-up cache at the address it was made for: nothing in it has to be relocated, 10 ms of start-up.
        -XX:ArchiveRelocationMode=0
        # What the training run compiled is not compiled again at every start before anybody knows that it is hot: 60 ms
        # of start-up, and the programs under examples/ gain as much. A longer training, over most of bench/programs,
        # makes it worse: HotSpot's second compiler is busy for 4.5 s instead of 3.0 s of exprparser, and the program's
        # own thread takes 4.3 s instead of 3.5 s.
        -XX:-AOTReplayTraining
        # What the interpreter's loop calls is compiled by itself, not into the loop: see Steps.java. HotSpot's second
        # compiler had the loop to do two or three times a program, up to half a second each, and all else waited.
        -XX:CompileCommand=quiet
        -XX:CompileCommand=dontinline,dev.adder.runtime.interp.Steps::*
        -XX:CompileCommand=dontinline,dev.adder.runtime.interp.RareSteps::*
        -XX:CompileCommand=dontinline,dev.adder.runtime.interp.Interpreter::enter
        # Where a function is called first one compiled unit is met, then two, then many: what inlines them is left.
        -XX:CompileCommand=dontinline,dev.adder.runtime.interp.PyFunction::call*
        # The loops of all translated regular expressions: see Runs.java.
        -XX:CompileCommand=dontinline,dev.adder.stdlib.sre.Runs::*
        # They call each other for what lies in a value, and were compiled into each other, 48 KB in 0.9 s, while the program
        # waited: accelerated_json takes 2.4 s of processor time for its first two seconds' units instead of 2.85 s.
        -XX:CompileCommand=dontinline,dev.adder.stdlib.json.JsonEncoder::write*
        -XX:CompileCommand=dontinline,dev.adder.stdlib.json.JsonText::quote
        # A switch keeps the cases that it has not met yet: with the profile of switches each new opcode, and each new
        # method of a built-in type, has the loop or the type's table compiled again.
        -XX:-UseSwitchProfiling
        # What is called is inlined only where its own code is small (2,500 bytes left alone), so that units are compiled
        # sooner: exprparser takes 2.8 s instead of 3.1, loganalysis 2.9 instead of 3.2, asyncpipeline 3.6 instead of 3.8;
        # at peak seven programs of bench/ differ by less than they do from run to run.
        -XX:InlineSmallCode=1000
        # What runs for a few tenths of a second in our own compiler's thread is left to the first compiler's optimised code:
        # the second is one thread with a queue, in which the program's hot functions wait. It gives up at once over the
        # limit of nodes (there is no option that keeps it away; a file of directives is announced on standard output).
        -XX:CompileCommand=MaxNodeLimit,jdk.internal.classfile.impl.*::*,1
        -XX:CompileCommand=MaxNodeLimit,java.lang.classfile.*::*,1
        -XX:CompileCommand=MaxNodeLimit,dev.adder.jit.Regions*::*,1
        -XX:CompileCommand=MaxNodeLimit,dev.adder.language.ir.*::*,1
        # What is only lukewarm stays where it is, three times as long as by itself in each tier: the compilers' threads and
        # the program's own share the cores. exprparser takes 2.47 s instead of 2.62, asyncpipeline 3.34 instead of 3.43.
        # But a unit with loops is not interpreted for 60,000 rounds, and what has been called a few times is compiled from its
        # start and not also from each of its loops (the second compiler took 2.9 s of containers_churn, now 2.1 s).
        -XX:Tier3InvocationThreshold=600 -XX:Tier3MinInvocationThreshold=10 -XX:Tier3CompileThreshold=5000
        -XX:Tier3BackEdgeThreshold=8000
        -XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=5 -XX:Tier4CompileThreshold=60000
        -XX:Tier4BackEdgeThreshold=120000
        # The first compiler inlines only what is next to nothing: in the first second it and the program share what may be
        # two processors, and it makes code that the second replaces. In the first two seconds programs were 0.05 s less behind
        # CPython with it; at peak nothing changes.
        -XX:C1MaxInlineLevel=2 -XX:C1MaxInlineSize=12
        # What has survived one collection is not copied by the next again: tens of thousands of suspended tasks, or an
        # index, live for long. asyncpipeline takes 3.26 s instead of 3.55.
        -XX:InitialTenuringThreshold=1
        # Python programs allocate much and die young; a write into an object costs less here than under G1,
        # and the start-up cache would not survive another collector than it was made with.
        -XX:+UseParallelGC
    )
    # Half of the memory; above 32 GB of heap references double in size and the start-up cache is refused.
    value=0
    if [ -r /proc/meminfo ]; then
        read -r key value key < /proc/meminfo
    fi
    if [ "$value" -gt 65000000 ]; then
        jvm_flags+=(-Xmx31g)
    else
        jvm_flags+=(-XX:MaxRAMPercentage=50)
    fi
    # The young generation, nearly all that a program ever touches which allocates and forgets: left alone it grows to
    # gigabytes. 64 MB a core stay near the processor, and fresh pages are not asked for all the time: on two cores
    # containers_churn takes 230 MB instead of 890 and 20% less time, objects_trees 210 instead of 710 and 10% less.
    # Where memory is short the JVM does better by itself, and would say on stderr that the heap is too small for this.
    cores=0-1
    if [ -r /sys/devices/system/cpu/online ]; then
        read -r cores < /sys/devices/system/cpu/online
    fi
    cores=$((${cores##*[-,]} + 1))
    [ "$cores" -ge 2 ] || cores=2
    [ "$cores" -le 4 ] || cores=4
    limit=max
    if [ -r /sys/fs/cgroup/memory.max ]; then
        read -r limit < /sys/fs/cgroup/memory.max
    fi
    [ "$limit" != max ] || limit=$((value * 1024))
    case ${ADDER_JAVA_OPTIONS:-} in
        # Who sets the heap may set it smaller than this.
        *-Xmx* | *-XX:Max*) limit=0 ;;
    esac
    if [ "$limit" -ge 1000000000 ]; then
        jvm_flags+=("-XX:MaxNewSize=$((64 * cores))m")
    fi
}
