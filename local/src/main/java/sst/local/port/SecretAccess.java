package sst.local.port;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads secrets of Secrets Manager, and adds to them; templates and databases use it. */
public interface SecretAccess {
    /**
     * The text of a secret.
     *
     * @param wanted which secret, and which version of it
     * @return empty when there is no such secret or version, or when it holds bytes
     */
    Optional<String> text(Wanted wanted);

    /** Puts members into the JSON text of a secret, as a new current version. */
    void merge(String region, String secretId, ObjectNode members);

    /**
     * A version of a secret.
     *
     * @param region of the secret
     * @param secretId its name or ARN
     * @param stage the label of the version; empty for {@code AWSCURRENT}
     * @param version its id; empty for the one with the label
     */
    record Wanted(String region, String secretId, String stage, String version) {
        /** The current version. */
        public static Wanted current(String region, String secretId) {
            return new Wanted(region, secretId, "", "");
        }
    }
}
