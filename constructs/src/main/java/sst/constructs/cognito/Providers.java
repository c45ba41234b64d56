package sst.constructs.cognito;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.OpenIdConnectProvider;
import sst.constructs.event.Spot;
import sst.model.cognito.FederationProps;

/** The providers beside the user pool that users may come from. */
record Providers(Spot spot, FederationProps props) {
    private static final String SECURE = "https://";

    /** What the app is called at each provider, by the name that Cognito has for the provider. */
    Map<String, String> social() {
        Map<String, String> apps = new LinkedHashMap<>();
        if (props.amazon() != null) {
            apps.put("www.amazon.com", text(props.amazon().appId()));
        }
        if (props.facebook() != null) {
            apps.put("graph.facebook.com", text(props.facebook().appId()));
        }
        if (props.google() != null) {
            apps.put("accounts.google.com", text(props.google().clientId()));
        }
        if (props.twitter() != null) {
            apps.put(
                    "api.twitter.com",
                    text(props.twitter().consumerKey() + ";" + props.twitter().consumerSecret()));
        }
        if (props.apple() != null) {
            apps.put("appleid.apple.com", text(props.apple().servicesId()));
        }
        return apps;
    }

    private String text(String written) {
        return spot.site().values().text(written);
    }

    /** ARNs of providers that speak OpenID Connect. */
    List<String> openId() {
        if (props.auth0() == null) {
            return List.of();
        }
        String domain = text(props.auth0().domain());
        return List.of(OpenIdConnectProvider.Builder.create(spot.scope(), "Auth0Provider")
                .url(domain.startsWith(SECURE) ? domain : SECURE + domain)
                .clientIds(List.of(text(props.auth0().clientId())))
                .build()
                .getOpenIdConnectProviderArn());
    }
}
