package sst.model.restapi;

import sst.model.gateway.CheckedType;
import sst.model.schema.PropType;

/** How an authorizer is written. */
public final class RestAuthorizerForms {
    private RestAuthorizerForms() {}

    /** Props that fit together. */
    public static PropType<RestAuthorizer> type() {
        return new CheckedType<>(() -> RestAuthorizerBlock.SCHEMA, "", RestAuthorizer::check);
    }
}
