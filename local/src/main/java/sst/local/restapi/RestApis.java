package sst.local.restapi;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import sst.local.apigateway.ApiDoor;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionCalls;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.LogSink;
import sst.local.restapi.control.RestControl;
import sst.local.restapi.control.RestRecords;
import sst.local.restapi.request.RestDoor;
import sst.local.restapi.request.RestDoors;
import sst.local.restapi.resource.RestResources;
import sst.local.wire.Endpoint;

/** API Gateway's REST APIs; a stage answers at {@code /_api/ID/STAGE}. */
public final class RestApis implements LocalService {
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 10;

    private final RestControl control;
    private final FunctionCalls calls;
    private final FunctionAuthorizers authorizers;
    private final RestDoor door;

    /** REST APIs in front of functions. */
    public RestApis(Host host, FunctionInvoker functions, LogSink logs) {
        RestRecords records = new RestRecords(host.store(), this::changed);
        RandomGenerator random = new SecureRandom();
        this.calls = new FunctionCalls(functions);
        this.authorizers = new FunctionAuthorizers(calls, host.clock());
        this.control = RestControl.of(records, host.clock(), () -> id(random));
        this.door = RestDoors.open(records, calls, authorizers, new RestDoors.Watch(logs, host.clock()));
    }

    private void changed(String apiId) {
        door.forget(apiId);
        authorizers.forget(apiId);
    }

    private static String id(RandomGenerator random) {
        StringBuilder id = new StringBuilder();
        while (id.length() < ID_LENGTH) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }

    @Override
    public List<String> recorded() {
        return List.of(
                "AWS_IAM authorization of methods", "resource policies", "request validation", "method settings");
    }

    @Override
    public String name() {
        return "apigateway";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Rest("apigateway", control.routes()));
    }

    /** The deployed APIs, which answer below the path of all APIs. */
    public ApiDoor door() {
        return door;
    }

    @Override
    public List<ResourceProvider> providers() {
        return RestResources.all(control);
    }

    @Override
    public void close() {
        calls.close();
    }
}
