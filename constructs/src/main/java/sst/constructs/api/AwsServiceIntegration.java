package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.services.apigatewayv2.HttpIntegrationSubtype;
import software.amazon.awscdk.services.apigatewayv2.HttpIntegrationType;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegrationBindOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegrationConfig;
import software.amazon.awscdk.services.apigatewayv2.IntegrationCredentials;
import software.amazon.awscdk.services.apigatewayv2.MappingValue;
import software.amazon.awscdk.services.apigatewayv2.ParameterMapping;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;

/**
 * An API calling an AWS service itself, by a role that may do just that. The services are those of
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
public final class AwsServiceIntegration extends HttpRouteIntegration {
    private static final Map<String, String> IAM_PREFIXES = Map.of(
            "EVENTBRIDGE", "events",
            "SQS", "sqs",
            "APPCONFIG", "appconfig",
            "KINESIS", "kinesis",
            "STEPFUNCTIONS", "states");

    private final HttpRouteIntegrationConfig.Builder config = HttpRouteIntegrationConfig.builder();

    private AwsServiceIntegration(String id) {
        super(id);
    }

    /** The integration of a route, with its role. */
    static AwsServiceIntegration of(Spot place, String postfix, Map<String, Object> written) {
        Map<String, Object> props = new LinkedHashMap<>(written);
        HttpIntegrationSubtype subtype = subtype(props.remove("subtype"));
        AwsServiceIntegration integration = new AwsServiceIntegration("Integration_" + postfix);
        integration
                .config
                .payloadFormatVersion(PayloadFormatVersion.VERSION_1_0)
                .type(HttpIntegrationType.AWS_PROXY)
                .subtype(subtype)
                .credentials(IntegrationCredentials.fromRole(role(place, postfix, action(subtype))));
        if (props.get("parameterMapping") instanceof Map<?, ?> parameters) {
            props.remove("parameterMapping");
            integration.config.parameterMapping(mapping(place, parameters));
        }
        new CdkProps(place.site().values()).apply(integration.config, props);
        return integration;
    }

    @Override
    public HttpRouteIntegrationConfig bind(HttpRouteIntegrationBindOptions options) {
        return config.build();
    }

    /** {@code SQS-SendMessage}, as AWS writes it, or the CDK's constant. */
    private static HttpIntegrationSubtype subtype(Object written) {
        String wanted = String.valueOf(written).replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        List<HttpIntegrationSubtype> known = List.of(HttpIntegrationSubtype.values());
        return known.stream()
                .filter(each -> each.name().replace("_", "").equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names =
                            known.stream().map(HttpIntegrationSubtype::name).toList();
                    return Errors.of(Code.INVALID_VALUE, "API Gateway has no integration of subtype '" + written + "'")
                            .hint(Suggestion.hint(String.valueOf(written), names))
                            .subject("subtype")
                            .asError();
                });
    }

    /** {@code sqs:SendMessage} for {@code SQS_SEND_MESSAGE}. */
    private static String action(HttpIntegrationSubtype subtype) {
        String[] words = subtype.name().split("_");
        String call = Stream.of(words)
                .skip(1)
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return IAM_PREFIXES.get(words[0]) + ":" + call;
    }

    private static Role role(Spot place, String postfix, String action) {
        PolicyStatement call = PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of("*"))
                .build();
        return Role.Builder.create(place.scope(), "IntegrationRole_" + postfix)
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "Policy",
                        PolicyDocument.Builder.create()
                                .statements(List.of(call))
                                .build()))
                .build();
    }

    private static ParameterMapping mapping(Spot place, Map<?, ?> parameters) {
        Map<String, MappingValue> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(
                String.valueOf(name),
                value instanceof MappingValue given
                        ? given
                        : MappingValue.custom(place.site().values().text(String.valueOf(value)))));
        return ParameterMapping.fromObject(values);
    }
}
