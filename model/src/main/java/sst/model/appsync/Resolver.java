package sst.model.appsync;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.function.Function;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionTarget;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** What answers a field of a GraphQL API: a function of its own, or a data source. */
@Nested("What answers a field of a GraphQL API.")
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public record Resolver(
        @Nullable @Prop(value = "The function.", example = "'src/list.main'") FunctionDefinition function,
        @Nullable @Prop("The name of a data source, in place of a function.") String dataSource,
        @Nullable @Prop("How the request is translated.") MappingTemplate requestMapping,
        @Nullable @Prop("How the answer is translated.") MappingTemplate responseMapping,
        @Prop("CDK props of the resolver (resolver), merged last.") Map<String, CdkOverride> cdk)
        implements Receiver {
    /** A data source's name, a handler (which has a dot), a function, or props. */
    public static PropType<Resolver> type() {
        PropType<Resolver> props = FunctionTarget.type(() -> ResolverBlock.SCHEMA);
        return new PropType<>() {
            @Override
            public String description() {
                return "the name of a data source, " + props.description();
            }

            @Override
            public Resolver coerce(Object raw) {
                return raw instanceof CharSequence name && !name.toString().contains(".")
                        ? ResolverBlock.SCHEMA.read(Map.of("dataSource", name))
                        : props.coerce(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(ResolverBlock.SCHEMA);
            }
        };
    }
}
