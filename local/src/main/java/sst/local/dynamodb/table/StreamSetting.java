package sst.local.dynamodb.table;

/**
 * A table's change stream.
 *
 * @param view AWS's view type, such as {@code NEW_AND_OLD_IMAGES}
 * @param label the time it was switched on, which makes its ARN unique
 */
public record StreamSetting(String view, String label) {
    /** The stream's ARN. */
    public String arn(TableDefinition table) {
        return table.arn() + "/stream/" + label;
    }
}
