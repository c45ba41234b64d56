package sst.local.s3.call;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.local.s3.bucket.Storage;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.event.BucketNotifications;
import sst.local.wire.HttpReply;

/** All calls that S3 has here, by their shape: method, level, and the parameter that marks them. */
record S3Calls(Storage storage, Supplier<BucketNotifications> notifications) {
    Map<String, Function<S3Call, HttpReply>> byShape() {
        Map<String, Function<S3Call, HttpReply>> calls = new HashMap<>();
        addBuckets(calls);
        addObjects(calls);
        addUploads(calls);
        new BucketSettings(storage.buckets()).addTo(calls);
        new NotificationCalls(storage.buckets(), notifications).addTo(calls);
        return calls;
    }

    private void addBuckets(Map<String, Function<S3Call, HttpReply>> calls) {
        BucketCalls bucket = new BucketCalls(storage);
        ListCalls list = new ListCalls(storage);
        calls.put("GET account", bucket::list);
        calls.put("PUT bucket", bucket::create);
        calls.put("HEAD bucket", bucket::head);
        calls.put("DELETE bucket", bucket::delete);
        calls.put("GET bucket location", bucket::location);
        calls.put("GET bucket versioning", bucket::versioning);
        calls.put("PUT bucket versioning", bucket::putVersioning);
        calls.put("GET bucket", list::objects);
        calls.put("GET bucket versions", list::versions);
    }

    private void addObjects(Map<String, Function<S3Call, HttpReply>> calls) {
        ReadCalls read = new ReadCalls(storage);
        WriteCalls write = new WriteCalls(storage);
        DeleteCalls delete = new DeleteCalls(storage);
        ObjectMarks marks = new ObjectMarks(storage);
        calls.put("GET object", read::get);
        calls.put("HEAD object", read::head);
        calls.put("GET object attributes", read::attributes);
        calls.put("PUT object", write::put);
        calls.put("DELETE object", delete::one);
        calls.put("POST bucket delete", delete::several);
        calls.put("GET object tagging", marks::tags);
        calls.put("PUT object tagging", marks::putTags);
        calls.put("DELETE object tagging", marks::deleteTags);
        calls.put("GET object acl", marks::acl);
        calls.put("PUT object acl", marks::putAcl);
    }

    private void addUploads(Map<String, Function<S3Call, HttpReply>> calls) {
        UploadCalls upload = new UploadCalls(storage);
        calls.put("POST object uploads", upload::begin);
        calls.put("GET bucket uploads", upload::list);
        calls.put("PUT object uploadId", upload::part);
        calls.put("GET object uploadId", upload::parts);
        calls.put("POST object uploadId", upload::complete);
        calls.put("DELETE object uploadId", upload::abort);
    }
}
