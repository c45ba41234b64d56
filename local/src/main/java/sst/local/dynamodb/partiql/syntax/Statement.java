package sst.local.dynamodb.partiql.syntax;

import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.Item;

/** A statement as it was written, before any table has been looked at. */
public sealed interface Statement {
    /** What it reads or writes. */
    Origin origin();

    /**
     * {@code SELECT}.
     *
     * @param shown the paths that are shown; empty for everything
     * @param where empty for all items
     * @param order by which keys, in that order
     */
    record Select(Origin origin, List<Path> shown, Optional<Condition> where, List<Order> order) implements Statement {
        public Select {
            shown = List.copyOf(shown);
            order = List.copyOf(order);
        }
    }

    /** {@code EXISTS(SELECT …)}, which only a transaction has. */
    record Exists(Select select) implements Statement {
        @Override
        public Origin origin() {
            return select.origin();
        }
    }

    /** {@code INSERT}. */
    record Insert(Origin origin, Item item) implements Statement {}

    /** {@code UPDATE}, in either of its two orders. */
    record Modify(Origin origin, Update update, Optional<Condition> where, Optional<Returning> returning)
            implements Statement {}

    /** {@code DELETE}. */
    record Delete(Origin origin, Optional<Condition> where, Optional<Returning> returning) implements Statement {}

    /** A key that the answer is sorted by. */
    record Order(String attribute, boolean ascending) {}
}
