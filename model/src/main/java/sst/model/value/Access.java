package sst.model.value;

/** How much of a resource {@code bind} grants. */
public enum Access {
    /** SST v2's grant: every action on the resource. */
    ALL("all"),
    READ("read"),
    WRITE("write"),
    READ_WRITE("readWrite");

    private final String text;

    Access(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
