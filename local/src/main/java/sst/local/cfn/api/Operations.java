package sst.local.cfn.api;

import java.util.HashMap;
import java.util.Map;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/** Everything that can be called of this service. */
public final class Operations {
    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private Operations() {}

    /** The service's query endpoint. */
    public static Endpoint.Named endpoint(Desk desk) {
        Map<String, Call> calls = new HashMap<>();
        calls.putAll(new StackChanges(desk).calls());
        calls.putAll(new StackRecovery(desk).calls());
        calls.putAll(new StackQueries(desk).calls());
        calls.putAll(new ExportQueries(desk).calls());
        calls.putAll(new TemplateQueries(desk).calls());
        calls.putAll(new ChangeSetCalls(desk).calls());
        calls.putAll(new DriftCalls(desk).calls());
        Map<String, Operation> operations = new HashMap<>();
        calls.forEach((name, call) -> operations.put(name, call.operation()));
        return new Endpoint.Named("cloudformation", Protocol.QUERY, NAMESPACE, operations);
    }
}
