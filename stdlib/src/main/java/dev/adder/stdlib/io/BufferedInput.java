package dev.adder.stdlib.io;

import dev.adder.expose.PyMethod;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** What buffered streams that can be read have in common: BufferedReader and BufferedRandom. */
abstract class BufferedInput extends AbstractBuffered {
    BufferedInput(final PyType type) {
        super(type);
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        return readBytes(ts, size);
    }

    @Override
    @PyMethod("read1($self, size=-1, /)")
    Object read1(final ThreadState ts, final Object size) {
        return read1Bytes(ts, size);
    }

    @Override
    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object target) {
        return readIntoBuffer(ts, target, false);
    }

    @Override
    @PyMethod("readinto1($self, buffer, /)")
    Object readinto1(final ThreadState ts, final Object target) {
        return readIntoBuffer(ts, target, true);
    }

    @PyMethod("peek($self, size=0, /)")
    Object peek(final ThreadState ts, final long size) {
        return peekBytes(ts);
    }

    @Override
    @PyMethod("readline($self, size=-1, /)")
    Object readline(final ThreadState ts, final Object size) {
        return readLineBytes(ts, size);
    }
}
