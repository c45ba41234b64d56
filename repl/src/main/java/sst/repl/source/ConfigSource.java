package sst.repl.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;

/** One file of a config as text and as Groovy's own parser reads it. */
final class ConfigSource {
    private final String text;
    private final List<Integer> lines = new ArrayList<>(List.of(0));
    private final List<MethodCallExpression> calls = new ArrayList<>();

    ConfigSource(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(i + 1);
            }
        }
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("config.groovy", text);
        unit.compile(Phases.CONVERSION);
        ModuleNode module = unit.getAST().getModules().get(0);
        module.getStatementBlock().visit(new CodeVisitorSupport() {
            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                calls.add(call);
                super.visitMethodCallExpression(call);
            }
        });
    }

    String text() {
        return text;
    }

    int start(ASTNode node) {
        return lines.get(node.getLineNumber() - 1) + node.getColumnNumber() - 1;
    }

    int end(ASTNode node) {
        int end = lines.get(node.getLastLineNumber() - 1) + node.getLastColumnNumber() - 1;
        // The parser counts blanks behind some nodes to them.
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The text with a piece of it replaced. */
    String replaced(int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(to);
    }

    /** The call of one of some methods whose first text is an id, around a line; the last one for line 0. */
    Optional<MethodCallExpression> call(Predicate<String> method, String id, int line) {
        return calls.stream()
                .filter(call -> method.test(String.valueOf(call.getMethodAsString())))
                .filter(call ->
                        id.isEmpty() || firstText(call).filter(id::equals).isPresent())
                .filter(call -> line == 0 || (call.getLineNumber() <= line && line <= call.getLastLineNumber()))
                .reduce((first, second) -> second);
    }

    static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }

    static Optional<String> firstText(MethodCallExpression call) {
        return arguments(call).stream()
                .filter(each -> each instanceof ConstantExpression constant && constant.getValue() instanceof String)
                .map(Expression::getText)
                .findFirst();
    }

    static Optional<ClosureExpression> body(MethodCallExpression call) {
        return arguments(call).stream()
                .filter(ClosureExpression.class::isInstance)
                .map(ClosureExpression.class::cast)
                .findFirst();
    }
}
