package sst.dsl.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads values off a syntax tree, as far as they stand there: texts, numbers, lists, maps, and closures as bodies. */
final class Literals {
    private final Function<ClosureExpression, Consumer<Object>> bodies;

    /** @param bodies the body that stands for a closure */
    Literals(Function<ClosureExpression, Consumer<Object>> bodies) {
        this.bodies = bodies;
    }

    /** The value; empty when only a run can tell. */
    Optional<Object> value(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return Optional.ofNullable(constant.getValue());
        }
        if (expression instanceof ClosureExpression closure) {
            return Optional.of(bodies.apply(closure));
        }
        if (expression instanceof MapExpression map) {
            return map(map);
        }
        return expression instanceof ListExpression list
                ? all(list.getExpressions()).map(Object.class::cast)
                : Optional.empty();
    }

    /** All of them; empty when one of them needs a run. */
    Optional<List<Object>> all(List<? extends Expression> expressions) {
        List<Object> values = new ArrayList<>();
        for (Expression expression : expressions) {
            value(expression).ifPresent(values::add);
        }
        return values.size() == expressions.size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<Object> map(MapExpression map) {
        Map<Object, Object> values = new LinkedHashMap<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            Optional<Object> key = value(entry.getKeyExpression());
            Optional<Object> value = value(entry.getValueExpression());
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.put(key.get(), value.get());
        }
        return Optional.of(values);
    }
}
