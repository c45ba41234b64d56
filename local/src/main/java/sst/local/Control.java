package sst.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.cfn.CloudFormation;
import sst.local.port.LocalService;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.codec.Json;

/** The cloud's own two calls, for the CLI: how it is, and stop. */
record Control(String address, List<LocalService> services, Runnable stop) {
    static final String PREFIX = "/_sst/";

    Endpoint endpoint() {
        return new Endpoint.Raw("", PREFIX, this::answer);
    }

    private HttpReply answer(HttpRequest request) {
        String call = request.method() + " " + request.path();
        return switch (call) {
            case "GET /_sst/status" -> json(status());
            case "POST /_sst/stop" -> {
                stop.run();
                yield json(Json.object().put("stopping", true));
            }
            default -> throw new AwsException(404, "NotFound", "sst local has no call " + call);
        };
    }

    private ObjectNode status() {
        ObjectNode status = Json.object();
        status.put("running", true)
                .put("endpoint", address)
                .put("pid", ProcessHandle.current().pid());
        ObjectNode names = status.putObject("services");
        for (LocalService service : services) {
            ObjectNode shown = names.putObject(service.name()).put("running", true);
            if (!service.parts().isEmpty()) {
                shown.set("parts", Json.tree(service.parts()));
            }
            if (!service.recorded().isEmpty()) {
                shown.set("recorded", Json.tree(service.recorded()));
            }
            if (service instanceof CloudFormation cloudFormation) {
                status.set("types", Json.tree(cloudFormation.types(false)));
                status.set("only", Json.tree(cloudFormation.only()));
                status.set("recorded", Json.tree(cloudFormation.types(true)));
            }
        }
        status.put("megabytes", Memory.megabytes());
        return status;
    }

    private static HttpReply json(ObjectNode body) {
        return HttpReply.of(200, "application/json", Json.write(body));
    }
}
