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
 * @param responses what WebSocket routes answer
 */
public record ApiControl(ApiOperations apis, PartOperations parts, RouteResponses responses) {
    /**
     * The operations over one set of records.
     *
     * @param ids gives a new id of ten lower-case letters and digits each time
     * @param addresses where an API answers
     */
    public static ApiControl of(ApiRecords records, Clock clock, Supplier<String> ids, Addresses addresses) {
        PartOperations parts = new PartOperations(records, clock, ids);
        return new ApiControl(
                new ApiOperations(records, parts, new ApiOperations.Making(clock, ids), addresses),
                parts,
                new RouteResponses(records, ids));
    }

    /** All routes; a call of any other path is refused by name. */
    public List<RestRoute> routes() {
        return Stream.of(apis.routes(), responses.routes(), parts.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Where APIs answer. */
    @FunctionalInterface
    public interface Addresses {
        /** The address of an API, without a stage. */
        String of(String protocol, String apiId);
    }
}
