package sst.model.api;

import java.util.Map;
import java.util.Optional;
import sst.model.function.Function;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.Coerced;
import sst.model.schema.Mismatch;
import sst.model.schema.PropType;
import sst.model.schema.Shown;

/** What answers a route of an HTTP API. */
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public sealed interface Route {
    /** A function answers. */
    record ToFunction(FunctionRouteProps props) implements Route {}

    /** Another HTTP server answers. */
    record ToUrl(String url) implements Route {}

    /** A handler, a function, function props, route props, or {@code [type: 'url', url: …]}. */
    static PropType<Route> type() {
        return new RouteType();
    }

    /** The forms of a route. */
    final class RouteType implements PropType<Route> {
        @Override
        public String description() {
            return "a handler such as 'src/list.main', a function, or a block of function props";
        }

        @Override
        public Route coerce(Object raw) {
            if (raw instanceof Route route) {
                return route;
            }
            if (raw instanceof FunctionRouteProps props) {
                return new ToFunction(props);
            }
            return raw instanceof Map<?, ?> map
                    ? fromMap(map)
                    : new ToFunction(FunctionTarget.read(FunctionRouteBlock.SCHEMA, raw));
        }

        private static Route fromMap(Map<?, ?> map) {
            String type = String.valueOf(map.containsKey("type") ? map.get("type") : "function");
            return switch (type) {
                case "function" -> new ToFunction(FunctionTarget.read(FunctionRouteBlock.SCHEMA, map));
                case "url" -> new ToUrl(String.valueOf(map.get("url")));
                default ->
                    throw new Mismatch(
                            "a route of type " + Shown.of(type) + " is not supported",
                            "write type: 'function' or type: 'url'");
            };
        }

        @Override
        public Optional<BlockSchema<?>> block() {
            return Optional.of(FunctionBlock.SCHEMA);
        }
    }
}
