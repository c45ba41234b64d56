package sst.model.table;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.event.EventHandle;
import sst.model.event.StreamConsumer;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a table. */
public final class Table extends EventHandle<TableProps, Table> {
    public Table(ConstructScope scope, TableBlock block) {
        super(scope, block);
    }

    @Override
    protected Table self() {
        return this;
    }

    /** The table's name. */
    public Ref getTableName() {
        return ref("tableName");
    }

    /** The table's ARN. */
    public Ref getTableArn() {
        return ref("tableArn");
    }

    /** Adds indexes with partition keys of their own. */
    public Table addGlobalIndexes(Map<String, ?> indexes) {
        block().add("globalIndexes", indexes);
        return this;
    }

    /** Adds indexes that order a partition by another field. */
    public Table addLocalIndexes(Map<String, ?> indexes) {
        block().add("localIndexes", indexes);
        return this;
    }

    /** The function of one consumer. */
    public ChildFunction getFunction(String consumer) {
        return child(consumer);
    }

    /** Adds consumers; the table needs {@code stream}. */
    public Table addConsumers(Map<String, ?> consumers) {
        block().add("consumers", consumers);
        return this;
    }

    /** Adds consumers, with their functions in another stack. */
    public Table addConsumers(StackScope owner, Map<String, ?> consumers) {
        addIn(owner, "consumers", consumers);
        return this;
    }

    /** Adds a consumer (SST v3's name). */
    public Table subscribe(Object function) {
        List<Map<String, StreamConsumer>> consumers =
                written().stream().map(TableProps::consumers).toList();
        return addConsumers(Map.of(numbered("Subscriber", consumers), function));
    }

    /** Adds a consumer with further props (SST v3's name). */
    public Table subscribe(Map<String, ?> options, Object function) {
        return subscribe(receiver(options, function));
    }

    /** Lets the function of one consumer see and use resources. */
    public Table bindToConsumer(String consumer, Object... resources) {
        attachBindings(consumer, resources);
        return this;
    }

    /** Grants permissions to the function of one consumer. */
    public Table attachPermissionsToConsumer(String consumer, Object... permissions) {
        attachGrants(consumer, permissions);
        return this;
    }
}
