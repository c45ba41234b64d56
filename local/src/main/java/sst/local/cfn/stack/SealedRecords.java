package sst.local.cfn.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import sst.local.store.Store;
import sst.local.store.Vault;

/**
 * Keeps what CloudFormation knows of stacks sealed: values of {@code NoEcho} parameters, and properties made of them, are
 * needed again for {@code UsePreviousValue} and rollbacks, and must not lie open in the store file.
 */
public final class SealedRecords {
    private static final String SEALED = "sealed";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Vault vault;

    /** Records of this store, all with one key. */
    public SealedRecords(Store store) {
        this.vault = new Vault(store.folder("keys").resolve("cloudformation.key"), new SecureRandom());
    }

    /** What is kept of a record. */
    public JsonNode write(Record value) {
        return seal(Records.write(value).toString());
    }

    /** The record that was kept, in a state folder of an older version as it is. */
    public <R extends Record> R read(JsonNode kept, Class<R> type) {
        return Records.read(kept.has(SEALED) ? parse(open(kept), type) : kept, type);
    }

    /** What is kept of a text. */
    JsonNode seal(String text) {
        return JsonNodeFactory.instance.objectNode().put(SEALED, vault.seal(text));
    }

    /** The text that was kept, in a state folder of an older version as it is. */
    String open(JsonNode kept) {
        return kept.has(SEALED) ? vault.open(kept.path(SEALED).asText()) : kept.asText();
    }

    private static JsonNode parse(String json, Class<?> type) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("cannot read a stored " + type.getSimpleName(), unreadable);
        }
    }
}
