package sst.local.s3.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;

/** The calls on buckets as such. */
record BucketCalls(Storage storage) {
    private static final String CLASSIC = "us-east-1";
    private static final int MOST = 10_000;

    HttpReply list(S3Call call) {
        int most = call.number("max-buckets", MOST);
        if (most < 1 || most > MOST) {
            throw S3Exception.invalidArgument("Argument max-buckets must be an integer between 1 and " + MOST);
        }
        List<JsonNode> rest = storage.buckets().all().stream()
                .filter(bucket -> isWanted(call, bucket))
                .toList();
        List<JsonNode> page = rest.subList(0, Math.min(most, rest.size()));
        return S3Reply.xml("ListAllMyBucketsResult", xml -> {
            xml.open("Owner").leaf("ID", call.request().context().account()).close();
            xml.open("Buckets");
            page.forEach(bucket -> xml.open("Bucket")
                    .leaf("Name", bucket.path("name").asText())
                    .leaf("CreationDate", S3Reply.xmlDate(bucket.path("created").asLong()))
                    .leaf("BucketRegion", bucket.path("region").asText())
                    .close());
            xml.close();
            if (!call.parameter("prefix").isEmpty()) {
                xml.leaf("Prefix", call.parameter("prefix"));
            }
            if (page.size() < rest.size()) {
                String last = page.get(page.size() - 1).path("name").asText();
                xml.leaf("ContinuationToken", ListCalls.encoded(last));
            }
        });
    }

    private static boolean isWanted(S3Call call, JsonNode bucket) {
        String name = bucket.path("name").asText();
        String token = call.parameter("continuation-token");
        String region = call.parameter("bucket-region");
        return name.startsWith(call.parameter("prefix"))
                && (token.isEmpty() || name.compareTo(ListCalls.decoded(token)) > 0)
                && (region.isEmpty() || region.equals(bucket.path("region").asText()));
    }

    HttpReply create(S3Call call) {
        String body = call.document();
        String region = call.request().context().region();
        if (!body.isBlank()) {
            String wanted = Element.parse(body, "CreateBucketConfiguration").value("LocationConstraint");
            region = wanted.isEmpty() ? CLASSIC : wanted.equals("EU") ? "eu-west-1" : wanted;
        }
        boolean isNew = storage.buckets().ensure(call.bucket(), region);
        // AWS answers a repeated creation with success in its first region only.
        if (!isNew && !region.equals(CLASSIC)) {
            throw new AwsException(
                    409,
                    "BucketAlreadyOwnedByYou",
                    "Your previous request to create the named bucket succeeded and you already own it.",
                    Map.of("BucketName", call.bucket()));
        }
        return S3Reply.empty(200, Map.of("Location", "/" + call.bucket()));
    }

    HttpReply head(S3Call call) {
        ObjectNode bucket = storage.buckets().existing(call.bucket());
        return S3Reply.empty(
                200,
                Map.of("x-amz-bucket-region", bucket.path("region").asText(), "x-amz-access-point-alias", "false"));
    }

    HttpReply delete(S3Call call) {
        storage.deleteBucket(call.bucket());
        return HttpReply.empty(204);
    }

    HttpReply location(S3Call call) {
        String region = storage.buckets().existing(call.bucket()).path("region").asText();
        String text = region.equals(CLASSIC) ? "" : region;
        return S3Reply.document(
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint xmlns=\"" + S3Reply.NAMESPACE + "\">"
                        + text + "</LocationConstraint>");
    }

    HttpReply versioning(S3Call call) {
        String status = storage.buckets().versioning(call.bucket());
        return S3Reply.xml("VersioningConfiguration", xml -> {
            if (!status.isEmpty()) {
                xml.leaf("Status", status);
            }
        });
    }

    HttpReply putVersioning(S3Call call) {
        String status =
                Element.parse(call.document(), "VersioningConfiguration").value("Status");
        if (!status.equals("Enabled") && !status.equals("Suspended")) {
            throw S3Exception.malformedXml();
        }
        storage.buckets().version(call.bucket(), status);
        return HttpReply.empty(200);
    }
}
