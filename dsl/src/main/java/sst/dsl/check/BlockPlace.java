package sst.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.schema.MapBlock;

/**
 * The block of a construct or of one of its props.
 *
 * @param target a block or map block that is filled as far as values can be read off the source
 */
record BlockPlace(SourceWalk walk, Object target) implements Place {
    private static final Set<Code> UNKNOWN = Set.of(Code.UNKNOWN_METHOD, Code.UNKNOWN_PROPERTY);

    /** Takes what a call gives its block: named arguments and closures. */
    void fill(List<Expression> arguments) {
        for (Expression argument : arguments) {
            if (argument instanceof MapExpression map) {
                map.getMapEntryExpressions().forEach(this::entry);
            } else if (argument instanceof ClosureExpression closure) {
                walk.into(closure, this);
            } else {
                argument.visit(walk);
            }
        }
    }

    private void entry(MapEntryExpression entry) {
        if (entry.getKeyExpression() instanceof ConstantExpression key) {
            prop(entry, new Named(key.getText()), List.of(entry.getValueExpression()));
        } else {
            entry.getValueExpression().visit(walk);
        }
    }

    @Override
    public void call(MethodCallExpression call, String name, List<Expression> arguments) {
        prop(call, new Called(name), arguments);
    }

    /** One prop as it is written: {@code timeout 5} or {@code timeout: 5}. */
    private sealed interface Written {
        List<Diagnostic> attempt(BlockPlace place, List<Object> values);

        List<Diagnostic> enter(BlockPlace place, Consumer<Object> body);
    }

    private record Called(String name) implements Written {
        @Override
        public List<Diagnostic> attempt(BlockPlace place, List<Object> values) {
            return place.walk.rehearsal().call(place.target, name, values.toArray());
        }

        /** Routes have a path before their body, which stands for any. */
        @Override
        public List<Diagnostic> enter(BlockPlace place, Consumer<Object> body) {
            boolean isRoute = place.target instanceof MapBlock<?>;
            List<Object> values = isRoute ? List.of(name.equals("route") ? "GET /" : "/", body) : List.of(body);
            return attempt(place, values);
        }
    }

    private record Named(String name) implements Written {
        @Override
        public List<Diagnostic> attempt(BlockPlace place, List<Object> values) {
            return place.walk.rehearsal().entry(place.target, name, values.isEmpty() ? true : values.get(0));
        }

        @Override
        public List<Diagnostic> enter(BlockPlace place, Consumer<Object> body) {
            return attempt(place, List.of(body));
        }
    }

    private void prop(ASTNode node, Written prop, List<Expression> arguments) {
        Optional<List<Object>> values = walk.literals().all(arguments);
        if (values.isPresent()) {
            walk.report(node, prop.attempt(this, values.get()));
            return;
        }
        if (unknown(node, prop)) {
            return;
        }
        for (Expression argument : arguments) {
            // What else is wrong with the call, values would have to tell.
            if (argument instanceof ClosureExpression closure) {
                prop.enter(this, nested -> walk.into(closure, new BlockPlace(walk, nested)));
            } else if (argument instanceof MapExpression map) {
                prop.enter(this, nested -> new BlockPlace(walk, nested).fill(List.of(map)));
            } else {
                argument.visit(walk);
            }
        }
    }

    private boolean unknown(ASTNode node, Written prop) {
        List<Diagnostic> unknown = prop.attempt(this, List.of()).stream()
                .filter(each -> UNKNOWN.contains(each.code()))
                .toList();
        walk.report(node, unknown);
        return !unknown.isEmpty();
    }

    @Override
    public void assign(BinaryExpression assignment, String name) {
        Optional<Object> value = walk.literals().value(assignment.getRightExpression());
        if (value.isPresent()) {
            walk.report(assignment, walk.rehearsal().assign(target, name, value.get()));
        } else if (!unknown(assignment, new Called(name))) {
            assignment.getRightExpression().visit(walk);
        }
    }

    @Override
    public void read(VariableExpression variable) {
        walk.report(variable, walk.rehearsal().read(target, variable.getName()));
    }
}
