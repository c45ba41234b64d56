package sst.repl.lang;

import java.util.List;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** What a line means at a prompt: {@code System.exit} ends the line alone. */
final class LineTransforms extends CompilationCustomizer {
    LineTransforms() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        new Exits(source).visitClass(type);
        if (module != null && type.isScript()) {
            Exits exits = new Exits(source);
            module.getStatementBlock().visit(exits);
        }
    }

    /** Puts our own exit in place of the JVM's. */
    private static final class Exits extends ClassCodeExpressionTransformer {
        private final SourceUnit source;

        Exits(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public Expression transform(Expression expression) {
            if (expression instanceof MethodCallExpression call && isExit(call)) {
                StaticMethodCallExpression ours = new StaticMethodCallExpression(
                        ClassHelper.make(ExitRequest.class), "exit", super.transform(call.getArguments()));
                ours.setSourcePosition(call);
                return ours;
            }
            return super.transform(expression);
        }

        private static boolean isExit(MethodCallExpression call) {
            String on = call.getObjectExpression().getText();
            return "exit".equals(call.getMethodAsString())
                    && List.of("System", "java.lang.System", "Runtime.runtime", "Runtime.getRuntime()")
                            .contains(on);
        }
    }
}
