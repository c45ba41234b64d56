package sst.dsl.script;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file's path in the project into its classes. Groovy keeps the last part of the path alone, so that stack
 * frames of {@code stacks/api.groovy} and {@code infra/api.groovy} could not be told apart.
 */
record SourceFileName(String file) {
    byte[] writtenInto(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitSource(@Nullable String source, @Nullable String debug) {
                        super.visitSource(file, debug);
                    }
                },
                0);
        return writer.toByteArray();
    }
}
