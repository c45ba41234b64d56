package sst.runner.deploy;

/**
 * How a deploy is to be done.
 *
 * @param whole whether the stacks are the whole app, so that others of the stage are left over
 * @param keepFailed whether a failed change stays as it is instead of being rolled back
 * @param prune whether stacks that are left over are removed in the end
 */
public record Wishes(boolean whole, boolean keepFailed, boolean prune) {
    /** Some stacks, nothing unusual. */
    public static final Wishes USUAL = new Wishes(false, false, false);
}
