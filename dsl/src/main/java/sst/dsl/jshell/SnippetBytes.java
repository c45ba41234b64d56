package sst.dsl.jshell;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class that JShell compiled one of the user's file: frames carry its name and lines, {@code System.exit} and
 * {@code System.out} are ours, and every loop hears an interrupt.
 *
 * @param file the file that stack frames name
 * @param shift what to add to JShell's line to have the file's
 */
public record SnippetBytes(String file, int shift) {
    private static final int API = Opcodes.ASM9;
    private static final String HOOKS = Hooks.class.getName().replace('.', '/');

    /** The class with these changes. */
    public byte[] of(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Types(writer), 0);
        return writer.toByteArray();
    }

    private final class Types extends ClassVisitor {
        Types(ClassVisitor next) {
            super(API, next);
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            super.visitSource(file, debug);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Methods(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private final class Methods extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Methods(MethodVisitor next) {
            super(API, next);
        }

        /** Bodies of lambdas are turns of loops that others make. */
        @Override
        public void visitCode() {
            super.visitCode();
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "turn", "()V", false);
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            super.visitLineNumber(Math.max(1, line + shift), start);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "turn", "()V", false);
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean isOut = opcode == Opcodes.GETSTATIC && owner.equals("java/lang/System") && name.equals("out");
            if (isOut) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "out", "()" + descriptor, false);
            } else {
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean isOfRuntime = owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"));
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "exit", "(I)V", false);
            } else if (isOfRuntime) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "exit", "(Ljava/lang/Runtime;I)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
