package sst.runner.deploy;

/**
 * How a deploy is to be done.
 *
 * @param whole whether the stacks are the whole app, so that others of the stage are left over
 * @param keepFailed whether a failed change stays as it is instead of being rolled back
 * @param hotswap whether resources are changed around CloudFormation where that is possible, and the others directly
 * @param prune whether stacks that are left over are removed in the end
 * @param protect whether the stacks keep their data by a stack policy
 */
public record Wishes(boolean whole, boolean keepFailed, boolean prune, boolean hotswap, boolean protect) {
    /** Some stacks, nothing unusual. */
    public static final Wishes USUAL = new Wishes(false, false, false, false);

    /** Through CloudFormation alone. */
    public Wishes(boolean whole, boolean keepFailed, boolean prune) {
        this(whole, keepFailed, prune, false);
    }

    /** For a stage that is not protected. */
    public Wishes(boolean whole, boolean keepFailed, boolean prune, boolean hotswap) {
        this(whole, keepFailed, prune, hotswap, false);
    }

    /** The same for a stage that is protected, or is not. */
    public Wishes protecting(boolean stage) {
        return new Wishes(whole, keepFailed, prune, hotswap, stage);
    }

    /** The same for the whole app, or for a part of it. */
    public Wishes of(boolean all) {
        return new Wishes(all, keepFailed, prune, hotswap, protect);
    }
}
