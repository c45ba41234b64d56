package sst.model.schema.written;

/** Something that may stand where a text goes, such as a {@code cdk} block that returns one. */
public interface Textual {
    /** The text, or a reference to it. */
    CharSequence asText();
}
