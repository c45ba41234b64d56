package sst.model.app;

/** What happens to data when its resource is removed. */
public enum Removal {
    DESTROY("destroy"),
    RETAIN("retain"),
    SNAPSHOT("snapshot");

    private final String text;

    Removal(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
