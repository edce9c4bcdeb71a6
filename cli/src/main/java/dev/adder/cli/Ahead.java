package dev.adder.cli;

import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Span;
import dev.adder.language.ir.Code;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import dev.adder.runtime.AsymmetricFence;
import dev.adder.runtime.posix.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the threads that would only wait do while Python's main thread starts: link the C library (40 ms on a cold JVM),
 * register the process for {@code membarrier} (8 ms, since the process has threads), and lower the program's file, for
 * which the cold parser takes 9 to 20 ms. The main thread reads the file too when its turn comes, as CPython does then,
 * and takes the code if the bytes are the same. What would warn or fail is left to it.
 */
final class Ahead implements Runnable, WarningSink {
    private final Options options;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private byte[] source;
    private String filename;
    private Code code;
    private boolean warned;

    Ahead(final Options options) {
        this.options = options;
    }

    /** To be called by a thread that has nothing else to do; {@code stack} is what the parser may use. */
    void work(final long stack) {
        Libc.link();
        if (options.action() == Options.Action.FILE && !options.skipFirstLine()) {
            final Thread thread = new Thread(null, this, "AheadOfMain", stack);
            thread.setDaemon(true);
            thread.start();
        }
        // Who asks first, registers.
        AsymmetricFence.register();
    }

    @Override
    public boolean warn(final String message, final String file, final int line, final Span span) {
        warned = true;
        return false;
    }

    /** Lowers the file. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            final String name = MainProgram.absolute(options.subject());
            final Path path = ScriptFile.path(name);
            // A pipe can be read once.
            if (path != null && Files.isRegularFile(path)) {
                final byte[] bytes = Files.readAllBytes(path);
                final Mod mod = Parser.parse(bytes, name, Parser.Mode.EXEC, Parser.FILE_INPUT, this);
                final Code lowered = Compiler.compile(mod, name, Parser.FILE_INPUT, 0, this);
                if (!warned) {
                    source = bytes;
                    filename = name;
                    code = lowered;
                }
            }
        } catch (final IOException | RuntimeException | VirtualMachineError e) {
            // Whatever it is, the main thread meets it again, where it can be told.
        } finally {
            done.countDown();
        }
    }

    /** The code of the program's file if these bytes have been lowered, else null; waits while that is being done. */
    Code code(final Object bytes, final String name) {
        if (begun.compareAndSet(false, true)) {
            done.countDown();
        } else {
            try {
                done.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return code != null && bytes instanceof byte[] b && name.equals(filename) && Arrays.equals(b, source) ? code : null;
    }
}
