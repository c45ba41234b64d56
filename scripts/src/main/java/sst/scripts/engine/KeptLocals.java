package sst.scripts.engine;

import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/** Makes variables of the script's binding of what its topmost lines declare: {@code def x = 1} can be seen from outside. */
public final class KeptLocals extends CompilationCustomizer {
    public KeptLocals() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        if (module != null && type.isScript()) {
            List<Statement> statements = module.getStatementBlock().getStatements();
            statements.replaceAll(KeptLocals::kept);
        }
    }

    /** The statement, or an assignment in the place of a declaration; fields stay what they are. */
    private static Statement kept(Statement statement) {
        if (statement instanceof ExpressionStatement line
                && line.getExpression() instanceof DeclarationExpression declaration
                && declaration.getAnnotations().isEmpty()) {
            ExpressionStatement kept = new ExpressionStatement(assignment(declaration));
            kept.setSourcePosition(statement);
            return kept;
        }
        return statement;
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression given = declaration.getRightExpression();
        Expression name;
        Expression value = given;
        if (declaration.isMultipleAssignmentDeclaration()) {
            name = new TupleExpression(declaration.getTupleExpression().getExpressions().stream()
                    .map(each -> named((VariableExpression) each))
                    .toList());
        } else {
            VariableExpression declared = declaration.getVariableExpression();
            name = named(declared);
            value = given instanceof EmptyExpression ? nothing(declared) : typed(declared, given);
        }
        Token assign = Token.newSymbol(
                Types.ASSIGN,
                declaration.getOperation().getStartLine(),
                declaration.getOperation().getStartColumn());
        BinaryExpression assignment = new BinaryExpression(name, assign, value);
        assignment.setSourcePosition(declaration);
        return assignment;
    }

    private static Expression named(VariableExpression declared) {
        VariableExpression name = new VariableExpression(declared.getName());
        name.setSourcePosition(declared);
        return name;
    }

    /** {@code int n} is 0, as it is in a class. */
    private static Expression nothing(VariableExpression declared) {
        ClassNode type = declared.getOriginType();
        if (!ClassHelper.isPrimitiveType(type)) {
            return ConstantExpression.NULL;
        }
        return type.equals(ClassHelper.boolean_TYPE)
                ? new ConstantExpression(false)
                : CastExpression.asExpression(type, new ConstantExpression(0));
    }

    /** {@code int n = '7'} is still refused, or made an int, as Groovy does it. */
    private static Expression typed(VariableExpression declared, Expression value) {
        if (declared.isDynamicTyped()) {
            return value;
        }
        Expression typed = CastExpression.asExpression(declared.getType(), value);
        typed.setSourcePosition(value);
        return typed;
    }
}
