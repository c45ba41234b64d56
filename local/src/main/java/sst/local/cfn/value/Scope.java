package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The names that an expression may use, and what they are worth now. */
public interface Scope {
    /** Stands for a value that is known only once a change is made, as AWS's change sets write it. */
    String UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

    /** What {@code Ref} gives for a parameter, pseudo parameter or resource; empty when the name means nothing. */
    Optional<JsonNode> ref(String name);

    /** What {@code Fn::GetAtt} gives; empty when the resource has no such attribute. */
    Optional<JsonNode> attribute(String logicalId, String attribute);

    /** A value of the template's mappings; a missing node when there is none. */
    JsonNode mapping(String map, String first, String second);

    /** The expression behind a condition's name; a missing node when there is none. */
    JsonNode condition(String name);

    /** The value that another stack exports under the name. */
    Optional<String> imported(String exportName);

    /** The value of an SSM parameter, for dynamic references. */
    Optional<String> systemParameter(String name);

    /** The region of the stack. */
    String region();
}
