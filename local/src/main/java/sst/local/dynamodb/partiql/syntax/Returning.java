package sst.local.dynamodb.partiql.syntax;

/** What of the written item a statement shows: {@code RETURNING (ALL | MODIFIED) (OLD | NEW) *}. */
public enum Returning {
    /** The item before. */
    ALL_OLD,
    /** What was changed, before. */
    MODIFIED_OLD,
    /** The item after. */
    ALL_NEW,
    /** What was changed, after. */
    MODIFIED_NEW;

    /** The clause as it is written. */
    public String clause() {
        return "RETURNING " + name().replace('_', ' ') + " *";
    }
}
