package dev.adder.jit;

import java.lang.constant.ClassDesc;

/**
 * Writes one class file without stack maps (JVMS 4.1). Instead of java.lang.classfile: that took three quarters of what a
 * unit's compilation costs, on a cold JVM as on a warm one.
 */
final class ClassBytes {
    static final int PUBLIC = 1;
    static final int STATIC = 8;
    static final int FINAL = 16;

    final ConstantPool pool = new ConstantPool();
    private final ClassDesc self;
    private final ClassDesc superclass;
    private final Bytes fields = new Bytes(512);
    private final Bytes methods = new Bytes(4096);
    private int fieldCount;
    private int methodCount;

    ClassBytes(final ClassDesc self, final ClassDesc superclass) {
        this.self = self;
        this.superclass = superclass;
    }

    void field(final String name, final ClassDesc type, final int flags) {
        fieldCount++;
        fields.u2(flags);
        fields.u2(pool.utf8(name));
        fields.u2(pool.utf8(type.descriptorString()));
        fields.u2(0);
    }

    /** A method whose code is finished. */
    void method(final String name, final String descriptor, final int flags, final Bytecode code) {
        methodCount++;
        methods.u2(flags);
        methods.u2(pool.utf8(name));
        methods.u2(pool.utf8(descriptor));
        methods.u2(1);
        code.write(methods);
    }

    /** The whole, of the version given, public and final. */
    byte[] finish(final int version, final String sourceFile) {
        final int sourceAttribute = pool.utf8("SourceFile");
        final int source = pool.utf8(sourceFile);
        final int selfType = pool.type(self);
        final int superType = pool.type(superclass);
        final Bytes all = new Bytes(pool.bytes.size + fields.size + methods.size + 64);
        all.u4(0xcafebabe);
        all.u4(version);
        all.u2(pool.next);
        all.add(pool.bytes);
        all.u2(PUBLIC | FINAL);
        all.u2(selfType);
        all.u2(superType);
        all.u2(0);
        all.u2(fieldCount);
        all.add(fields);
        all.u2(methodCount);
        all.add(methods);
        all.u2(1);
        all.u2(sourceAttribute);
        all.u4(2);
        all.u2(source);
        return java.util.Arrays.copyOf(all.data, all.size);
    }
}
