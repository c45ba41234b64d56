package sst.model.api.route;

/** The shape of the event that an HTTP API hands to a function. */
public enum PayloadFormat {
    V1("1.0"),
    V2("2.0");

    private final String text;

    PayloadFormat(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
