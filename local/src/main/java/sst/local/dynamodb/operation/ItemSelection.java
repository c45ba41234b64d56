package sst.local.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.expression.Placeholders;
import sst.local.dynamodb.expression.ProjectionParser;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.legacy.MixedParameters;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.TableDefinition;

/** Which parts of an item a read shows: {@code ProjectionExpression} or {@code AttributesToGet}. */
public final class ItemSelection {
    private final Optional<Projection> projection;

    private ItemSelection(Optional<Projection> projection) {
        this.projection = projection;
    }

    static void refuseMixed(Input input) {
        MixedParameters.refuse(input, List.of("ProjectionExpression"), List.of("AttributesToGet"));
    }

    /** The selection of a get, whose only expression is the projection. */
    static ItemSelection of(Input input) {
        refuseMixed(input);
        Placeholders placeholders = Placeholders.of(input.json());
        Optional<Projection> projection = projection(input, placeholders);
        placeholders.requireAllUsed();
        return new ItemSelection(projection);
    }

    /**
     * The projection that a request asks for; empty for whole items.
     *
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static Optional<Projection> projection(Input input, Placeholders placeholders) {
        List<String> names = names(input);
        return input.text("ProjectionExpression")
                .map(text -> ProjectionParser.parse(text, placeholders))
                .or(() -> names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Projection(names.stream().map(Path::of).toList())));
    }

    /**
     * {@code AttributesToGet}; empty when it is absent.
     *
     * @throws sst.local.wire.AwsException when a name comes twice
     */
    public static List<String> names(Input input) {
        List<String> names = input.texts("AttributesToGet");
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw Rejection.invalid("Duplicate value in attribute name: " + name);
        });
        return names;
    }

    void requireScalarKeys(TableDefinition table) {
        projection.ifPresent(paths -> ItemRules.requireScalarKeys(table, paths.paths()));
    }

    JsonNode show(Row row) {
        return projection.map(paths -> Row.wire(paths.of(row.item()))).orElseGet(row::wire);
    }
}
