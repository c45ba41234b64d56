package sst.local.cfn.stack;

import sst.local.wire.CallContext;

/**
 * The identity of one stack; a later stack of the same name has another.
 *
 * @param region where it lives
 * @param name unique among the stacks of a region that are not deleted
 * @param arn unique for ever
 */
public record StackId(String region, String name, String arn) {
    /** A new stack's identity. */
    public static StackId of(String region, String name, String uuid) {
        String arn = "arn:aws:cloudformation:" + region + ":" + CallContext.ACCOUNT + ":stack/" + name + "/" + uuid;
        return new StackId(region, name, arn);
    }
}
