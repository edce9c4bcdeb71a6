package dev.adder.stdlib.machine;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.Str;
import dev.adder.machine.MachineCommand;
import dev.adder.machine.MachineFile;
import dev.adder.machine.MachineFileException;
import dev.adder.machine.prediction.Prediction;
import dev.adder.machine.prediction.Predictor;
import dev.adder.machine.prediction.Work;
import dev.adder.machine.prediction.WorkFile;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The module {@code _adder_machine} behind {@code adder.machine}: the command, in process. */
@PyModuleSpec("_adder_machine")
public final class MachineModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new MachineModuleTable();
    }

    /** Status, output and messages of {@code adder machine} with these options. */
    @PyFunction("run($module, options, /)")
    static Object run(final Object options) {
        if (!(options instanceof PyList list)) {
            throw Errors.typeError("options must be a list of str");
        }
        final Object[] given = list.toArray();
        final String[] words = new String[given.length];
        for (int i = 0; i < given.length; i++) {
            if (!PyObjects.isText(given[i])) {
                throw Errors.typeError("options must be a list of str");
            }
            words[i] = Str.toJava(PyObjects.textOf(given[i]));
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream messages = new ByteArrayOutputStream();
        final int status = MachineCommand.run(words, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8));
        return PyTuple.of((long) status, Str.ofUtf16(out.toString(StandardCharsets.UTF_8)),
                Str.ofUtf16(messages.toString(StandardCharsets.UTF_8)));
    }

    /** The least time of work on a machine, both as JSON, as JSON. */
    @PyFunction("predict($module, machine, work, all_cores, machines, /)")
    static Object predict(@Text final Object machine, @Text final Object work, final boolean all, final int machines) {
        try {
            final Predictor predictor = new Predictor(MachineFile.read(Str.toJava(PyObjects.textOf(machine))));
            final Work counted = WorkFile.read(Str.toJava(PyObjects.textOf(work)));
            final Prediction least = machines > 1 ? predictor.machines(counted, machines)
                    : all ? predictor.allCores(counted) : predictor.oneCore(counted);
            return Str.ofUtf16(WorkFile.write(least));
        } catch (final MachineFileException e) {
            throw Errors.valueError(e.getMessage());
        }
    }
}
