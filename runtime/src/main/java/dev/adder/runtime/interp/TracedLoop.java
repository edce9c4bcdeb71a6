package dev.adder.runtime.interp;

import dev.adder.runtime.ThreadState;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

/**
 * The interpreter's loop with {@link Tracer#before} called before every instruction: the second variant of tier 0. It
 * is made from the class file of {@link InterpreterLoop} when tracing is first switched on, so that there is one
 * source of what instructions do, and not a byte of tracing in the loop that runs otherwise.
 */
abstract class TracedLoop {
    private static final ClassDesc THREAD = ThreadState.class.describeConstable().orElseThrow();
    private static final ClassDesc FRAME = Frame.class.describeConstable().orElseThrow();
    private static final ClassDesc SELF = TracedLoop.class.describeConstable().orElseThrow();
    private static final ClassDesc TRACER = Tracer.class.describeConstable().orElseThrow();
    private static final ClassDesc MADE = ClassDesc.of("dev.adder.runtime.interp.TracedInterpreterLoop");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(ConstantDescs.CD_Object, THREAD, FRAME);

    /** As {@link InterpreterLoop#run}. */
    abstract Object run(ThreadState ts, Frame f);

    /** The one there is; made on first use. */
    static TracedLoop get() {
        return Holder.LOOP;
    }

    private static final class Holder {
        static final TracedLoop LOOP = make();
    }

    private static TracedLoop make() {
        try (InputStream in = TracedLoop.class.getResourceAsStream("InterpreterLoop.class")) {
            CodeModel loop = null;
            for (final MethodModel m : ClassFile.of().parse(in.readAllBytes()).methods()) {
                if (m.methodName().equalsString("run")) {
                    loop = m.code().orElseThrow();
                }
            }
            final CodeModel source = loop;
            final byte[] bytes = ClassFile.of(resolver()).build(MADE, cb -> {
                cb.withSuperclass(SELF);
                cb.withFlags(ClassFile.ACC_FINAL);
                cb.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, b -> {
                    b.aload(0);
                    b.invokespecial(SELF, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
                    b.return_();
                });
                cb.withMethodBody("run", RUN, 0, b -> {
                    b.aload(1);
                    b.aload(2);
                    b.invokestatic(MADE, "loop", RUN);
                    b.areturn();
                });
                cb.withMethod("loop", RUN, ClassFile.ACC_STATIC,
                        mb -> mb.transformCode(source, CodeTransform.ofStateful(Change::new)));
            });
            return (TracedLoop) MethodHandles.lookup().defineClass(bytes).getDeclaredConstructor().newInstance();
        } catch (final IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make the traced loop", e);
        }
    }

    private static ClassFile.Option resolver() {
        return ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(TracedLoop.class.getClassLoader()));
    }

    /** What is different: a call after {@code f.pc = pc}, and no looking whether tracing was switched on. */
    private static final class Change implements CodeTransform {
        private int slot;

        @Override
        public void accept(final CodeBuilder b, final CodeElement e) {
            if (e instanceof LoadInstruction load && load.opcode().kind() == Opcode.Kind.LOAD) {
                slot = load.slot();
            }
            if (e instanceof FieldInstruction field && field.owner().asSymbol().equals(THREAD)
                    && field.name().equalsString("tracer")) {
                b.pop();
                b.aconst_null();
                return;
            }
            b.with(e);
            if (e instanceof FieldInstruction field && field.opcode() == Opcode.PUTFIELD
                    && field.owner().asSymbol().equals(FRAME) && field.name().equalsString("pc")) {
                final int pc = slot;
                b.aload(0);
                b.aload(1);
                b.invokestatic(TRACER, "before", MethodTypeDesc.of(ConstantDescs.CD_int, THREAD, FRAME));
                b.istore(pc);
            }
        }
    }
}
