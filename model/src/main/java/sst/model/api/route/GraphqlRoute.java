package sst.model.api.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.Receiver;
import sst.model.function.FunctionDefinition;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A route answered by a function that speaks GraphQL; it finds its path in {@code GRAPHQL_ENDPOINT}. */
@Nested("A route answered by a function that speaks GraphQL.")
public record GraphqlRoute(
        @Nullable @Prop(value = "The function.", example = "'src/graphql.main'") FunctionDefinition function,
        @Nullable @Prop("Who may call; the API's default when left out.") String authorizer,
        @Prop("Scopes of which a token has to have one; the API's default when left out.")
                List<String> authorizationScopes,
        @Prop("A closure that returns a function of the CDK: function.") Map<String, CdkOverride> cdk)
        implements Route, Receiver {}
