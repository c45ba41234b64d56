package sst.scripts.resource;

import software.amazon.awssdk.services.sns.SnsClient;
import sst.scripts.call.Clients;
import sst.scripts.stage.StageValues;

/** A topic. */
public final class DeployedTopic extends Deployed {
    private final Clients clients;

    DeployedTopic(StageValues values, String id, Clients clients) {
        super(values, "Topic", id, "topicArn");
        this.clients = clients;
    }

    public String topicArn() {
        return name();
    }

    /** Publishes text as it is and anything else as JSON; the answer is the message's id. */
    public String publish(Object message) {
        String id = clients.get(SnsClient.class, SnsClient::builder)
                .publish(request -> request.topicArn(name()).message(Json.text(message)))
                .messageId();
        return id == null ? "" : id;
    }
}
