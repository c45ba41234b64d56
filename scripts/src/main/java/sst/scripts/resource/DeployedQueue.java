package sst.scripts.resource;

import software.amazon.awssdk.services.sqs.SqsClient;
import sst.scripts.call.Clients;
import sst.scripts.stage.StageValues;

/** A queue. */
public final class DeployedQueue extends Deployed {
    private final Clients clients;

    DeployedQueue(StageValues values, String id, Clients clients) {
        super(values, "Queue", id, "queueUrl");
        this.clients = clients;
    }

    public String queueUrl() {
        return name();
    }

    /** Sends text as it is and anything else as JSON; the answer is the message's id. */
    public String send(Object message) {
        // An unsent message has no checksum.
        SqsClient sqs =
                clients.get(SqsClient.class, () -> SqsClient.builder().checksumValidationEnabled(!clients.isDry()));
        String id = sqs.sendMessage(request -> request.queueUrl(name()).messageBody(Json.text(message)))
                .messageId();
        return id == null ? "" : id;
    }
}
