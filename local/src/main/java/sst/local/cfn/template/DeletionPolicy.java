package sst.local.cfn.template;

/**
 * What happens to a resource that leaves its stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html">AWS</a>
 */
public enum DeletionPolicy {
    /** It is deleted. */
    DELETE("Delete"),
    /** It stays, out of the stack's reach. */
    RETAIN("Retain"),
    /** It stays, unless it was made by the very operation that is rolled back. */
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate"),
    /** AWS deletes it after a snapshot; the local cloud makes none and keeps it. */
    SNAPSHOT("Snapshot");

    private final String text;

    DeletionPolicy(String text) {
        this.text = text;
    }

    /** The word of the template. */
    public String text() {
        return text;
    }

    /** Whether the resource stays when an operation removes it. */
    public boolean keeps() {
        return this != DELETE;
    }

    /** Whether the resource stays when the creation of it is rolled back. */
    public boolean keepsNew() {
        return this == RETAIN;
    }

    static DeletionPolicy of(String text, String attribute) {
        for (DeletionPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new TemplateError("Template format error: Unrecognized " + attribute + " " + text);
    }
}
