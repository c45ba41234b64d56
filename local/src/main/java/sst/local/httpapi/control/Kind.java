package sst.local.httpapi.control;

import java.util.Set;

/** What an API is made of, how the wire names it, and which members of it are kept. */
public enum Kind {
    /** One request pattern. */
    ROUTE("routes", "routeId", "Route"),
    /** Where requests go. */
    INTEGRATION("integrations", "integrationId", "Integration"),
    /** A name under which a deployment answers. */
    STAGE("stages", "stageName", "Stage"),
    /** Routes and integrations as they were at one moment. */
    DEPLOYMENT("deployments", "deploymentId", "Deployment");

    private final String path;
    private final String idMember;
    private final String title;

    Kind(String path, String idMember, String title) {
        this.path = path;
        this.idMember = idMember;
        this.title = title;
    }

    /** Its plural in paths. */
    public String path() {
        return path;
    }

    /** The member that identifies one. */
    public String idMember() {
        return idMember;
    }

    /** Its name in operations, such as {@code Route}. */
    public String title() {
        return title;
    }

    /** The members that are kept; all others are refused. */
    public Set<String> members() {
        return switch (this) {
            case ROUTE ->
                Set.of(
                        "apiKeyRequired",
                        "authorizationScopes",
                        "authorizationType",
                        "operationName",
                        "routeKey",
                        "target");
            case INTEGRATION ->
                Set.of(
                        "connectionType",
                        "credentialsArn",
                        "description",
                        "integrationMethod",
                        "integrationType",
                        "integrationUri",
                        "payloadFormatVersion",
                        "timeoutInMillis");
            case STAGE ->
                Set.of(
                        "accessLogSettings",
                        "autoDeploy",
                        "defaultRouteSettings",
                        "deploymentId",
                        "description",
                        "routeSettings",
                        "stageName",
                        "stageVariables",
                        "tags");
            case DEPLOYMENT -> Set.of("description");
        };
    }
}
