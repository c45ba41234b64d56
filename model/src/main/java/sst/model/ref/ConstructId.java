package sst.model.ref;

/**
 * The identity of a construct.
 *
 * @param stack the stack's name in the config, such as {@code data}
 * @param type SST's class name, such as {@code Table}
 * @param id the id that the user gave, such as {@code Notes}
 */
public record ConstructId(String stack, String type, String id) {
    /** {@code data/Notes}, as plans and messages show it. */
    public String path() {
        return stack + "/" + id;
    }
}
