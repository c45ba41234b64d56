package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.Members;

/** What a destination of asynchronous calls may be: a queue, a topic, a bus or a function. */
final class Destination {
    private Destination() {}

    static void check(JsonNode config) {
        for (String when : List.of("OnSuccess", "OnFailure")) {
            String arn = Members.text(config.path(when), "Destination");
            if (arn.isEmpty()) {
                continue;
            }
            if (!arn.matches("arn:aws[a-z-]*:(sqs|sns|lambda|events):.+")) {
                throw Faults.unsupported("the destination " + arn);
            }
            if (arn.endsWith(".fifo")) {
                throw Faults.invalid("The destination ARN " + arn + " is invalid: FIFO is not supported.");
            }
        }
    }
}
