package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sst.local.lambda.control.record.Members;

/**
 * In a template {@code ZipFile} is source text; CloudFormation zips it as {@code index} together with its response
 * module (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cfn-lambda-function-code-cfnresponsemodule.html).
 */
final class InlineCode {
    private InlineCode() {}

    static JsonNode zipped(JsonNode code, String runtime) {
        if (!code.hasNonNull("ZipFile")) {
            return code;
        }
        boolean isPython = runtime.startsWith("python");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(
                    zip,
                    isPython ? "index.py" : "index.js",
                    Members.text(code, "ZipFile").getBytes(StandardCharsets.UTF_8));
            add(
                    zip,
                    isPython ? "cfnresponse.py" : "cfn-response.js",
                    module(isPython ? "cfnresponse.py" : "cfnresponse.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode zipped = code.deepCopy();
        return zipped.put("ZipFile", bytes.toByteArray());
    }

    private static byte[] module(String name) throws IOException {
        try (InputStream in = InlineCode.class.getResourceAsStream("/sst/local/lambda/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same code must give the same digest.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
