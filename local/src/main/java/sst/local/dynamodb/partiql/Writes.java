package sst.local.dynamodb.partiql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.item.ItemWrite;
import sst.local.dynamodb.item.Mutation;
import sst.local.dynamodb.partiql.syntax.Returning;
import sst.local.dynamodb.partiql.syntax.Statement;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;

/** Makes writes of items out of statements. */
final class Writes {
    private static final String NO_KEY = "Where clause does not contain a mandatory equality on all key attributes";

    private final Tables tables;
    private final String region;

    Writes(Tables tables, String region) {
        this.tables = tables;
        this.region = region;
    }

    /**
     * The write that a statement asks for.
     *
     * @param showOld whether a failed condition shows the item
     */
    ItemWrite of(Statement statement, boolean showOld) {
        Table table = table(statement);
        if (statement instanceof Statement.Insert insert) {
            return insert(table, insert.item());
        }
        if (statement instanceof Statement.Modify modify) {
            OneItem target = target(table, modify.where(), NO_KEY);
            ItemRules.requireUpdatable(table.definition(), modify.update());
            Condition condition = target.rest()
                    .<Condition>map(rest -> new And(exists(table, true), rest))
                    .orElse(exists(table, true));
            return new ItemWrite(table, target.key(), condition, new Mutation.Modify(modify.update(), false), showOld);
        }
        if (statement instanceof Statement.Delete delete) {
            refuseOthers(delete);
            OneItem target = target(table, delete.where(), NO_KEY);
            Condition condition = target.rest()
                    .<Condition>map(rest -> new Or(exists(table, false), rest))
                    .orElse(null);
            return new ItemWrite(table, target.key(), condition, new Mutation.Delete(), showOld);
        }
        if (statement instanceof Statement.Exists exists) {
            return check(table, exists, showOld);
        }
        throw new IllegalArgumentException("a select writes nothing");
    }

    private static ItemWrite check(Table table, Statement.Exists exists, boolean showOld) {
        String text = "EXISTS() must contain a single item read with additional condition";
        OneItem target = target(table, exists.select().where(), text);
        Condition rest = target.rest().orElseThrow(() -> Rejection.validation(text));
        Condition condition = new And(exists(table, true), rest);
        return new ItemWrite(table, target.key(), condition, new Mutation.Check(), showOld);
    }

    private static ItemWrite insert(Table table, Item item) {
        ItemRules.requireItem(table.definition(), item);
        return ItemWrite.of(table, item.only(table.definition().keys().names()), new Mutation.Insert(item));
    }

    /** What a statement shows of what it has written. */
    static @Nullable Item shown(Statement statement, Change change) {
        if (statement instanceof Statement.Delete delete) {
            return delete.returning().isPresent() ? change.before() : null;
        }
        if (!(statement instanceof Statement.Modify modify)
                || modify.returning().isEmpty()) {
            return null;
        }
        Returning returning = modify.returning().get();
        boolean isOld = returning == Returning.ALL_OLD || returning == Returning.MODIFIED_OLD;
        Item item = isOld ? change.before() : change.after();
        if (item == null || returning == Returning.ALL_OLD || returning == Returning.ALL_NEW) {
            return item;
        }
        Item modified = modify.update().touched().of(item);
        return modified.attributes().isEmpty() ? null : modified;
    }

    private Table table(Statement statement) {
        if (!statement.origin().index().isEmpty()) {
            throw Rejection.validation("This operation is not supported on an index");
        }
        return tables.require(region, statement.origin().table());
    }

    private static OneItem target(Table table, Optional<Condition> where, String otherwise) {
        TableDefinition definition = table.definition();
        OneItem target = OneItem.of(definition, where).orElseThrow(() -> Rejection.validation(otherwise));
        ItemRules.requireKey(definition, target.key());
        return target;
    }

    private static Condition exists(Table table, boolean expected) {
        return new Exists(Path.of(table.definition().keys().hash()), expected);
    }

    private static void refuseOthers(Statement.Delete delete) {
        delete.returning().filter(returning -> returning != Returning.ALL_OLD).ifPresent(returning -> {
            throw Rejection.validation("Invalid returning clause: " + returning.clause()
                    + ". Only RETURNING ALL OLD * is allowed in DELETE statements.");
        });
    }
}
