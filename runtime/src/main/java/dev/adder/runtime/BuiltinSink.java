package dev.adder.runtime;

/** Receives the declarations of a {@link BuiltinTable}. A text signature is CPython's, e.g. {@code ($self, x, /)}. */
public interface BuiltinSink {
    /** An instance method; the name of a type slot makes it a {@code wrapper_descriptor}. */
    void method(int id, String name, String textSignature, int flags);

    void classMethod(int id, String name, String textSignature, int flags);

    void staticMethod(int id, String name, String textSignature, int flags);

    void newMethod(int id, String textSignature);

    /** An attribute computed by a getter (called by call0); setter by call1, deleter by call0; -1 where there is none. */
    void getSet(String name, int getId, int setId, int deleteId);

    /** An attribute as {@link #getSet} makes it, that is a field of the C structure in CPython. */
    void member(String name, int getId, int setId, int deleteId);

    void constant(String name, Object value);

    /** A function of a module. */
    void function(int id, String name, String textSignature);
}
