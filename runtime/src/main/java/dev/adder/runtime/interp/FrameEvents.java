package dev.adder.runtime.interp;

import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;

/**
 * Who is told what frames do: a trace function, a profile function, a profiler. Called on the thread that the frame
 * runs on, never from within such a call; what is thrown is raised in the frame.
 */
public interface FrameEvents {
    /** The frame begins, or a generator's goes on; {@code thrown} is what is raised in it first, or null. */
    default void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
    }

    /** It is about to execute a line. */
    default void line(final ThreadState ts, final Frame f) {
    }

    /** It is about to execute an instruction. */
    default void instruction(final ThreadState ts, final Frame f) {
    }

    /** It returns or yields. */
    default void returns(final ThreadState ts, final Frame f, final Object value) {
    }

    /** It is left by an exception. */
    default void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
    }

    /** An exception was raised in it, or in what it called. */
    default void raises(final ThreadState ts, final Frame f, final PyRaise e) {
    }

    /** It has jumped, not depending on anything. */
    default void jumps(final ThreadState ts, final Frame f, final int from, final int to) {
    }

    /** A conditional jump, or the end of an iteration, was {@code taken} or not. */
    default void branches(final ThreadState ts, final Frame f, final int from, final int to, final boolean taken) {
    }

    /** An exception goes on after a {@code finally} or an {@code except} that did not match. */
    default void reraises(final ThreadState ts, final Frame f, final PyRaise e) {
    }

    /** It goes on at a handler. */
    default void handles(final ThreadState ts, final Frame f, final PyRaise e) {
    }

    /** It is about to call anything; {@code first} is the first argument or the object of a method, null for none. */
    default void callsAny(final ThreadState ts, final Frame f, final Object callee, final Object first) {
    }

    /** It is about to call a function written in Java. */
    default void calls(final ThreadState ts, final Frame f, final Object function) {
    }

    /** That function has returned; or raised, if {@code failed}. */
    default void called(final ThreadState ts, final Frame f, final Object function, final boolean failed) {
    }

    /** Whether {@link #jumps} and {@link #branches} are wanted. */
    default boolean wantsJumps() {
        return false;
    }

    /** Whether {@link #callsAny} is wanted. */
    default boolean wantsAllCalls() {
        return false;
    }

    /** Whether {@link #instruction} is wanted in all frames. */
    default boolean wantsInstructions() {
        return false;
    }

    /** Whether {@link #calls} and {@link #called} are wanted. */
    default boolean wantsCalls() {
        return false;
    }
}
