package sst.model.construct;

import sst.model.ref.ConstructId;

/**
 * What another stack adds to a construct (SST v2's {@code addConsumers(scope, …)}): the functions belong to that stack.
 *
 * @param to the construct
 * @param props props of its record's type: the added entries, and the defaults of the construct
 */
public record Addition(ConstructId to, Record props) {
    /** The class of constructs that additions are. */
    public static final String TYPE = "Addition";
}
