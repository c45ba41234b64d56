package sst.local.dynamodb.item;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.NumberValue;

/**
 * Deletes items whose time to live is over.
 * See https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
public final class Expiry {
    /** Items that expired longer ago are left alone, as on AWS: five years. */
    private static final long LONGEST_AGO = 157_680_000;

    private final Clock clock;

    /** Expiry by a clock. */
    public Expiry(Clock clock) {
        this.clock = clock;
    }

    /** Deletes a table's expired items; tells how many. */
    public int sweep(Table table) {
        String attribute = table.definition().settings().timeToLive();
        if (attribute == null) {
            return 0;
        }
        List<Item> expired = new ArrayList<>();
        for (Iterator<Row> rows = table.items().walk(KeyRange.all(), true); rows.hasNext(); ) {
            Item item = rows.next().item();
            if (isExpired(item, attribute)) {
                expired.add(item.only(table.definition().keys().names()));
            }
        }
        expired.forEach(key -> ItemWriter.expire(table, key, item -> isExpired(item, attribute)));
        return expired.size();
    }

    private boolean isExpired(Item item, String attribute) {
        AttributeValue value = item.get(attribute);
        long now = clock.millis() / 1000;
        return value instanceof NumberValue number
                && number.number().compareTo(BigDecimal.valueOf(now)) < 0
                && number.number().compareTo(BigDecimal.valueOf(now - LONGEST_AGO)) > 0;
    }
}
