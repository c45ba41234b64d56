package sst.model.restapi;

import sst.model.gateway.RoutesBlock;
import sst.model.schema.PropType;

/** The routes of a REST API. */
public final class RestRoutesBlock extends RoutesBlock<RestRoute> {
    public RestRoutesBlock(PropType<RestRoute> type) {
        super(type);
    }
}
