package sst.model.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sst.model.function.Function;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
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
        private static final PropType<FunctionDefinition> FUNCTION = FunctionDefinition.type();

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
            return raw instanceof Map<?, ?> map ? fromMap(map) : toFunction(Map.of("function", FUNCTION.coerce(raw)));
        }

        private static Route fromMap(Map<?, ?> map) {
            String type = String.valueOf(map.containsKey("type") ? map.get("type") : "function");
            return switch (type) {
                case "function" -> toFunction(split(map));
                case "url" -> new ToUrl(String.valueOf(map.get("url")));
                default ->
                    throw new Mismatch(
                            "a route of type " + Shown.of(type) + " is not supported",
                            "write type: 'function' or type: 'url'");
            };
        }

        /** Keys of the route stay; all others are props of its function. */
        private static Map<String, Object> split(Map<?, ?> map) {
            Map<String, Object> route = new LinkedHashMap<>();
            Map<String, Object> function = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                String name = String.valueOf(key);
                boolean isRoutes = FunctionRouteBlock.SCHEMA.prop(name).isPresent();
                if (!name.equals("type")) {
                    (isRoutes ? route : function).put(name, value);
                }
            });
            if (!function.isEmpty()) {
                route.put("function", FUNCTION.coerce(function));
            }
            return route;
        }

        private static Route toFunction(Map<String, Object> props) {
            return new ToFunction(FunctionRouteBlock.SCHEMA.read(props));
        }

        @Override
        public Optional<BlockSchema<?>> block() {
            return Optional.of(FunctionBlock.SCHEMA);
        }
    }
}
