package sst.local.dynamodb.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.IndexDefinition;

/**
 * What of each item a query or scan shows: {@code Select} and the projection together.
 *
 * @param select AWS's value; empty when the request leaves it out
 * @param projection the parts that were asked for by name
 */
record Selection(String select, Optional<Projection> projection) {
    static Selection of(Input request, Optional<Projection> projection) {
        Selection selection = new Selection(request.text("Select", ""), projection);
        String member = request.has("ProjectionExpression") ? "ProjectionExpression" : "AttributesToGet";
        if (projection.isPresent()) {
            switch (selection.select) {
                case "COUNT" ->
                    throw Rejection.validation("Cannot specify the " + member + " when choosing to get only the Count");
                case "ALL_ATTRIBUTES" ->
                    throw Rejection.validation("Cannot specify the " + member + " when choosing to get ALL_ATTRIBUTES");
                case "ALL_PROJECTED_ATTRIBUTES" ->
                    throw Rejection.validation(
                            "Cannot specify the " + member + " when choosing to get ALL_PROJECTED_ATTRIBUTES");
                default -> {}
            }
        } else if (selection.select.equals("SPECIFIC_ATTRIBUTES")) {
            throw Rejection.validation("Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                    + " SPECIFIC_ATTRIBUTES");
        }
        if (selection.select.equals("ALL_PROJECTED_ATTRIBUTES") && !request.has("IndexName")) {
            throw Rejection.validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        return selection;
    }

    boolean countOnly() {
        return select.equals("COUNT");
    }

    /** Checks what a source can give; a global index gives only what it projects. */
    void require(Source source) {
        projection.ifPresent(paths -> ItemRules.requireScalarKeys(source.definition(), paths.paths()));
        IndexDefinition index = source.index();
        if (index == null || !source.isGlobal() || source.isWhole()) {
            return;
        }
        requireAll(source);
        List<String> missing = missing(source);
        if (!missing.isEmpty()) {
            throw Rejection.invalid("Global secondary index " + index.name() + " does not project " + missing);
        }
    }

    /** All attributes can be shown only by a global index that has them. */
    void requireAll(Source source) {
        IndexDefinition index = source.index();
        if (index != null && source.isGlobal() && !source.isWhole() && select.equals("ALL_ATTRIBUTES")) {
            throw Rejection.invalid("Select type ALL_ATTRIBUTES is not supported for global secondary index "
                    + index.name() + " because its projection type is not ALL");
        }
    }

    /** Whether a local index lacks what is asked for. */
    boolean needsFetch(Source source) {
        return !source.isWhole()
                && !source.isGlobal()
                && (select.equals("ALL_ATTRIBUTES") || !missing(source).isEmpty());
    }

    private List<String> missing(Source source) {
        IndexDefinition index = source.index();
        if (index == null || projection.isEmpty()) {
            return List.of();
        }
        Set<String> known = index.projectedNames(source.definition());
        return projection.get().paths().stream()
                .map(Path::head)
                .filter(name -> !known.contains(name))
                .distinct()
                .toList();
    }
}
