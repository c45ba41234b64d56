package sst.repl.complete;

/**
 * Something that could be typed next.
 *
 * @param text what stands in the line when it is taken
 * @param group what it is, for the heading above it
 * @param doc its type and what it is for, in a few words; may be empty
 * @param suffix what is put behind it; may be empty
 */
public record Proposal(String text, String group, String doc, String suffix) {
    static Proposal of(String text, String group, String doc) {
        return new Proposal(text, group, doc, "");
    }
}
