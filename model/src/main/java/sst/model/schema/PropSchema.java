package sst.model.schema;

import java.util.List;

/**
 * One prop as completion, lint and docs see it.
 *
 * @param name SST v2's name
 * @param type the form of its value
 * @param doc what it is for
 * @param defaultsTo the default as a user would write it; empty for none
 * @param example a value as a user would write it; may be empty
 * @param required whether the block is wrong without it
 * @param synonyms other names that mean the same
 */
public record PropSchema(
        String name,
        PropType<?> type,
        String doc,
        String defaultsTo,
        String example,
        boolean required,
        List<String> synonyms) {
    public PropSchema {
        synonyms = List.copyOf(synonyms);
    }
}
