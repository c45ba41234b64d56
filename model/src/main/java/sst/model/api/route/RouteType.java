package sst.model.api.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.OpenBlock;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.written.Body;
import sst.model.value.CdkOverride;

/** The forms of a route. */
record RouteType() implements PropType<Route> {
    private static final PropType<RouteKind.Kind> KIND = PropTypes.choice(RouteKind.Kind.class);

    /** What may stand in the block of a route; props of the same name have the same form in all of them. */
    private static final List<BlockSchema<?>> IN_A_BLOCK =
            List.of(RouteKindBlock.SCHEMA, FunctionRouteBlock.SCHEMA, UrlRouteBlock.SCHEMA, FunctionBlock.SCHEMA);

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
        if (raw instanceof Body body) {
            return fromMap(OpenBlock.read(body, "function", IN_A_BLOCK));
        }
        return raw instanceof Map<?, ?> map ? fromMap(map) : FunctionTarget.read(FunctionRouteBlock.SCHEMA, raw);
    }

    private static Route fromMap(Map<?, ?> map) {
        Map<Object, Object> props = new LinkedHashMap<>(map);
        Object type = props.remove("type");
        return switch (type == null ? RouteKind.Kind.FUNCTION : KIND.coerce(type)) {
            case FUNCTION -> FunctionTarget.read(FunctionRouteBlock.SCHEMA, props);
            case GRAPHQL -> graphql(props);
            case URL -> UrlRouteBlock.SCHEMA.read(props);
            case ALB -> requiring("albListener", AlbRouteBlock.SCHEMA.read(props));
            case NLB -> requiring("nlbListener", NlbRouteBlock.SCHEMA.read(props));
            case AWS -> requiring("integration", AwsRouteBlock.SCHEMA.read(props));
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
            throw Diagnostic.error(Code.MISSING_PROP, "the route needs '" + key + "' under 'cdk'")
                    .hint("write cdk: [" + key + ": " + example + "]")
                    .subject(key)
                    .asError();
        }
        return route;
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return Optional.of(OpenBlock.schema("function", IN_A_BLOCK));
    }

    @Override
    public List<BlockSchema<?>> blocks() {
        return List.of(
                RouteKindBlock.SCHEMA,
                FunctionRouteBlock.SCHEMA,
                GraphqlRouteBlock.SCHEMA,
                UrlRouteBlock.SCHEMA,
                AlbRouteBlock.SCHEMA,
                NlbRouteBlock.SCHEMA,
                AwsRouteBlock.SCHEMA);
    }
}
