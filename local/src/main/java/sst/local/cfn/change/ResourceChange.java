package sst.local.cfn.change;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change set would do to one resource.
 *
 * @param action to be taken
 * @param logicalId in the template
 * @param physicalId of what exists; empty for an addition
 * @param type of the resource
 * @param replacement whether the resource is replaced; only for a modification
 * @param scope the parts of the declaration that differ: {@code Properties}, {@code Metadata}, {@code Tags}, policies
 * @param details what differs, one by one
 */
public record ResourceChange(
        Action action,
        String logicalId,
        String physicalId,
        String type,
        Replacement replacement,
        Set<String> scope,
        List<Detail> details) {
    /** What is done. */
    public enum Action {
        ADD("Add"),
        MODIFY("Modify"),
        REMOVE("Remove");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** AWS's word. */
        public String text() {
            return text;
        }
    }

    /** Whether the resource is replaced. */
    public enum Replacement {
        TRUE("True"),
        FALSE("False"),
        CONDITIONAL("Conditional");

        private final String text;

        Replacement(String text) {
            this.text = text;
        }

        /** AWS's word. */
        public String text() {
            return text;
        }
    }

    /**
     * One difference.
     *
     * @param attribute the part of the declaration, such as {@code Properties}
     * @param name the property; empty for other parts
     * @param recreation whether it replaces the resource
     * @param isStatic whether its value is known before the change
     * @param source AWS's word for where it comes from, such as {@code DirectModification}
     * @param cause the parameter or resource that it comes from; empty for the template itself
     */
    public record Detail(
            String attribute, String name, Recreation recreation, boolean isStatic, String source, String cause) {}

    public ResourceChange {
        scope = java.util.Collections.unmodifiableSet(new TreeSet<>(scope));
        details = List.copyOf(details);
    }
}
