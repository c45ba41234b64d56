package sst.local.s3.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.ObjectHeaders;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Json;

/** What hangs on an object beside its bytes: tags and its access list. */
record ObjectMarks(Storage storage) {
    HttpReply tags(S3Call call) {
        StoredObject object = ReadCalls.existing(storage, call);
        HttpReply reply = S3Reply.xml("Tagging", xml -> {
            xml.open("TagSet");
            object.tags().forEach((key, value) -> xml.open("Tag")
                    .leaf("Key", key)
                    .leaf("Value", value)
                    .close());
            xml.close();
        });
        return S3Reply.with(reply, ObjectHeaders.version(object));
    }

    HttpReply putTags(S3Call call) {
        List<Element> tags = Element.parse(call.document(), "Tagging")
                .all("TagSet")
                .flatMap(set -> set.all("Tag"))
                .toList();
        ObjectNode kept = Json.object();
        for (Element tag : tags) {
            if (kept.has(tag.value("Key"))) {
                throw S3Exception.of(400, "InvalidTag", "Cannot provide multiple Tags with the same key");
            }
            kept.put(tag.value("Key"), tag.value("Value"));
        }
        ObjectHeaders.checkTags(kept);
        return replaced(call, kept, 200);
    }

    HttpReply deleteTags(S3Call call) {
        return replaced(call, Json.object(), 204);
    }

    private HttpReply replaced(S3Call call, ObjectNode tags, int status) {
        StoredObject object = ReadCalls.existing(storage, call);
        object.record().set("tags", tags);
        storage.together(() -> {
            storage.objects().save(call.bucket(), object);
            call.tell(storage, tags.isEmpty() ? "ObjectTagging:Delete" : "ObjectTagging:Put", object);
            return object;
        });
        return S3Reply.empty(status, ObjectHeaders.version(object));
    }

    HttpReply acl(S3Call call) {
        ReadCalls.existing(storage, call);
        return BucketSettings.ownersAcl(call.request().context().account());
    }

    HttpReply putAcl(S3Call call) {
        ReadCalls.existing(storage, call);
        return BucketSettings.ownersAclPut(call);
    }
}
