package sst.local.httpapi.control;

import java.util.Set;

/** What an API is made of, how the wire names it, and which members of it are kept. */
public enum Kind {
    /** One request pattern. */
    ROUTE(
            "Route",
            "routeId",
            "apiKeyRequired authorizationScopes authorizationType authorizerId operationName routeKey"
                    + " routeResponseSelectionExpression target"),
    /** Where requests go. */
    INTEGRATION(
            "Integration",
            "integrationId",
            "connectionType credentialsArn description integrationMethod integrationType integrationUri"
                    + " payloadFormatVersion timeoutInMillis"),
    /** A name under which a deployment answers. */
    STAGE(
            "Stage",
            "stageName",
            "accessLogSettings autoDeploy defaultRouteSettings deploymentId description routeSettings stageName"
                    + " stageVariables tags"),
    /** Routes and integrations as they were at one moment. */
    DEPLOYMENT("Deployment", "deploymentId", "description"),

    /** Who may call routes. */
    AUTHORIZER(
            "Authorizer",
            "authorizerId",
            "authorizerCredentialsArn authorizerPayloadFormatVersion authorizerResultTtlInSeconds authorizerType"
                    + " authorizerUri enableSimpleResponses identitySource jwtConfiguration name");

    private final String title;
    private final String idMember;
    private final String members;

    Kind(String title, String idMember, String members) {
        this.title = title;
        this.idMember = idMember;
        this.members = members;
    }

    /** Its name in operations, such as {@code Route}. */
    public String title() {
        return title;
    }

    /** Its plural in paths. */
    public String path() {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1) + "s";
    }

    /** The member that identifies one. */
    public String idMember() {
        return idMember;
    }

    /** The members that are kept; all others are refused. */
    public Set<String> members() {
        return Set.of(members.split(" "));
    }
}
