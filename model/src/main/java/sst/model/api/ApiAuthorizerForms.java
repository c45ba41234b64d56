package sst.model.api;

import sst.model.gateway.CheckedType;
import sst.model.schema.PropType;

/** How an authorizer is written. */
public final class ApiAuthorizerForms {
    private ApiAuthorizerForms() {}

    /** Props that fit together. */
    public static PropType<ApiAuthorizer> type() {
        return new CheckedType<>(() -> ApiAuthorizerBlock.SCHEMA, "", ApiAuthorizer::check);
    }
}
