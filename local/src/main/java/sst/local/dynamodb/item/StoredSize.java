package sst.local.dynamodb.item;

import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;
import sst.local.dynamodb.value.SetValue;
import sst.local.dynamodb.value.ValueType;

/**
 * The size by which a page ends at 1 MB. It is that of the stored form, in which names are numbers, texts have a
 * length, and long items come in pieces that repeat the sort key.
 */
public final class StoredSize {
    private static final int PIECE = 3072;
    private static final int PIECE_HEAD = 18;
    private static final int SHORT = 128;
    private static final int MEDIUM = 16_384;

    private StoredSize() {}

    /** The stored bytes of an item of that table. */
    public static long of(Item item, TableDefinition table) {
        String range = table.keys().range();
        long size = 0;
        long rangeSize = 0;
        for (var entry : item.attributes().entrySet()) {
            if (entry.getKey().equals(range)) {
                rangeSize = entry.getValue().size();
            } else {
                size += value(entry.getValue()) + 1;
            }
        }
        return 2 + size + (1 + (1 + size) / PIECE) * (PIECE_HEAD + rangeSize);
    }

    private static long value(AttributeValue value) {
        if (value instanceof ListValue list) {
            return 3
                    + list.elements().stream()
                            .mapToLong(each -> 1 + value(each))
                            .sum();
        }
        if (value instanceof MapValue map) {
            long inner = map.entries().values().stream()
                    .mapToLong(each -> 1 + value(each))
                    .sum();
            return 3 + map.entries().size() + inner;
        }
        if (value instanceof SetValue set) {
            return value.size() + set.members().size() + 1L;
        }
        long size = value.size();
        if (value.type() == ValueType.S) {
            return size + (size < SHORT ? 1 : size < MEDIUM ? 2 : 3);
        }
        return value.type() == ValueType.NULL ? 0 : value.type() == ValueType.BOOL ? 1 : size + 1;
    }
}
