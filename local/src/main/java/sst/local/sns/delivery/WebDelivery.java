package sst.local.sns.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sst.local.background.DueQueue;
import sst.local.background.DueQueue.Again;
import sst.local.port.Host;
import sst.local.sns.topic.Subscription;
import sst.local.wire.codec.Json;

/**
 * Sends messages to web addresses; a server's failure is tried again three times, twenty seconds apart.
 * See https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
final class WebDelivery implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebDelivery.class.getName());
    private static final int THREADS = 4;
    private static final int RETRIES = 3;
    private static final int PAUSE_MILLIS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DueQueue queue;
    private final Clock clock;
    private final DeadLetters graves;
    private @Nullable HttpClient client;

    WebDelivery(Host host, DeadLetters graves) {
        this.clock = host.clock();
        this.graves = graves;
        this.queue = new DueQueue(new DueQueue.Kind("sns.web", THREADS), host, this::send);
    }

    void add(Subscription subscription, String type, String messageId, String body) {
        ObjectNode job = Json.object()
                .put("url", subscription.target().endpoint())
                .put("type", type)
                .put("id", messageId)
                .put("topic", subscription.topic().arn())
                .put("subscription", type.equals("Notification") ? subscription.arn() : "")
                .put("raw", subscription.isRaw() && type.equals("Notification"))
                .put("redrive", subscription.setting("RedrivePolicy"))
                .put("body", body);
        queue.add(messageId + UUID.randomUUID(), job);
    }

    private Optional<Again> send(ObjectNode job) {
        int status = status(job);
        boolean isDone = status >= 200 && status < 300;
        if (isDone) {
            return Optional.empty();
        }
        boolean isPassing = status < 200 || status >= 500 || status == 429;
        int attempt = job.path("attempt").asInt() + 1;
        LOG.log(System.Logger.Level.WARNING, job.path("url").asText() + " answered " + status + " to a message");
        if (isPassing && attempt <= RETRIES) {
            return Optional.of(new Again(clock.millis() + PAUSE_MILLIS, job.put("attempt", attempt)));
        }
        graves.bury(
                job.path("redrive").asText(),
                Json.object().put("MessageBody", job.path("body").asText()));
        return Optional.empty();
    }

    private int status(ObjectNode job) {
        try {
            return client().send(request(job), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            return 0;
        } catch (IllegalArgumentException notAnAddress) {
            return 400;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static HttpRequest request(ObjectNode job) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(job.path("url").asText()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .header("x-amz-sns-message-type", job.path("type").asText())
                .header("x-amz-sns-message-id", job.path("id").asText())
                .header("x-amz-sns-topic-arn", job.path("topic").asText());
        if (!job.path("subscription").asText().isEmpty()) {
            request.header(
                    "x-amz-sns-subscription-arn", job.path("subscription").asText());
        }
        if (job.path("raw").asBoolean()) {
            request.header("x-amz-sns-rawdelivery", "true");
        }
        return request.POST(HttpRequest.BodyPublishers.ofString(job.path("body").asText()))
                .build();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return client;
    }

    @Override
    public void close() {
        queue.close();
    }
}
