package sst.local.dynamodb.table;

/** Provisioned read and write units a second; recorded, never throttled on. */
public record Capacity(long readUnits, long writeUnits) {
    /** What AWS shows for tables that are billed on demand. */
    public static final Capacity ON_DEMAND = new Capacity(0, 0);
}
