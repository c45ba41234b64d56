package sst.local.dynamodb.expression;

import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.PathSet;
import sst.local.dynamodb.document.Projection;

/** Parses projection expressions (developer guide, "Projection expressions"). */
public final class ProjectionParser {
    private static final List<Problems.Kind> ORDER =
            List.of(Problems.Kind.RESERVED, Problems.Kind.PLACEHOLDER, Problems.Kind.OVERLAP, Problems.Kind.CONFLICT);

    private ProjectionParser() {}

    /**
     * Parses a whole expression.
     *
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static Projection parse(String expression, Placeholders placeholders) {
        Cursor cursor = new Cursor("ProjectionExpression", expression);
        Problems problems = new Problems();
        PathParser parser = new PathParser(cursor, placeholders, problems, Set.of());
        PathSet paths = new PathSet();
        do {
            paths.add(parser.path())
                    .ifPresent(clash -> problems.report(
                            clash.conflict() ? Problems.Kind.CONFLICT : Problems.Kind.OVERLAP, clash.text()));
        } while (cursor.takeSymbol(","));
        cursor.requireEnd();
        problems.mostImportant(ORDER).ifPresent(text -> {
            throw cursor.error(text);
        });
        return new Projection(paths.paths());
    }
}
