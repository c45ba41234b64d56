package sst.runner.deploy;

/**
 * How a deploy is to be done.
 *
 * @param whole whether the stacks are the whole app, so that others of the stage are left over
 * @param keepFailed whether a failed change stays as it is instead of being rolled back
 * @param hotswap whether functions are changed around CloudFormation where that is possible
 * @param prune whether stacks that are left over are removed in the end
 */
public record Wishes(boolean whole, boolean keepFailed, boolean prune, boolean hotswap) {
    /** Some stacks, nothing unusual. */
    public static final Wishes USUAL = new Wishes(false, false, false, false);

    /** Through CloudFormation alone. */
    public Wishes(boolean whole, boolean keepFailed, boolean prune) {
        this(whole, keepFailed, prune, false);
    }

    /** The same for the whole app, or for a part of it. */
    public Wishes of(boolean all) {
        return new Wishes(all, keepFailed, prune, hotswap);
    }
}
