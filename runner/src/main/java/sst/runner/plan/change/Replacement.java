package sst.runner.plan.change;

/** Whether a change makes CloudFormation put a new resource in the place of the old one. Ordered by weight. */
public enum Replacement {
    NO,
    /** Nothing is known about the property. */
    MAYBE,
    YES;

    /** The heavier of two. */
    public Replacement or(Replacement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
