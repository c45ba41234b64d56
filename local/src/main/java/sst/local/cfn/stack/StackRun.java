package sst.local.cfn.stack;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last operation on a stack; while the stack's status is running, it is under way.
 *
 * @param id unique; a resource that carries it was finished by this operation
 * @param kind what the caller asked for, such as {@code UpdateStack}
 * @param token the caller's {@code ClientRequestToken}; empty when it gave none
 * @param wish what was asked of it since it began
 * @param spared resources that a deletion retains, or that a continued rollback skips
 * @param changeSetArn the change set that was executed; empty when there was none
 */
public record StackRun(String id, String kind, String token, Wish wish, Set<String> spared, String changeSetArn) {
    /** What a caller may ask of a running operation. */
    public enum Wish {
        GO_ON,
        CANCEL,
        DELETE
    }

    public StackRun {
        spared = Collections.unmodifiableSet(new LinkedHashSet<>(spared));
    }

    /** The same operation with another wish. */
    public StackRun with(Wish wanted) {
        return new StackRun(id, kind, token, wanted, spared, changeSetArn);
    }

    /** A run before the first. */
    public static StackRun none() {
        return new StackRun("", "", "", Wish.GO_ON, Set.of(), "");
    }
}
