package sst.local.s3.event;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import sst.local.destination.Destinations;
import sst.local.port.EventBusAccess;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.bucket.ObjectChange;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Tells functions, queues, topics and the event bus what happens to objects. */
public final class BucketNotifications {
    private static final System.Logger LOG = System.getLogger(BucketNotifications.class.getName());

    private final Buckets buckets;
    private final Ends ends;
    private final Clock clock;

    /** Who can be told. */
    public record Ends(Destinations destinations, EventBusAccess buses) {}

    /** Notifications of these buckets. */
    public BucketNotifications(Buckets buckets, Ends ends, Clock clock) {
        this.buckets = buckets;
        this.ends = ends;
        this.clock = clock;
    }

    /** Tells those who want to know. */
    public void tell(ObjectChange change) {
        buckets.find(change.bucket()).ifPresent(bucket -> {
            NotificationRules rules = NotificationRules.of(bucket);
            String region = bucket.path("region").asText();
            ObjectEvents events = new ObjectEvents(change, region, clock.instant());
            rules.rules().stream()
                    .filter(rule -> rule.wants(change))
                    .forEach(rule -> send(rule.arn(), events.notification(rule.id())));
            if (rules.isOnBus()) {
                String bus = "arn:aws:events:" + region + ":" + CallContext.ACCOUNT + ":event-bus/default";
                ends.buses().put(bus, events.busEntry());
            }
        });
    }

    private void send(String arn, ObjectNode event) {
        try {
            ends.destinations().send(arn, event.toString(), MissingNode.getInstance());
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, arn + " did not take an event of S3: " + refused.text());
        }
    }

    /**
     * Sends the event by which S3 tries queues and topics when they are set.
     *
     * @throws AwsException {@code InvalidArgument} when a destination is not there
     */
    public void tryOut(String bucket, NotificationRules rules) {
        for (NotificationRule rule : rules.rules()) {
            if (!ends.destinations().exists(rule.arn())) {
                throw new AwsException(
                        400, "InvalidArgument", "Unable to validate the following destination configurations");
            }
        }
        Instant now = clock.instant();
        for (NotificationRule rule : rules.rules()) {
            if (!rule.arn().startsWith("arn:aws:lambda:")) {
                send(
                        rule.arn(),
                        Json.object()
                                .put("Service", "Amazon S3")
                                .put("Event", "s3:TestEvent")
                                .put("Time", now.toString())
                                .put("Bucket", bucket)
                                .put("RequestId", "sst-local")
                                .put("HostId", "sst-local"));
            }
        }
    }
}
