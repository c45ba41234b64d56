package sst.local.dynamodb.partiql;

import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.partiql.syntax.Origin;
import sst.local.dynamodb.partiql.syntax.Statement;
import sst.local.dynamodb.query.SelectPages;
import sst.local.dynamodb.query.Source;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;

/** Makes reads out of selects. */
final class Selects {
    private final Tables tables;
    private final String region;

    Selects(Tables tables, String region) {
        this.tables = tables;
        this.region = region;
    }

    Table table(Statement.Select select) {
        return tables.require(region, select.origin().table());
    }

    /** The pages that a lone select has. */
    SelectPages pages(Statement.Select select, boolean consistent) {
        Source source = source(select.origin(), consistent);
        List<String> keys = source.keyNames();
        requireOrder(select, keys);
        boolean isDescending = select.order().stream().anyMatch(order -> !order.ascending());
        SelectPages pages = new SelectPages(
                source, select.where().orElse(null), new Shown(select.shown()).projection(), !isDescending);
        if (!select.order().isEmpty() && !pages.isKeyed()) {
            throw Rejection.validation(
                    "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
        }
        return pages;
    }

    /** The one item that a select within a batch or transaction reads. */
    Get get(Statement.Select select, String operation) {
        boolean isTransaction = operation.equals("ExecuteTransaction");
        if (isTransaction && !select.origin().index().isEmpty()) {
            throw Rejection.validation("Reads on indices are not supported within transactions.");
        }
        Table table = table(select);
        OneItem item = OneItem.of(table.definition(), select.where())
                .filter(one -> one.rest().isEmpty() && select.origin().index().isEmpty())
                .orElseThrow(() -> Rejection.validation("Select statements within " + operation
                        + " must specify the primary key in the where clause."));
        ItemRules.requireKey(table.definition(), item.key());
        return new Get(table, item, new Shown(select.shown()));
    }

    private Source source(Origin origin, boolean consistent) {
        Table table = tables.require(region, origin.table());
        if (origin.index().isEmpty()) {
            return new Source(table, null);
        }
        IndexDefinition index = table.definition()
                .index(origin.index())
                .orElseThrow(
                        () -> Rejection.validation("The table does not have the specified index: " + origin.index()));
        if (index.global() && consistent) {
            throw Rejection.validation("Strongly consistent read is not supported on Global Secondary Indexes");
        }
        return new Source(table, index);
    }

    private static void requireOrder(Statement.Select select, List<String> keys) {
        if (select.order().isEmpty()) {
            return;
        }
        if (select.where().isEmpty()) {
            throw Rejection.validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        }
        for (Statement.Order order : select.order()) {
            if (!keys.contains(order.attribute())) {
                throw Rejection.validation("Variable reference " + order.attribute()
                        + " in ORDER BY clause must be part of the primary key");
            }
        }
    }

    /** A read of one item. */
    record Get(Table table, OneItem item, Shown shown) {
        Optional<Row> find() {
            return table.items().find(table.rowKey(item.key()));
        }
    }
}
