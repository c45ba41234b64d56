package sst.dsl.script;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes {@code use('data')} mean the stack's method. Every closure has Groovy's own {@code use(Object...)} for categories,
 * and a closure's own methods come before its delegate's.
 */
final class UseCalls extends CompilationCustomizer {
    private static final String STACKS_NAME = "useStack";

    UseCalls() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        new Renaming(source).visitClass(classNode);
    }

    private static final class Renaming extends ClassCodeVisitorSupport {
        private final SourceUnit source;

        Renaming(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            if (call.isImplicitThis() && "use".equals(call.getMethodAsString())) {
                ConstantExpression name = new ConstantExpression(STACKS_NAME);
                name.setSourcePosition(call.getMethod());
                call.setMethod(name);
            }
            super.visitMethodCallExpression(call);
        }
    }
}
