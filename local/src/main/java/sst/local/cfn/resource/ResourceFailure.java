package sst.local.cfn.resource;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource that could not be made, changed or deleted; the message becomes the event's status reason. */
public final class ResourceFailure extends RuntimeException {
    private final transient @Nullable ResourceState left;

    /** A failure with AWS's reason, after which nothing more exists than before. */
    public ResourceFailure(String reason) {
        super(reason);
        this.left = null;
    }

    /** A failed creation that left something behind, which a rollback must delete. */
    public ResourceFailure(String reason, ResourceState left) {
        super(reason);
        this.left = left;
    }

    /** What the failed creation left behind. */
    public Optional<ResourceState> left() {
        return Optional.ofNullable(left);
    }
}
