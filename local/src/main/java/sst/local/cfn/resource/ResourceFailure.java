package sst.local.cfn.resource;

/** A resource that could not be made, changed or deleted; the message becomes the event's status reason. */
public final class ResourceFailure extends RuntimeException {
    /** A failure with AWS's reason. */
    public ResourceFailure(String reason) {
        super(reason);
    }
}
