package sst.local.cfn.stack;

/**
 * When things happened to a stack, in milliseconds since the epoch; 0 for never.
 *
 * @param created when it, or its first change set, was made
 * @param updated when its last update or rollback began
 * @param deleted when its deletion ended
 */
public record StackTimes(long created, long updated, long deleted) {}
