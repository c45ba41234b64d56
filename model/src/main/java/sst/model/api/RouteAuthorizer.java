package sst.model.api;

/** Who may call a route, where no named authorizer decides. */
public enum RouteAuthorizer {
    NONE("none"),
    IAM("iam");

    private final String text;

    RouteAuthorizer(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
