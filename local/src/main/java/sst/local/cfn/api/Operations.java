package sst.local.cfn.api;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
        Map<String, Call> changes = new HashMap<>();
        changes.putAll(new StackChanges(desk).changes());
        changes.putAll(new StackRecovery(desk).changes());
        ChangeSetCalls changeSets = new ChangeSetCalls(desk);
        changes.putAll(changeSets.changes());
        Map<String, Call> calls = new HashMap<>(changeSets.calls());
        calls.putAll(new StackQueries(desk).calls());
        calls.putAll(new ExportQueries(desk).calls());
        calls.putAll(new TemplateQueries(desk).calls());
        calls.putAll(new DriftCalls(desk).calls());
        // What one call finds of a stack must still be so when it acts: a change set that is made while another one is
        // executed would outlive it and describe a stack that is no more.
        Lock turn = new ReentrantLock();
        changes.forEach((name, call) -> calls.put(name, call.inTurn(turn)));
        Map<String, Operation> operations = new HashMap<>();
        calls.forEach((name, call) -> operations.put(name, call.operation()));
        return new Endpoint.Named("cloudformation", Protocol.QUERY, NAMESPACE, operations);
    }
}
