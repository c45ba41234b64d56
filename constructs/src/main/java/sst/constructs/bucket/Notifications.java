package sst.constructs.bucket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.IBucketNotificationDestination;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.s3.notifications.LambdaDestination;
import software.amazon.awscdk.services.s3.notifications.SnsDestination;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.bucket.BucketEvent;
import sst.model.bucket.BucketProps;
import sst.model.bucket.KeyFilter;
import sst.model.bucket.Notification;
import sst.model.event.ChildDefaults;
import sst.model.queue.QueueTarget;
import sst.model.topic.TopicTarget;

/** What is told of a bucket's objects. */
final class Notifications {
    private static final List<BucketEvent> USUAL = List.of(BucketEvent.OBJECT_CREATED, BucketEvent.OBJECT_REMOVED);

    private final Spot spot;
    private final IBucket bucket;
    private final Receivers receivers;

    Notifications(Spot spot, IBucket bucket, Receivers receivers) {
        this.spot = spot;
        this.bucket = bucket;
        this.receivers = receivers;
    }

    void add(BucketProps props) {
        for (Map.Entry<String, Notification> entry : props.notifications().entrySet()) {
            Notification notification = entry.getValue();
            CdkProps.requireKeys(notification.cdk(), List.of("function", "queue", "topic"));
            IBucketNotificationDestination destination = destination(entry, props.defaults());
            NotificationKeyFilter[] filters =
                    notification.filters().stream().map(Notifications::filter).toArray(NotificationKeyFilter[]::new);
            List<BucketEvent> events = notification.events().isEmpty() ? USUAL : notification.events();
            events.forEach(event -> bucket.addEventNotification(EventType.valueOf(event.name()), destination, filters));
        }
    }

    private IBucketNotificationDestination destination(
            Map.Entry<String, Notification> entry, @Nullable ChildDefaults defaults) {
        Notification notification = entry.getValue();
        Optional<IQueue> queue = Resource.other(
                spot,
                CdkProps.of(notification.cdk(), "queue"),
                IQueue.class,
                Optional.ofNullable(notification.queue()).map(QueueTarget::id));
        if (queue.isPresent()) {
            return new SqsDestination(queue.get());
        }
        Optional<ITopic> topic = Resource.other(
                spot,
                CdkProps.of(notification.cdk(), "topic"),
                ITopic.class,
                Optional.ofNullable(notification.topic()).map(TopicTarget::id));
        if (topic.isPresent()) {
            return new SnsDestination(topic.get());
        }
        String child = "Notification_" + spot.id() + "_" + entry.getKey();
        return new LambdaDestination(receivers.function(spot, child, entry, defaults));
    }

    private static NotificationKeyFilter filter(KeyFilter written) {
        NotificationKeyFilter.Builder filter = NotificationKeyFilter.builder();
        if (written.prefix() != null) {
            filter.prefix(written.prefix());
        }
        if (written.suffix() != null) {
            filter.suffix(written.suffix());
        }
        return filter.build();
    }
}
