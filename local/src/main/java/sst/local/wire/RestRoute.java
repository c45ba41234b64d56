package sst.local.wire;

/**
 * One operation of a REST-JSON service.
 *
 * @param method the HTTP method
 * @param path a template such as {@code /2015-03-31/functions/{FunctionName}/invocations}; {@code {Name+}} takes the rest
 * @param name AWS's operation name
 * @param status the HTTP status of success
 * @param operation what runs
 */
public record RestRoute(String method, String path, String name, int status, Operation operation) {}
