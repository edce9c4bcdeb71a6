package dev.adder.stdlib.random;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;
import java.security.SecureRandom;

/** {@code _random.Random} (CPython: Modules/_randommodule.c). Each call is one step under the object's monitor. */
@PyTypeSpec(name = "Random", module = "_random")
public final class PyRandom extends PySlotted {
    public static final PyType TYPE = PyType.builtin("Random", "_random", null, new PyRandomTable());

    private final MersenneTwister twister = new MersenneTwister();

    private PyRandom(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final PyDict kwargs) {
        final PyRandom r = new PyRandom(cls);
        r.seed(ts, args.length == 0 ? PyNone.NONE : args[0]);
        return r;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", hidden = true)
    void init(final ThreadState ts, final Object[] args, final PyDict kwargs) {
        if (type() == TYPE && kwargs != null) {
            throw Errors.typeError("Random() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("Random() takes at most 1 argument (" + args.length + " given)");
        }
    }

    @PyMethod("seed($self, n=None, /)")
    void seed(final ThreadState ts, final Object n) {
        final int[] key;
        if (n == PyNone.NONE) {
            final SecureRandom random = new SecureRandom();
            key = new int[MersenneTwister.N];
            for (int i = 0; i < key.length; i++) {
                key[i] = random.nextInt();
            }
        } else {
            final Object plain = IntMath.intValueOrNull(n);
            key = words(plain != null ? IntMath.big(plain).abs()
                    : new BigInteger(Long.toUnsignedString(PyObjects.hash(ts, n))));
        }
        synchronized (twister) {
            twister.seed(key);
        }
    }

    private static int[] words(final BigInteger value) {
        final int[] words = new int[Math.max(1, (value.bitLength() + 31) / 32)];
        for (int i = 0; i < words.length; i++) {
            words[i] = value.shiftRight(32 * i).intValue();
        }
        return words;
    }

    @PyMethod("random($self, /)")
    double random() {
        synchronized (twister) {
            return twister.random();
        }
    }

    @PyMethod("getrandbits($self, k, /)")
    Object getRandBits(final ThreadState ts, final Object bits) {
        final Object n = PyNumber.index(ts, bits);
        if (IntMath.sign(n) < 0) {
            throw Errors.valueError("Cannot convert negative int");
        }
        if (!(n instanceof Long)) {
            throw Errors.overflowError("Python int too large to convert to C uint64_t");
        }
        final long k = (Long) n;
        if (k == 0) {
            return 0L;
        }
        synchronized (twister) {
            if (k <= 32) {
                return (long) (twister.next() >>> (int) (32 - k)) & 0xFFFFFFFFL;
            }
            if (k > Integer.MAX_VALUE - 64L) {
                throw Errors.memoryError();
            }
            final int count = (int) ((k - 1) / 32 + 1);
            final byte[] bytes = new byte[4 * count];
            long left = k;
            for (int i = 0; i < count; i++, left -= 32) {
                final int word = left < 32 ? twister.next() >>> (int) (32 - left) : twister.next();
                final int at = bytes.length - 4 * (i + 1);
                bytes[at] = (byte) (word >>> 24);
                bytes[at + 1] = (byte) (word >>> 16);
                bytes[at + 2] = (byte) (word >>> 8);
                bytes[at + 3] = (byte) word;
            }
            return IntMath.normalise(new BigInteger(1, bytes));
        }
    }

    @PyMethod("getstate($self, /)")
    Object getState() {
        final Object[] items = new Object[MersenneTwister.N + 1];
        synchronized (twister) {
            for (int i = 0; i < MersenneTwister.N; i++) {
                items[i] = twister.word(i) & 0xFFFFFFFFL;
            }
            items[MersenneTwister.N] = (long) twister.index();
        }
        return PyTuple.of(items);
    }

    @PyMethod("setstate($self, state, /)")
    void setState(final Object state) {
        if (!(state instanceof PyTuple tuple)) {
            throw Errors.typeError("state vector must be a tuple");
        }
        if (tuple.size() != MersenneTwister.N + 1) {
            throw Errors.valueError("state vector is the wrong size");
        }
        final int[] words = new int[MersenneTwister.N];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) number(tuple.items()[i], 0xFFFFFFFFL);
        }
        final long index = number(tuple.items()[MersenneTwister.N], Long.MAX_VALUE);
        if (index < 0 || index > MersenneTwister.N) {
            throw Errors.valueError("invalid state");
        }
        synchronized (twister) {
            twister.restore(words, (int) index);
        }
    }

    private static long number(final Object item, final long max) {
        final Object n = IntMath.intValueOrNull(item);
        if (n == null) {
            throw Errors.typeError("an integer is required");
        }
        if (!(n instanceof Long value)) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        if (value < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        return value & max;
    }
}
