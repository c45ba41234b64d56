package sst.dsl.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;
import sst.dsl.scope.Rehearsal;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/** Goes through one file of a config, every branch of it, and tries each call in the block that it stands in. */
final class SourceWalk extends CodeVisitorSupport {
    private final String file;
    private final ModuleNode module;
    private final Rehearsal rehearsal;
    private final Literals literals = new Literals(closure -> target -> into(closure, new BlockPlace(this, target)));
    private final Deque<Place> places = new ArrayDeque<>();
    private final Map<Variable, Class<?>> handles = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    SourceWalk(String file, ModuleNode module, Rehearsal rehearsal) {
        this.file = file;
        this.module = module;
        this.rehearsal = rehearsal;
    }

    List<Diagnostic> walk() {
        within(new TopPlace(this), () -> module.getStatementBlock().visit(this));
        return found.stream().distinct().toList();
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    void within(Place place, Runnable walk) {
        places.push(place);
        walk.run();
        places.pop();
    }

    void into(ClosureExpression closure, Place place) {
        within(place, () -> closure.getCode().visit(this));
    }

    void report(ASTNode node, List<Diagnostic> diagnostics) {
        SourceRef at = SourceRef.of(file, node.getLineNumber());
        diagnostics.forEach(each -> found.add(each.at(at)));
    }

    Literals literals() {
        return literals;
    }

    private Place place() {
        return places.element();
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String name = call.getMethodAsString();
        if (name == null || !call.isImplicitThis()) {
            member(call, name);
        } else if (rehearsal.isEverywhere(name) || isOwnMethod(name)) {
            super.visitMethodCallExpression(call);
        } else {
            place().call(call, name, arguments(call));
        }
    }

    /** A method of a handle; closures among its arguments have blocks that only a run knows. */
    private void member(MethodCallExpression call, @Nullable String name) {
        Class<?> handle = handleOf(call.getObjectExpression());
        if (handle != null && name != null && !isSpread(call) && !Members.takes(handle, name, types(call))) {
            report(call, List.of(rehearsal.noMethod(handle, name)));
        }
        call.getObjectExpression().visit(this);
        Place inside = handle == null ? place() : Place.FREE;
        within(inside, () -> call.getArguments().visit(this));
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        Class<?> handle = handleOf(property.getObjectExpression());
        String name = property.getPropertyAsString();
        if (handle != null && name != null && !Members.hasValue(handle, name)) {
            report(property, List.of(rehearsal.noValue(handle, name)));
        }
        super.visitPropertyExpression(property);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        Expression right = declaration.getRightExpression();
        if (right instanceof MethodCallExpression call
                && call.isImplicitThis()
                && !declaration.isMultipleAssignmentDeclaration()) {
            place().handle(String.valueOf(call.getMethodAsString()))
                    .ifPresent(handle -> handles.put(declaration.getVariableExpression(), handle));
        }
        right.visit(this);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        boolean isAssigned = binary.getOperation().getType() == Types.ASSIGN
                && binary.getLeftExpression() instanceof VariableExpression left
                && left.getAccessedVariable() instanceof DynamicVariable;
        if (isAssigned) {
            place().assign(binary, ((VariableExpression) binary.getLeftExpression()).getName());
        } else {
            super.visitBinaryExpression(binary);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (variable.getAccessedVariable() instanceof DynamicVariable && !rehearsal.isGlobal(variable.getName())) {
            place().read(variable);
        }
    }

    private @Nullable Class<?> handleOf(Expression expression) {
        return expression instanceof VariableExpression variable ? handles.get(variable.getAccessedVariable()) : null;
    }

    private boolean isOwnMethod(String name) {
        return module.getMethods().stream().anyMatch(method -> method.getName().equals(name));
    }

    /** The classes of arguments, as far as they stand in the source. */
    private List<Optional<Class<?>>> types(MethodCallExpression call) {
        return arguments(call).stream().map(this::type).toList();
    }

    private static boolean isSpread(MethodCallExpression call) {
        return arguments(call).stream().anyMatch(SpreadExpression.class::isInstance);
    }

    private Optional<Class<?>> type(Expression argument) {
        if (argument instanceof ClosureExpression) {
            return Optional.of(Members.CLOSURE);
        }
        return argument instanceof MapExpression
                ? Optional.of(Map.class)
                : literals.value(argument).map(Object::getClass);
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }
}
