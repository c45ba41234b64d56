package sst.dsl.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import sst.dsl.outline.Term.Kind;

/** Reads a file's outline while it is compiled, from what the parser made of it. */
public final class OutlineReader extends CompilationCustomizer {
    private static final Set<String> WORDS = Set.of("app", "stack", "include");

    private List<Term> steps = List.of();
    private boolean isRead;

    public OutlineReader() {
        super(CompilePhase.CONVERSION);
    }

    /** Empty when something at the top level has to be run to be understood. */
    public Optional<Outline> outline() {
        return isRead ? Optional.of(new Outline(steps)) : Optional.empty();
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        List<Term> found = new ArrayList<>();
        try {
            requireOwnWords(source.getAST());
            for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
                read(Calls.of(statement)).ifPresent(found::add);
            }
            steps = found;
            isRead = true;
        } catch (OnlyByRunning unforeseen) {
            isRead = false;
        }
    }

    /** Methods and imports of the file's own may give the words of a config another meaning. */
    private static void requireOwnWords(ModuleNode file) {
        boolean isForeign = !file.getStaticImports().isEmpty()
                || !file.getStaticStarImports().isEmpty();
        if (isForeign || file.getMethods().stream().anyMatch(each -> WORDS.contains(each.getName()))) {
            throw new OnlyByRunning();
        }
    }

    private static Optional<Term> read(MethodCallExpression call) {
        List<Expression> arguments = Calls.arguments(call);
        return switch (call.getMethodAsString()) {
            case "app" -> Optional.of(new Term(Kind.APP, Calls.block(arguments)));
            case "include" -> Optional.of(new Term(Kind.INCLUDE, Terms.of(Calls.single(arguments))));
            case "stack" -> {
                // What is in a stack is not looked at; what names it must do nothing of its own.
                arguments.stream()
                        .filter(each -> !(each instanceof ClosureExpression))
                        .forEach(Terms::of);
                yield Optional.empty();
            }
            default -> throw new OnlyByRunning();
        };
    }
}
