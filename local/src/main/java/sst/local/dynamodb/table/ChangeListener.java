package sst.local.dynamodb.table;

/** Is told, under the table's lock, what is done to tables and their items; streams are fed by it. */
public interface ChangeListener {
    /** An item changed. */
    void changed(TableDefinition table, Change change);

    /** A table became another. */
    void redefined(TableDefinition before, TableDefinition after);

    /** A table is gone. */
    void dropped(TableDefinition table);
}
