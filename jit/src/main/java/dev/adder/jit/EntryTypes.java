package dev.adder.jit;

import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PyRangeIterator;

/**
 * What a loop's registers hold when its unit is asked for. The thread that asks goes on with the loop, so it looks itself,
 * and does nothing else: the first unit's compiler takes 8 ms to come up, {@link UnitCompiler#typesOf} included.
 */
final class EntryTypes {
    private EntryTypes() {
    }

    /** One for each register; those of iterators hold if nobody else has them. */
    static Ty[] of(final Object[] regs) {
        final Ty[] seen = new Ty[regs.length];
        for (int reg = 0; reg < seen.length; reg++) {
            seen[reg] = of(regs[reg]);
        }
        return seen;
    }

    private static Ty of(final Object value) {
        return switch (value) {
            case null -> Ty.O;
            case Long n -> Ty.J;
            case Double d -> Ty.D;
            case Boolean b -> Ty.Z;
            case PyComplex z when z.type() == PyComplex.TYPE -> Ty.C;
            case PyRangeIterator r -> Math.abs(r.step()) == 1 && Support.isCounted(r) ? Ty.counted(r.step()) : Ty.R;
            case PyListIterator l when l.list() != null -> Ty.L;
            default -> Ty.O;
        };
    }

    static boolean isIterator(final Ty seen) {
        return seen.isRange() || seen.rep() == 'L';
    }
}
