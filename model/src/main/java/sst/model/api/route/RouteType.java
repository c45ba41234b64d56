package sst.model.api.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.Mismatch;
import sst.model.schema.PropType;
import sst.model.schema.Shown;
import sst.model.value.CdkOverride;

/** The forms of a route. */
record RouteType() implements PropType<Route> {
    @Override
    public String description() {
        return "a handler such as 'src/list.main', a function, a block of function props, or a map with type: "
                + "function, graphql, url, alb, nlb or aws";
    }

    @Override
    public Route coerce(Object raw) {
        if (raw instanceof Route route) {
            return route;
        }
        return raw instanceof Map<?, ?> map ? fromMap(map) : FunctionTarget.read(FunctionRouteBlock.SCHEMA, raw);
    }

    private static Route fromMap(Map<?, ?> map) {
        String type = String.valueOf(map.containsKey("type") ? map.get("type") : "function");
        Map<Object, Object> props = new LinkedHashMap<>(map);
        props.remove("type");
        return switch (type) {
            case "function" -> FunctionTarget.read(FunctionRouteBlock.SCHEMA, props);
            case "graphql" -> graphql(props);
            case "url" -> UrlRouteBlock.SCHEMA.read(props);
            case "alb" -> requiring("albListener", AlbRouteBlock.SCHEMA.read(props));
            case "nlb" -> requiring("nlbListener", NlbRouteBlock.SCHEMA.read(props));
            case "aws" -> requiring("integration", AwsRouteBlock.SCHEMA.read(props));
            default ->
                throw new Mismatch(
                        Shown.of(type) + " is no type of route", "write one of function, graphql, url, alb, nlb, aws");
        };
    }

    private static Route graphql(Map<Object, Object> props) {
        if (props.containsKey("pothos")) {
            throw Diagnostic.error(Code.UNSUPPORTED, "'pothos' is not supported: the schema is not extracted here")
                    .hint("write the schema in a build step of your own")
                    .subject("pothos")
                    .asError();
        }
        return FunctionTarget.read(GraphqlRouteBlock.SCHEMA, props);
    }

    private static Route requiring(String key, Route route) {
        CdkOverride given = route.cdk().get(key);
        boolean isListener = !key.equals("integration");
        if (given == null || (isListener && !given.isGiven())) {
            String example = isListener ? "{ scope -> … }" : "[subtype: 'SQS-SendMessage', …]";
            throw new Mismatch(
                    "the route needs '" + key + "' under 'cdk'", "write cdk { " + key + " " + example + " }");
        }
        return route;
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return Optional.of(FunctionBlock.SCHEMA);
    }
}
