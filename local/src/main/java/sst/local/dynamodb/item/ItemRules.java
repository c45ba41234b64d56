package sst.local.dynamodb.item;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueType;

/** What a table's schema asks of items and keys, with AWS's texts. */
public final class ItemRules {
    /** The largest item, in bytes. */
    public static final int MAX_ITEM_SIZE = 400 * 1024;

    private static final int MAX_HASH_SIZE = 2048;
    private static final int MAX_RANGE_SIZE = 1024;
    private static final String MISMATCH = "The provided key element does not match the schema";

    private ItemRules() {}

    /** Checks a whole item that is to be stored. */
    public static void requireItem(TableDefinition table, Item item) {
        for (String name : table.keys().names()) {
            ValueType expected = type(table, name);
            AttributeValue value = item.get(name);
            if (value == null) {
                throw Rejection.invalid("Missing the key " + name + " in the item");
            }
            if (value.type() != expected) {
                throw Rejection.invalid(
                        "Type mismatch for key " + name + " expected: " + expected + " actual: " + value.type());
            }
            requireKeyValue(table.keys(), name, value, "One or more parameter values are not valid. ");
        }
        requireIndexKeys(table, item);
        if (item.size() > MAX_ITEM_SIZE) {
            throw Rejection.validation("Item size has exceeded the maximum allowed size");
        }
    }

    /** Checks the types of an item's key the way a batch does, whose text is that of a lone key. */
    public static void requireKeyTypes(TableDefinition table, Item item) {
        for (String name : table.keys().names()) {
            AttributeValue value = item.get(name);
            if (value == null || value.type() != type(table, name)) {
                throw Rejection.validation(MISMATCH);
            }
        }
    }

    /** Checks the key of a get, update or delete. */
    public static void requireKey(TableDefinition table, Item key) {
        requireKey(table, table.keys(), key);
        if (key.attributes().size() != table.keys().names().size()) {
            throw Rejection.validation(MISMATCH);
        }
    }

    /** Checks that these attributes hold a key of the schema; there may be more of them. */
    public static void requireKey(TableDefinition table, KeySchema keys, Item key) {
        for (String name : keys.names()) {
            AttributeValue value = key.get(name);
            if (value == null || value.type() != type(table, name)) {
                throw Rejection.validation(MISMATCH);
            }
            requireKeyValue(keys, name, value, "One or more parameter values were invalid: ");
        }
    }

    /** Checks that index keys of an item have the types that the indexes have. */
    public static void requireIndexKeys(TableDefinition table, Item item) {
        for (IndexDefinition index : table.indexes()) {
            for (String name : index.keys().names()) {
                requireIndexKey(table, index, name, item.get(name));
            }
        }
    }

    /** Checks that an update leaves the key alone. */
    public static void requireUpdatable(TableDefinition table, Update update) {
        List<Path> paths = update.touched().paths();
        for (Path path : paths) {
            if (table.keys().names().contains(path.head())) {
                throw Rejection.invalid(
                        "Cannot update attribute " + path.head() + ". This attribute is part of the key");
            }
        }
        requireScalarKeys(table, paths);
    }

    /** Checks that no path goes inside a key attribute. */
    public static void requireScalarKeys(TableDefinition table, Collection<Path> paths) {
        String text = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";
        for (Path path : paths) {
            if (path.isNested() && table.keys().names().contains(path.head())) {
                throw Rejection.validation(text + "Key: " + path.head());
            }
            if (path.isNested() && table.types().containsKey(path.head())) {
                throw Rejection.validation(text + "IndexKey: " + path.head());
            }
        }
    }

    private static void requireIndexKey(
            TableDefinition table, IndexDefinition index, String name, @Nullable AttributeValue value) {
        if (value == null) {
            return;
        }
        ValueType expected = type(table, name);
        if (value.type() != expected) {
            throw Rejection.invalid("Type mismatch for Index Key " + name + " Expected: " + expected + " Actual: "
                    + value.type() + " IndexName: " + index.name());
        }
        if (value.size() == 0 && !table.keys().names().contains(name)) {
            throw Rejection.validation("One or more parameter values are not valid. A value specified for a secondary"
                    + " index key is not supported. The AttributeValue for a key attribute cannot contain an empty "
                    + kind(expected) + " value. IndexName: " + index.name() + ", IndexKey: " + name);
        }
        requireSize(index.keys(), name, value);
    }

    private static void requireKeyValue(KeySchema keys, String name, AttributeValue value, String start) {
        if (value.size() == 0) {
            throw Rejection.validation(start + "The AttributeValue for a key attribute cannot contain an empty "
                    + kind(value.type()) + " value. Key: " + name);
        }
        requireSize(keys, name, value);
    }

    private static void requireSize(KeySchema keys, String name, AttributeValue value) {
        if (name.equals(keys.hash()) && value.size() > MAX_HASH_SIZE) {
            throw Rejection.invalid(
                    "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH_SIZE + " bytes");
        }
        if (name.equals(keys.range()) && value.size() > MAX_RANGE_SIZE) {
            throw Rejection.invalid(
                    "Aggregated size of all range keys has exceeded the size limit of " + MAX_RANGE_SIZE + " bytes");
        }
    }

    private static String kind(ValueType type) {
        return type == ValueType.B ? "binary" : "string";
    }

    private static ValueType type(TableDefinition table, String name) {
        ValueType type = table.types().get(name);
        if (type == null) {
            throw new IllegalStateException("no type for key attribute " + name);
        }
        return type;
    }
}
