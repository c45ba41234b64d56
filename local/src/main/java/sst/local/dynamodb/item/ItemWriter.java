package sst.local.dynamodb.item;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.AwsException;

/** Carries out writes under their tables' locks: a condition and its write are one step, and so is a transaction. */
public final class ItemWriter {
    private ItemWriter() {}

    /**
     * One write.
     *
     * @throws AwsException {@code ConditionalCheckFailedException} when its condition does not hold
     */
    public static Change run(ItemWrite write) {
        return exclusively(List.of(write.table()), () -> {
            Item before = write.table().find(write.key()).orElse(null);
            if (!write.isAllowed(before)) {
                throw conditionFailed(write, before);
            }
            return apply(write, before);
        });
    }

    /**
     * All writes or none.
     *
     * @throws AwsException {@code TransactionCanceledException} with a reason for each write
     */
    public static List<Change> runAll(List<ItemWrite> writes) {
        List<Table> tables = writes.stream().map(ItemWrite::table).toList();
        return exclusively(tables, () -> {
            List<CancellationReason> reasons =
                    writes.stream().map(ItemWriter::reason).toList();
            CancellationReason.requireNone(reasons);
            return writes.stream()
                    .map(write -> apply(write, write.table().find(write.key()).orElse(null)))
                    .toList();
        });
    }

    /** Deletes an item whose time to live is over, unless it has changed meanwhile. */
    static void expire(Table table, Item key, Predicate<Item> isExpired) {
        Optional<Change> unused = exclusively(
                List.of(table),
                () -> table.find(key).filter(isExpired).map(item -> table.write(new Change(key, item, null, true))));
    }

    /** Runs a read while no write is under way on these tables. */
    public static <T> T shared(Collection<Table> tables, Supplier<T> read) {
        return locked(tables, table -> table.lock().readLock(), read);
    }

    private static <T> T exclusively(Collection<Table> tables, Supplier<T> work) {
        Table any = tables.iterator().next();
        return locked(tables, table -> table.lock().writeLock(), () -> any.atomically(work));
    }

    private static <T> T locked(Collection<Table> tables, Function<Table, Lock> kind, Supplier<T> work) {
        // One order for all callers, so that two transactions cannot wait for each other.
        List<Table> ordered = tables.stream()
                .distinct()
                .sorted(Comparator.comparing(table -> table.definition().id()))
                .toList();
        Deque<Lock> held = new ArrayDeque<>();
        try {
            for (Table table : ordered) {
                Lock lock = kind.apply(table);
                lock.lock();
                held.push(lock);
                if (table.isDropped()) {
                    throw Tables.notFound("Requested resource not found");
                }
            }
            return work.get();
        } finally {
            held.forEach(Lock::unlock);
        }
    }

    private static Change apply(ItemWrite write, @Nullable Item before) {
        Item after = write.mutation().apply(write.table().definition(), write.key(), before);
        boolean unchanged = write.mutation() instanceof Mutation.Check || (before == null && after == null);
        return unchanged
                ? new Change(write.key(), before, after)
                : write.table().write(new Change(write.key(), before, after));
    }

    private static CancellationReason reason(ItemWrite write) {
        Item before = write.table().find(write.key()).orElse(null);
        if (!write.isAllowed(before)) {
            return CancellationReason.conditionFailed(
                    write.returnOldOnFailure() ? Optional.ofNullable(before) : Optional.empty());
        }
        try {
            write.mutation().apply(write.table().definition(), write.key(), before);
            return CancellationReason.NONE;
        } catch (AwsException e) {
            return CancellationReason.refused(e);
        }
    }

    private static AwsException conditionFailed(ItemWrite write, @Nullable Item before) {
        Map<String, Object> members =
                write.returnOldOnFailure() && before != null ? Map.of("Item", Row.wire(before)) : Map.of();
        return new AwsException(400, "ConditionalCheckFailedException", "The conditional request failed", members);
    }
}
