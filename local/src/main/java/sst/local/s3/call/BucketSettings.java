package sst.local.s3.call;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Json;

/** Settings of buckets that are kept and shown, and not acted upon. What would have to be acted upon is refused. */
record BucketSettings(Buckets buckets) {
    private static final String ACL_GRANTEE = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    /**
     * A setting.
     *
     * @param name the parameter that marks it
     * @param root the root element of its document
     * @param absent the error code when it was never put; a document when AWS answers one; see {@link #isDocument}
     */
    private record Setting(String name, String root, String absent) {
        boolean isDocument() {
            return absent.startsWith("<");
        }
    }

    private static final List<Setting> SETTINGS = List.of(
            new Setting("policy", "", "NoSuchBucketPolicy"),
            new Setting("tagging", "Tagging", "NoSuchTagSet"),
            new Setting("cors", "CORSConfiguration", "NoSuchCORSConfiguration"),
            new Setting("lifecycle", "LifecycleConfiguration", "NoSuchLifecycleConfiguration"),
            new Setting(
                    "encryption",
                    "ServerSideEncryptionConfiguration",
                    "<ServerSideEncryptionConfiguration xmlns=\"" + S3Reply.NAMESPACE
                            + "\"><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                            + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>"
                            + "</ServerSideEncryptionConfiguration>"),
            new Setting("publicAccessBlock", "PublicAccessBlockConfiguration", "NoSuchPublicAccessBlockConfiguration"),
            new Setting("ownershipControls", "OwnershipControls", "OwnershipControlsNotFoundError"),
            new Setting("website", "WebsiteConfiguration", "NoSuchWebsiteConfiguration"),
            new Setting(
                    "logging", "BucketLoggingStatus", "<BucketLoggingStatus xmlns=\"" + S3Reply.NAMESPACE + "\"/>"));

    void addTo(Map<String, Function<S3Call, HttpReply>> calls) {
        for (Setting setting : SETTINGS) {
            calls.put("GET bucket " + setting.name(), call -> get(call, setting));
            calls.put("PUT bucket " + setting.name(), call -> put(call, setting));
            calls.put("DELETE bucket " + setting.name(), call -> delete(call, setting));
        }
        calls.put("GET bucket acl", this::acl);
        calls.put("PUT bucket acl", this::putAcl);
    }

    private HttpReply get(S3Call call, Setting setting) {
        String type = setting.name().equals("policy") ? "application/json" : "application/xml";
        String text = buckets.setting(call.bucket(), setting.name()).orElseGet(() -> {
            if (setting.isDocument()) {
                return setting.absent();
            }
            throw new AwsException(
                    404,
                    setting.absent(),
                    "The bucket has no " + setting.name() + " configuration",
                    Map.of("BucketName", call.bucket()));
        });
        return S3Reply.document(type, text);
    }

    private HttpReply put(S3Call call, Setting setting) {
        String text = call.document();
        buckets.existing(call.bucket());
        if (setting.name().equals("policy")) {
            checkPolicy(text);
        } else {
            Element.parse(text, setting.root());
        }
        buckets.set(call.bucket(), setting.name(), text);
        return HttpReply.empty(setting.name().equals("policy") || setting.name().equals("tagging") ? 204 : 200);
    }

    private static void checkPolicy(String text) {
        try {
            Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (AwsException notJson) {
            throw S3Exception.of(400, "MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'");
        }
    }

    private HttpReply delete(S3Call call, Setting setting) {
        buckets.unset(call.bucket(), setting.name());
        return HttpReply.empty(204);
    }

    private HttpReply acl(S3Call call) {
        buckets.existing(call.bucket());
        return ownersAcl(call.request().context().account());
    }

    private HttpReply putAcl(S3Call call) {
        buckets.existing(call.bucket());
        return ownersAclPut(call);
    }

    /** As with a bucket that enforces its owner, which new ones do: only what says the same is taken. */
    static HttpReply ownersAclPut(S3Call call) {
        String canned = call.header("x-amz-acl").orElse("");
        if (!canned.equals("private") && !canned.equals("bucket-owner-full-control")) {
            throw S3Exception.of(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
        return HttpReply.empty(200);
    }

    /** The only access list here: the account owns everything. */
    static HttpReply ownersAcl(String account) {
        return S3Reply.document(
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AccessControlPolicy xmlns=\"" + S3Reply.NAMESPACE
                        + "\"><Owner><ID>" + account + "</ID></Owner><AccessControlList><Grant><Grantee" + ACL_GRANTEE
                        + " xsi:type=\"CanonicalUser\"><ID>" + account
                        + "</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant></AccessControlList>"
                        + "</AccessControlPolicy>");
    }
}
