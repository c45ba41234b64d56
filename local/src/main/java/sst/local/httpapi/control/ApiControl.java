package sst.local.httpapi.control;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sst.local.wire.RestRoute;

/**
 * All operations on HTTP APIs.
 *
 * @param apis APIs themselves
 * @param parts what they are made of
 */
public record ApiControl(ApiOperations apis, PartOperations parts) {
    /**
     * The operations over one set of records.
     *
     * @param ids gives a new id of ten lower-case letters and digits each time
     */
    public static ApiControl of(ApiRecords records, Clock clock, Supplier<String> ids) {
        PartOperations parts = new PartOperations(records, clock, ids);
        return new ApiControl(new ApiOperations(records, parts, clock, ids), parts);
    }

    /** All routes; a call of any other path is refused by name. */
    public List<RestRoute> routes() {
        return Stream.concat(apis.routes().stream(), parts.routes().stream()).toList();
    }
}
