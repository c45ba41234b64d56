package sst.model.app;

/** Where an app is deployed. */
public enum Cloud {
    AWS("aws"),
    LOCAL("local");

    private final String text;

    Cloud(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
