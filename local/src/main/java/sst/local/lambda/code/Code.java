package sst.local.lambda.code;

import java.util.Base64;
import java.util.HexFormat;

/**
 * A function's code.
 *
 * @param sha256 the digest of its zip file in base64, as {@code CodeSha256} shows it
 * @param size of the zip file in bytes
 */
public record Code(String sha256, long size) {
    /** The digest as files are named by it. */
    public String hex() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
    }
}
