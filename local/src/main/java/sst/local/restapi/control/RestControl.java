package sst.local.restapi.control;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sst.local.wire.RestRoute;

/**
 * All operations on REST APIs.
 *
 * @param apis APIs themselves
 * @param parts what they are made of
 * @param methods the methods of their resources
 */
public record RestControl(RestOperations apis, PartOperations parts, MethodOperations methods) {
    /**
     * The operations over one set of records.
     *
     * @param ids gives a new id of ten lower-case letters and digits each time
     */
    public static RestControl of(RestRecords records, Clock clock, Supplier<String> ids) {
        return new RestControl(
                new RestOperations(records, clock, ids),
                new PartOperations(records, clock, ids),
                new MethodOperations(records));
    }

    /** All routes; a call of any other path is refused by name. */
    public List<RestRoute> routes() {
        return Stream.of(apis.routes(), parts.routes(), methods.routes())
                .flatMap(List::stream)
                .toList();
    }
}
