package sst.local.httpapi;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.httpapi.control.ApiControl;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.request.FrontDoor;
import sst.local.httpapi.resource.HttpApiResources;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.LogSink;
import sst.local.wire.Endpoint;

/** API Gateway's HTTP APIs: each answers at {@code /_api/ID}, a named stage at {@code /_api/ID/STAGE}. */
public final class HttpApis implements LocalService {
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 10;

    private final ApiControl control;
    private final FrontDoor door;

    /** HTTP APIs in front of functions. */
    public HttpApis(Host host, FunctionInvoker functions, LogSink logs) {
        ApiRecords records = new ApiRecords(host.store(), this::changed);
        RandomGenerator random = new SecureRandom();
        this.control = ApiControl.of(records, host.clock(), () -> id(random));
        this.door = new FrontDoor(records, functions, logs, host.clock());
    }

    @Override
    public String name() {
        return "apigatewayv2";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Rest("apigateway", control.routes()), new Endpoint.Raw("", FrontDoor.PREFIX, door));
    }

    @Override
    public List<ResourceProvider> providers() {
        return HttpApiResources.all(control);
    }

    @Override
    public void close() {
        door.close();
    }

    private void changed(String api) {
        door.forget(api);
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
