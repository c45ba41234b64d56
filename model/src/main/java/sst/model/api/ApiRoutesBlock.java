package sst.model.api;

import sst.model.api.route.Route;
import sst.model.gateway.RoutesBlock;
import sst.model.schema.PropType;

/** The routes of an HTTP API; {@code $default} takes what no other route does. */
public final class ApiRoutesBlock extends RoutesBlock<Route> {
    public ApiRoutesBlock(PropType<Route> type) {
        super(type);
    }

    @Override
    protected boolean isApart(String key) {
        return key.equals("$default");
    }
}
