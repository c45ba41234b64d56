package sst.local.restapi.control;

import java.util.Set;

/** What a REST API is made of beside its methods, which are part of their resources. */
public enum RestKind {
    /** A part of a path. */
    RESOURCE("resources", "id", "parentId pathPart"),
    /** Resources and methods as they were at one moment. */
    DEPLOYMENT("deployments", "id", "description"),
    /** A name under which a deployment answers. */
    STAGE(
            "stages",
            "stageName",
            "accessLogSettings deploymentId description methodSettings stageName tags tracingEnabled variables"),
    /** Who may call methods. */
    AUTHORIZER(
            "authorizers",
            "id",
            "authType authorizerCredentials authorizerResultTtlInSeconds authorizerUri identitySource"
                    + " identityValidationExpression name type"),
    /** What errors of API Gateway itself look like. */
    GATEWAY_RESPONSE(
            "gatewayresponses", "responseType", "responseParameters responseTemplates responseType statusCode");

    private final String path;
    private final String idMember;
    private final String members;

    RestKind(String path, String idMember, String members) {
        this.path = path;
        this.idMember = idMember;
        this.members = members;
    }

    /** Its plural in paths. */
    public String path() {
        return path;
    }

    /** The member that identifies one. */
    public String idMember() {
        return idMember;
    }

    /** The members that are kept; all others are refused. */
    Set<String> members() {
        return Set.of(members.split(" "));
    }
}
