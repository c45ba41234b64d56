package sst.local.dynamodb.item;

import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.update.DeleteAction;
import sst.local.dynamodb.update.RemoveAction;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.Item;
import sst.local.wire.AwsException;

/** What a write does to one item. */
public sealed interface Mutation {
    /**
     * The item after the write; null when there is none.
     *
     * @throws AwsException when the item cannot become that
     */
    @Nullable
    Item apply(TableDefinition table, Item key, @Nullable Item before);

    /** Puts a whole item, checked before. */
    record Put(Item item) implements Mutation {
        @Override
        public Item apply(TableDefinition table, Item key, @Nullable Item before) {
            return item;
        }
    }

    /** Puts a whole item, checked before, where none is. */
    record Insert(Item item) implements Mutation {
        @Override
        public Item apply(TableDefinition table, Item key, @Nullable Item before) {
            if (before != null) {
                throw new AwsException(400, "DuplicateItemException", "Duplicate primary key exists in table");
            }
            return item;
        }
    }

    /** Deletes the item. */
    record Delete() implements Mutation {
        @Override
        public @Nullable Item apply(TableDefinition table, Item key, @Nullable Item before) {
            return null;
        }
    }

    /** Leaves the item alone; only the condition counts. */
    record Check() implements Mutation {
        @Override
        public @Nullable Item apply(TableDefinition table, Item key, @Nullable Item before) {
            return before;
        }
    }

    /**
     * Updates the item, or makes it.
     *
     * @param update what changes
     * @param legacy whether it came as {@code AttributeUpdates}, which do not make an item by deleting attributes
     */
    record Modify(Update update, boolean legacy) implements Mutation {
        @Override
        public @Nullable Item apply(TableDefinition table, Item key, @Nullable Item before) {
            if (legacy && before == null && onlyRemoves()) {
                return null;
            }
            Item after = updated(before == null ? key : before);
            requireIndexKeys(table, after);
            if (after.size() > ItemRules.MAX_ITEM_SIZE) {
                throw Rejection.validation("Item size to update has exceeded the maximum allowed size");
            }
            return after;
        }

        private Item updated(Item before) {
            try {
                return update.apply(before);
            } catch (AwsException e) {
                throw legacy && e.text().contains("incorrect data type")
                        ? Rejection.validation("Type mismatch for attribute to update")
                        : e;
            }
        }

        private boolean onlyRemoves() {
            return !update.actions().isEmpty()
                    && update.actions().stream()
                            .allMatch(action -> action instanceof RemoveAction || action instanceof DeleteAction);
        }

        private void requireIndexKeys(TableDefinition table, Item after) {
            try {
                ItemRules.requireIndexKeys(table, after);
            } catch (AwsException e) {
                if (legacy || !e.text().contains("Type mismatch")) {
                    throw e;
                }
                throw Rejection.validation(
                        "The update expression attempted to update the secondary index key to unsupported type");
            }
        }
    }
}
