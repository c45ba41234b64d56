package sst.local.apigateway;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import sst.local.cfn.resource.ResourceRequest;

/** Ids of ten letters and digits that stay the same when a creation is repeated after a kill. */
public final class StableId {
    private static final int LENGTH = 9;

    private StableId() {}

    /** The id of what the request makes. */
    public static String of(ResourceRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(request.generatedName().getBytes(StandardCharsets.UTF_8));
            // API ids begin with a letter.
            char first = (char) ('a' + (digest[0] & 0xff) % 26);
            return first + new BigInteger(1, digest).toString(36).substring(1, LENGTH + 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
