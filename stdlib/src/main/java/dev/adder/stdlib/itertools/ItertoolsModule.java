package dev.adder.stdlib.itertools;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code itertools} (CPython's Modules/itertoolsmodule.c). */
@PyModuleSpec("itertools")
public final class ItertoolsModule extends NativeModule {
    @PyConstant("accumulate")
    static final Object ACCUMULATE = Chains.Accumulate.TYPE;
    @PyConstant("batched")
    static final Object BATCHED = Selections.Batched.TYPE;
    @PyConstant("chain")
    static final Object CHAIN = Chains.Chain.TYPE;
    @PyConstant("combinations")
    static final Object COMBINATIONS = Combinatorics.Combinations.TYPE;
    @PyConstant("combinations_with_replacement")
    static final Object COMBINATIONS_WITH_REPLACEMENT = Combinatorics.CombinationsWithReplacement.TYPE;
    @PyConstant("compress")
    static final Object COMPRESS = Selections.Compress.TYPE;
    @PyConstant("count")
    static final Object COUNT = Endless.Count.TYPE;
    @PyConstant("cycle")
    static final Object CYCLE = Endless.Cycle.TYPE;
    @PyConstant("dropwhile")
    static final Object DROP_WHILE = Selections.DropWhile.TYPE;
    @PyConstant("filterfalse")
    static final Object FILTER_FALSE = Selections.FilterFalse.TYPE;
    @PyConstant("groupby")
    static final Object GROUP_BY = Groups.GroupBy.TYPE;
    @PyConstant("_grouper")
    static final Object GROUPER = Groups.Grouper.TYPE;
    @PyConstant("islice")
    static final Object ISLICE = Selections.Islice.TYPE;
    @PyConstant("pairwise")
    static final Object PAIRWISE = Selections.Pairwise.TYPE;
    @PyConstant("permutations")
    static final Object PERMUTATIONS = Combinatorics.Permutations.TYPE;
    @PyConstant("product")
    static final Object PRODUCT = Combinatorics.Product.TYPE;
    @PyConstant("repeat")
    static final Object REPEAT = Endless.Repeat.TYPE;
    @PyConstant("starmap")
    static final Object STARMAP = Chains.Starmap.TYPE;
    @PyConstant("takewhile")
    static final Object TAKE_WHILE = Selections.TakeWhile.TYPE;
    @PyConstant("_tee")
    static final Object TEE = Groups.Tee.TYPE;
    @PyConstant("zip_longest")
    static final Object ZIP_LONGEST = Chains.ZipLongest.TYPE;

    @Override
    public BuiltinTable table() {
        return new ItertoolsModuleTable();
    }

    @PyFunction("tee(iterable, n=2, /)")
    static Object tee(final ThreadState ts, final Object iterable, final long n) {
        if (n < 0) {
            throw Errors.valueError("n must be >= 0");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        final Object[] all = new Object[(int) n];
        if (n == 0) {
            return PyTuple.EMPTY;
        }
        Object it = PyIter.get(ts, iterable);
        if (it instanceof Groups.Tee t) {
            it = t.copy();
        }
        Object copy = PyObjects.lookupAttr(ts, it, "__copy__");
        if (copy == null) {
            it = new Groups.Tee(it);
            copy = PyObjects.getAttr(ts, it, "__copy__");
        }
        all[0] = it;
        for (int i = 1; i < all.length; i++) {
            all[i] = Calls.call0(ts, copy);
        }
        return PyTuple.of(all);
    }
}
