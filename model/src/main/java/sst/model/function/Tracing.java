package sst.model.function;

/** Whether AWS X-Ray traces a function. */
public enum Tracing {
    ACTIVE("active"),
    PASS_THROUGH("pass_through"),
    DISABLED("disabled");

    private final String text;

    Tracing(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
