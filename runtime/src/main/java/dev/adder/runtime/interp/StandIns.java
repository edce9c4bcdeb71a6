package dev.adder.runtime.interp;

/** The stand-ins for the functions of one module of the library, from the first function on that its code makes. */
public interface StandIns {
    /** For the functions of a code, or null. */
    CompiledCode of(CodeState state);
}
