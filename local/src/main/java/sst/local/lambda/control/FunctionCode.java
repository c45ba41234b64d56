package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import sst.local.lambda.code.Code;
import sst.local.lambda.code.CodeStore;
import sst.local.lambda.code.CodeStore.BadCodeException;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.Members;
import sst.local.port.ObjectReader;

/** Takes a function's code from where a call says it is: in the call itself, or in a bucket. */
final class FunctionCode {
    private final CodeStore store;
    private final ObjectReader objects;

    FunctionCode(CodeStore store, ObjectReader objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Keeps the code that {@code ZipFile}, or {@code S3Bucket} and {@code S3Key}, lead to. */
    Code take(JsonNode source) {
        if (source.hasNonNull("ImageUri")) {
            throw Faults.unsupported("Code.ImageUri");
        }
        try (InputStream zip = open(source)) {
            return store.add(zip);
        } catch (BadCodeException e) {
            throw Faults.invalid(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the code if no function has it any more. */
    void dropUnused(JsonNode config, FunctionRecords records) {
        String sha = Members.text(config, "CodeSha256");
        records.afterwards(() -> {
            if (!records.isCodeUsed(sha)) {
                store.remove(new Code(sha, 0));
            }
        });
    }

    private InputStream open(JsonNode source) throws IOException {
        String inline = Members.text(source, "ZipFile");
        if (!inline.isEmpty()) {
            try {
                return new ByteArrayInputStream(Base64.getMimeDecoder().decode(inline));
            } catch (IllegalArgumentException e) {
                throw Faults.invalid("Could not decode ZipFile: " + e.getMessage());
            }
        }
        String bucket = Members.text(source, "S3Bucket");
        String key = Members.text(source, "S3Key");
        if (bucket.isEmpty() || key.isEmpty()) {
            throw Faults.invalid("Please provide a source for function code.");
        }
        Path file = objects.find(bucket, key)
                .orElseThrow(() -> Faults.invalid("Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error"
                        + " Message: The specified key does not exist: s3://" + bucket + "/" + key));
        return Files.newInputStream(file);
    }
}
