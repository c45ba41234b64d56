package sst.model.api.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A route answered by an AWS service without a function between. */
@Nested("A route answered by an AWS service, without a function between.")
public record AwsRoute(
        @Nullable @Prop("Who may call; the API's default when left out.") String authorizer,
        @Prop("Scopes of which a token has to have one; the API's default when left out.")
                List<String> authorizationScopes,
        @Prop(
                        value = "The call (integration): subtype and parameterMapping.",
                        example =
                                "integration: [subtype: 'SQS-SendMessage', parameterMapping: [MessageBody: '$request.body']]")
                Map<String, CdkOverride> cdk)
        implements Route {}
