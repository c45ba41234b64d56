package sst.local.httpapi;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sst.local.apigateway.ApiDoor;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionCalls;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.httpapi.access.Gatekeeper;
import sst.local.httpapi.access.Tokens;
import sst.local.httpapi.control.ApiControl;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.request.FrontDoor;
import sst.local.httpapi.resource.HttpApiResources;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.LogSink;
import sst.local.websocket.WebSockets;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/**
 * API Gateway's HTTP and WebSocket APIs, which have one control plane. An HTTP API answers at {@code /_api/ID}, a named
 * stage of it at {@code /_api/ID/STAGE}; below that path are also the calls on connections of WebSocket APIs.
 */
public final class HttpApis implements LocalService {
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 10;

    private final ApiRecords records;
    private final ApiControl control;
    private final FunctionCalls calls;
    private final FunctionAuthorizers authorizers;
    private final FrontDoor door;
    private final WebSockets sockets;
    private final List<ApiDoor> doors = new ArrayList<>();

    /**
     * APIs in front of functions.
     *
     * @param others deployed APIs of further kinds that answer below the same path
     */
    public HttpApis(Host host, FunctionInvoker functions, LogSink logs, ApiDoor... others) {
        this.records = new ApiRecords(host.store(), this::changed);
        this.calls = new FunctionCalls(functions);
        this.authorizers = new FunctionAuthorizers(calls, host.clock());
        Gatekeeper gatekeeper = new Gatekeeper(authorizers, new Tokens(host.clock()));
        this.door = new FrontDoor(records, calls, gatekeeper, new FrontDoor.Watch(logs, host.clock()));
        this.sockets = new WebSockets(host, new WebSockets.Parts(records, functions, calls, authorizers));
        RandomGenerator random = new SecureRandom();
        this.control = ApiControl.of(
                records,
                host.clock(),
                () -> id(random),
                (protocol, id) ->
                        protocol.equals("WEBSOCKET") ? sockets.address(id) : host.endpoint() + FrontDoor.PREFIX + id);
        doors.add(sockets.door());
        doors.addAll(List.of(others));
    }

    @Override
    public List<String> recorded() {
        return List.of("AWS_IAM authorization of routes");
    }

    @Override
    public List<String> parts() {
        return sockets.parts();
    }

    @Override
    public String name() {
        return "apigatewayv2";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint.Rest("apigateway", control.routes()),
                new Endpoint.Raw("", FrontDoor.PREFIX, this::answer),
                new Endpoint.Raw("execute-api", "", sockets.door()));
    }

    private HttpReply answer(HttpRequest request) {
        String[] parts = request.path().split("/", -1);
        String id = parts.length > 2 ? parts[2] : "";
        return doors.stream()
                .filter(each -> each.serves(id))
                .findFirst()
                .orElse(door)
                .handle(request);
    }

    @Override
    public List<ResourceProvider> providers() {
        return HttpApiResources.all(control);
    }

    @Override
    public void close() {
        sockets.close();
        door.close();
        calls.close();
    }

    private void changed(String api) {
        door.forget(api);
        authorizers.forget(api);
        if (records.locate(api).isEmpty()) {
            sockets.closeAll(api);
        }
    }

    /** API ids begin with a letter, as on AWS. */
    private static String id(RandomGenerator random) {
        StringBuilder id = new StringBuilder();
        id.append(ID_LETTERS.charAt(random.nextInt(26)));
        while (id.length() < ID_LENGTH) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
