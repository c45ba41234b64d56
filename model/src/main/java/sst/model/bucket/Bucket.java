package sst.model.bucket;

import java.util.List;
import java.util.Map;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;
import sst.model.ref.Ref;

/** The handle of a bucket. */
public final class Bucket extends EventHandle<BucketProps, Bucket> {
    private static final String NOTIFICATIONS = "notifications";

    public Bucket(ConstructScope scope, BucketBlock block) {
        super(scope, block);
    }

    @Override
    protected Bucket self() {
        return this;
    }

    /** The bucket's name. */
    public Ref getBucketName() {
        return ref("bucketName");
    }

    /** The bucket's ARN. */
    public Ref getBucketArn() {
        return ref("bucketArn");
    }

    /** The functions that are notified. */
    public List<ChildFunction> getNotificationFunctions() {
        return children(notifications());
    }

    /** The function of one notification. */
    public ChildFunction getFunction(String notification) {
        return child(notification);
    }

    /** Adds notifications. */
    public Bucket addNotifications(Map<String, ?> notifications) {
        block().add(NOTIFICATIONS, notifications);
        return this;
    }

    /** Adds notifications, with their functions in another stack. */
    public Bucket addNotifications(StackScope owner, Map<String, ?> notifications) {
        addIn(owner, NOTIFICATIONS, notifications);
        return this;
    }

    /** Notifies a function, queue or topic (SST v3's name). */
    public Bucket subscribe(Object function) {
        return addNotifications(Map.of(numbered("Subscriber", notifications()), function));
    }

    /** Notifies a function of some events (SST v3's name). */
    public Bucket subscribe(Map<String, ?> options, Object function) {
        return subscribe(receiver(options, function));
    }

    /** Lets the function of one notification see and use resources. */
    public Bucket bindToNotification(String notification, Object... resources) {
        attachBindings(notification, resources);
        return this;
    }

    /** Grants permissions to the function of one notification. */
    public Bucket attachPermissionsToNotification(String notification, Object... permissions) {
        attachGrants(notification, permissions);
        return this;
    }

    private List<Map<String, Notification>> notifications() {
        return written().stream().map(BucketProps::notifications).toList();
    }
}
