package sst.repl.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** Sets props in a file's text: what is there is replaced, what is not is put at the end of its block. */
final class PropsText {
    private final ConfigSource source;
    private final Function<String, Set<String>> spellings;

    /** @param spellings all names under which a prop may be written */
    PropsText(ConfigSource source, Function<String, Set<String>> spellings) {
        this.source = source;
        this.spellings = spellings;
    }

    /** A value that is there. */
    private record Found(Expression last, int start, int end, boolean isArgument) {}

    /** The file's text with a value at a path below a block or map. */
    String set(Expression place, List<String> path, Literal value) {
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        Optional<Found> found = find(place, name);
        if (rest.isEmpty()) {
            return found.map(each -> source.replaced(
                            each.start(), each.end(), each.isArgument() ? value.argument() : value.expression()))
                    .orElseGet(() -> insert(place, name, value.argument(), value.expression()));
        }
        if (found.isEmpty()) {
            return insert(place, name, "{ " + block(rest, value) + " }", map(rest, value));
        }
        Expression last = found.get().last();
        if (last instanceof ClosureExpression || last instanceof MapExpression) {
            return set(last, rest, value);
        }
        if (last instanceof ConstantExpression) {
            return besideHandler(found.get(), rest, value);
        }
        throw Problems.of(Code.UNSUPPORTED, "'" + name + "' is written in a way that cannot be changed from here")
                .hint("change it by hand; /edits lists the lines")
                .asError();
    }

    /** {@code 'src/a.main'} becomes {@code handler: 'src/a.main', timeout: 5}. */
    private String besideHandler(Found found, List<String> rest, Literal value) {
        String handler = source.text().substring(found.start(), found.end());
        String more =
                rest.get(0) + ": " + (rest.size() == 1 ? value.expression() : map(rest.subList(1, rest.size()), value));
        String named = "handler: " + handler + ", " + more;
        return source.replaced(found.start(), found.end(), found.isArgument() ? named : "[" + named + "]");
    }

    private static String block(List<String> path, Literal value) {
        return path.size() == 1
                ? path.get(0) + " " + value.argument()
                : path.get(0) + " { " + block(path.subList(1, path.size()), value) + " }";
    }

    private static String map(List<String> path, Literal value) {
        String inner = path.size() == 1 ? value.expression() : map(path.subList(1, path.size()), value);
        return "[" + Literal.key(path.get(0)) + ": " + inner + "]";
    }

    private Optional<Found> find(Expression place, String name) {
        Set<String> names = spellings.apply(name);
        if (place instanceof MapExpression map) {
            return map.getMapEntryExpressions().stream()
                    .filter(entry -> names.contains(entry.getKeyExpression().getText()))
                    .map(MapEntryExpression::getValueExpression)
                    .map(value -> new Found(value, source.start(value), source.end(value), false))
                    .findFirst();
        }
        Optional<Found> last = Optional.empty();
        for (Statement each : statements((ClosureExpression) place)) {
            Optional<Found> here = each instanceof ExpressionStatement line
                    ? find(line.getExpression(), name, names)
                    : Optional.empty();
            last = here.isPresent() ? here : last;
        }
        return last;
    }

    private Optional<Found> find(Expression line, String name, Set<String> names) {
        if (line instanceof BinaryExpression assignment
                && assignment.getOperation().getText().equals("=")
                && names.contains(assignment.getLeftExpression().getText())) {
            Expression value = assignment.getRightExpression();
            return Optional.of(new Found(value, source.start(value), source.end(value), false));
        }
        return line instanceof MethodCallExpression call ? find(call, name, names) : Optional.empty();
    }

    private Optional<Found> find(MethodCallExpression call, String name, Set<String> names) {
        List<Expression> arguments = ConfigSource.arguments(call);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String method = String.valueOf(call.getMethodAsString());
        if (names.contains(method)) {
            return Optional.of(found(arguments));
        }
        String first = ConfigSource.firstText(call).orElse("");
        boolean isKey = name.equals(method.toUpperCase(Locale.ROOT) + " " + first)
                || (method.equals("route") && name.equals(first));
        if (!isKey) {
            return Optional.empty();
        }
        boolean isNamed = arguments.get(0) instanceof MapExpression;
        return Optional.of(found(isNamed ? arguments.subList(0, 1) : arguments.subList(1, arguments.size())));
    }

    private Found found(List<Expression> arguments) {
        Expression last = arguments.get(arguments.size() - 1);
        return new Found(last, source.start(arguments.get(0)), source.end(last), true);
    }

    private static List<Statement> statements(ClosureExpression closure) {
        return closure.getCode() instanceof BlockStatement block ? block.getStatements() : List.of(closure.getCode());
    }

    private String insert(Expression place, String name, String argument, String expression) {
        if (place instanceof MapExpression map) {
            List<MapEntryExpression> entries = map.getMapEntryExpressions();
            int at = source.end(entries.get(entries.size() - 1));
            return source.replaced(at, at, ", " + Literal.key(name) + ": " + expression);
        }
        boolean isRoute = name.matches("[A-Z]+ /.*");
        String call = isRoute
                ? name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + " '"
                        + name.substring(name.indexOf(' ') + 1) + "', " + argument
                : (name.matches("\\w+") ? name : "'" + name + "'") + " " + argument;
        return append((ClosureExpression) place, List.of(call));
    }

    /** The text with lines at the end of a block, indented as the block is. */
    String append(ClosureExpression closure, List<String> added) {
        int brace = source.end(closure) - 1;
        String text = source.text();
        boolean isOneLine = closure.getLineNumber() == closure.getLastLineNumber();
        if (isOneLine && added.size() == 1) {
            int end = brace;
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            String joint = text.charAt(end - 1) == '{' ? " " : "; ";
            return source.replaced(end, brace, joint + added.get(0) + " ");
        }
        int line = text.lastIndexOf('\n', brace) + 1;
        String outer = text.substring(line, brace).isBlank() ? text.substring(line, brace) : "";
        String indent = statements(closure).isEmpty()
                ? outer + "    "
                : indentOf(statements(closure).get(0), outer);
        StringBuilder lines = new StringBuilder();
        added.forEach(each -> lines.append(indent).append(each).append('\n'));
        int at = text.substring(line, brace).isBlank() ? line : brace;
        return source.replaced(at, at, lines.toString());
    }

    private String indentOf(Statement statement, String outer) {
        int start = source.start(statement);
        int line = source.text().lastIndexOf('\n', start) + 1;
        String before = source.text().substring(line, start);
        return before.isBlank() ? before : outer + "    ";
    }
}
