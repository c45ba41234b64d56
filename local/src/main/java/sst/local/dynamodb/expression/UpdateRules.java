package sst.local.dynamodb.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.update.Action;
import sst.local.dynamodb.update.AddAction;
import sst.local.dynamodb.update.Arithmetic;
import sst.local.dynamodb.update.DeleteAction;
import sst.local.dynamodb.update.IfNotExists;
import sst.local.dynamodb.update.ListAppend;
import sst.local.dynamodb.update.RemoveAction;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.ValueType;

/** Makes update actions and operands, and reports operands that they cannot have in any item. */
final class UpdateRules {
    private final Problems problems;

    UpdateRules(Problems problems) {
        this.problems = problems;
    }

    Action add(Path path, Operand value) {
        if (!(value instanceof Literal literal)) {
            return new RemoveAction(path);
        }
        ValueType type = literal.value().type();
        if (type != ValueType.N && !type.isSet()) {
            wrongOperator("ADD", type);
        }
        return new AddAction(path, literal.value());
    }

    Action delete(Path path, Operand value) {
        if (value instanceof Literal literal && literal.value() instanceof SetValue set) {
            return new DeleteAction(path, set);
        }
        if (value instanceof Literal literal) {
            wrongOperator("DELETE", literal.value().type());
        }
        return new RemoveAction(path);
    }

    Operand arithmetic(String operator, Operand left, Operand right) {
        requireLiteralType(operator, left, ValueType.N);
        requireLiteralType(operator, right, ValueType.N);
        return new Arithmetic(operator.equals("-"), left, right);
    }

    Operand call(String name, List<Operand> arguments) {
        boolean append = name.equals("list_append");
        if (!append && !name.equals("if_not_exists")) {
            problems.report(Problems.Kind.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
            return arguments.get(0);
        }
        if (arguments.size() != 2) {
            problems.report(
                    Problems.Kind.FUNCTION,
                    "Incorrect number of operands for operator or function; operator or function: " + name
                            + ", number of operands: " + arguments.size());
            return arguments.get(0);
        }
        return append
                ? listAppend(arguments.get(0), arguments.get(1))
                : ifNotExists(arguments.get(0), arguments.get(1));
    }

    private Operand listAppend(Operand first, Operand second) {
        requireLiteralType("list_append", first, ValueType.L);
        requireLiteralType("list_append", second, ValueType.L);
        return new ListAppend(first, second);
    }

    private Operand ifNotExists(Operand first, Operand second) {
        if (first instanceof Path path) {
            return new IfNotExists(path, second);
        }
        problems.report(
                Problems.Kind.FUNCTION,
                "Operator or function requires a document path; operator or function: if_not_exists");
        return second;
    }

    private void requireLiteralType(String operator, Operand operand, ValueType wanted) {
        @Nullable ValueType type = operand.staticType();
        if (type != null && type != wanted) {
            problems.report(
                    Problems.Kind.FUNCTION,
                    "Incorrect operand type for operator or function; operator or function: " + operator
                            + ", operand type: " + type);
        }
    }

    private void wrongOperator(String operator, ValueType type) {
        problems.report(
                Problems.Kind.OPERANDS,
                "Incorrect operand type for operator or function; operator: " + operator + ", operand type: "
                        + type.word());
    }
}
