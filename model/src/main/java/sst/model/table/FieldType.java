package sst.model.table;

/** The type of a key attribute. */
public enum FieldType {
    STRING("string"),
    NUMBER("number"),
    BINARY("binary");

    private final String text;

    FieldType(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
