package sst.local.dynamodb.item;

import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.value.Item;

/**
 * One write of one item.
 *
 * @param table where
 * @param key the item's key attributes, checked
 * @param condition what must hold for the item before; null for no condition
 * @param mutation what is done
 * @param returnOldOnFailure whether a failed condition shows the item
 */
public record ItemWrite(
        Table table, Item key, @Nullable Condition condition, Mutation mutation, boolean returnOldOnFailure) {
    /** A write without a condition. */
    public static ItemWrite of(Table table, Item key, Mutation mutation) {
        return new ItemWrite(table, key, null, mutation, false);
    }

    boolean isAllowed(@Nullable Item before) {
        return condition == null || condition.matches(before == null ? Item.EMPTY : before);
    }
}
