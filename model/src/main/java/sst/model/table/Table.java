package sst.model.table;

import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.ref.Ref;

/** The handle of a table. */
public final class Table extends ConstructHandle<TableProps> {
    public Table(ConstructScope scope, TableBlock block) {
        super(scope, block);
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
}
