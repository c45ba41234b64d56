package sst.local.restapi.request;

import java.time.Clock;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionCalls;
import sst.local.port.LogSink;
import sst.local.restapi.control.RestRecords;

/** Puts together what answers requests. */
public final class RestDoors {
    private RestDoors() {}

    /** A door to the APIs of these records. */
    public static RestDoor open(
            RestRecords records, FunctionCalls calls, FunctionAuthorizers authorizers, Watch watch) {
        return new RestDoor(
                new RestGate(records, authorizers), new RestBackends(calls), new RestLog(watch.logs()), watch.clock());
    }

    /** Where access logs go, and the time that they show. */
    public record Watch(LogSink logs, Clock clock) {}
}
