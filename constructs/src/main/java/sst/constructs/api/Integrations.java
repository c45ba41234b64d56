package sst.constructs.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpAlbIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpNlbIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkListener;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.model.api.ApiDefaults;
import sst.model.api.route.AlbRoute;
import sst.model.api.route.AwsRoute;
import sst.model.api.route.NlbRoute;
import sst.model.api.route.PayloadFormat;
import sst.model.api.route.Route;
import sst.model.api.route.UrlRoute;
import sst.model.value.CdkOverride;

/** What answers routes without a function of the app. */
final class Integrations {
    private static final String INTEGRATION = "integration";

    private Integrations() {}

    static HttpRouteIntegration of(Spot place, String postfix, Route route) {
        String id = "Integration_" + postfix;
        CdkOverride own = CdkProps.of(route.cdk(), INTEGRATION);
        if (route instanceof UrlRoute url) {
            CdkProps.requireKeys(route.cdk(), List.of(INTEGRATION));
            String address = place.site().values().text(requireNonNull(url.url()));
            return Resource.with(place, HttpUrlIntegration.Builder.create(id, address), own.props())
                    .build();
        }
        if (route instanceof AlbRoute) {
            IApplicationListener listener = listener(place, route, "albListener", IApplicationListener.class);
            return Resource.with(place, HttpAlbIntegration.Builder.create(id, listener), own.props())
                    .build();
        }
        if (route instanceof NlbRoute) {
            INetworkListener listener = listener(place, route, "nlbListener", INetworkListener.class);
            return Resource.with(place, HttpNlbIntegration.Builder.create(id, listener), own.props())
                    .build();
        }
        if (route instanceof AwsRoute) {
            CdkProps.requireKeys(route.cdk(), List.of(INTEGRATION));
            return AwsServiceIntegration.of(place, postfix, own.props());
        }
        throw new IllegalArgumentException("a function answers " + route);
    }

    private static <T> T listener(Spot place, Route route, String key, Class<T> type) {
        CdkProps.requireKeys(route.cdk(), List.of(key, INTEGRATION));
        return Resource.given(place, CdkProps.of(route.cdk(), key), type);
    }

    static PayloadFormatVersion payload(@Nullable PayloadFormat own, @Nullable ApiDefaults defaults) {
        PayloadFormat chosen = own != null || defaults == null ? own : defaults.payloadFormatVersion();
        return chosen == PayloadFormat.V1 ? PayloadFormatVersion.VERSION_1_0 : PayloadFormatVersion.VERSION_2_0;
    }
}
