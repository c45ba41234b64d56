package sst.local.s3.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import sst.local.s3.bucket.Listing;
import sst.local.s3.bucket.Listing.Query;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Xml;

/** The calls that list a bucket: ListObjectsV2, ListObjects and ListObjectVersions. */
record ListCalls(Storage storage) {
    private static final int MOST = 1000;

    private static UnaryOperator<String> encoding(S3Call call) {
        return switch (call.parameter("encoding-type")) {
            case "" -> text -> text;
            case "url" ->
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("+", "%20");
            default -> throw S3Exception.invalidArgument("Invalid Encoding Method specified in Request");
        };
    }

    private static Query query(S3Call call, String after) {
        int most = Math.min(MOST, call.number("max-keys", MOST));
        return new Query(call.parameter("prefix"), call.parameter("delimiter"), after, most);
    }

    HttpReply objects(S3Call call) {
        storage.buckets().existing(call.bucket());
        return call.parameter("list-type").equals("2") ? second(call) : first(call);
    }

    private HttpReply second(S3Call call) {
        String token = call.parameter("continuation-token");
        Query query = query(call, token.isEmpty() ? call.parameter("start-after") : decoded(token));
        Listing page = Listing.current(storage.objects(), call.bucket(), query);
        UnaryOperator<String> encoding = encoding(call);
        return S3Reply.xml("ListBucketResult", xml -> {
            head(xml, call, page);
            xml.leaf(
                    "KeyCount",
                    Integer.toString(page.objects().size() + page.prefixes().size()));
            if (!token.isEmpty()) {
                xml.leaf("ContinuationToken", token);
            }
            if (call.has("start-after")) {
                xml.leaf("StartAfter", encoding.apply(call.parameter("start-after")));
            }
            if (page.isTruncated()) {
                xml.leaf("NextContinuationToken", encoded(page.last()));
            }
            boolean hasOwner = call.parameter("fetch-owner").equals("true");
            page.objects().forEach(object -> content(xml, object, encoding, hasOwner));
            prefixes(xml, page, encoding);
        });
    }

    /** A key as the token behind which the next page starts. */
    static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a token. */
    static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw S3Exception.invalidArgument("The continuation token provided is incorrect");
        }
    }

    private HttpReply first(S3Call call) {
        Listing page = Listing.current(storage.objects(), call.bucket(), query(call, call.parameter("marker")));
        UnaryOperator<String> encoding = encoding(call);
        return S3Reply.xml("ListBucketResult", xml -> {
            head(xml, call, page);
            xml.leaf("Marker", encoding.apply(call.parameter("marker")));
            // Without a delimiter the last key is the marker, and AWS leaves it out.
            if (page.isTruncated() && !call.parameter("delimiter").isEmpty()) {
                xml.leaf("NextMarker", encoding.apply(page.last()));
            }
            page.objects().forEach(object -> content(xml, object, encoding, true));
            prefixes(xml, page, encoding);
        });
    }

    private static void head(Xml xml, S3Call call, Listing page) {
        UnaryOperator<String> encoding = encoding(call);
        xml.leaf("Name", call.bucket()).leaf("Prefix", encoding.apply(call.parameter("prefix")));
        if (!call.parameter("delimiter").isEmpty()) {
            xml.leaf("Delimiter", encoding.apply(call.parameter("delimiter")));
        }
        if (call.has("encoding-type")) {
            xml.leaf("EncodingType", call.parameter("encoding-type"));
        }
        xml.leaf("MaxKeys", Integer.toString(Math.min(MOST, call.number("max-keys", MOST))));
        xml.leaf("IsTruncated", Boolean.toString(page.isTruncated()));
    }

    private static void prefixes(Xml xml, Listing page, UnaryOperator<String> encoding) {
        page.prefixes().forEach(prefix -> xml.open("CommonPrefixes")
                .leaf("Prefix", encoding.apply(prefix))
                .close());
    }

    private static void content(Xml xml, StoredObject object, UnaryOperator<String> encoding, boolean hasOwner) {
        xml.open("Contents").leaf("Key", encoding.apply(object.key()));
        bytes(xml, object);
        if (hasOwner) {
            owner(xml);
        }
        xml.close();
    }

    private static void bytes(Xml xml, StoredObject object) {
        xml.leaf("LastModified", S3Reply.xmlDate(object.modified())).leaf("ETag", object.etag());
        xml.leaf("Size", Long.toString(object.size())).leaf("StorageClass", object.storageClass());
    }

    private static void owner(Xml xml) {
        xml.open("Owner").leaf("ID", sst.local.wire.CallContext.ACCOUNT).close();
    }

    HttpReply versions(S3Call call) {
        storage.buckets().existing(call.bucket());
        Listing.VersionQuery query = new Listing.VersionQuery(
                query(call, call.parameter("key-marker")), call.parameter("version-id-marker"));
        Listing page = Listing.versions(storage.objects(), call.bucket(), query);
        UnaryOperator<String> encoding = encoding(call);
        return S3Reply.xml("ListVersionsResult", xml -> {
            head(xml, call, page);
            xml.leaf("KeyMarker", encoding.apply(call.parameter("key-marker")));
            xml.leaf("VersionIdMarker", call.parameter("version-id-marker"));
            if (page.isTruncated()) {
                xml.leaf("NextKeyMarker", encoding.apply(page.last()));
                xml.leaf("NextVersionIdMarker", page.lastVersion());
            }
            page.objects().forEach(object -> version(xml, call.bucket(), object, encoding));
            prefixes(xml, page, encoding);
        });
    }

    private void version(Xml xml, String bucket, StoredObject object, UnaryOperator<String> encoding) {
        boolean isLatest = storage.objects()
                .newest(bucket, object.key())
                .filter(newest -> newest.version().equals(object.version()))
                .isPresent();
        xml.open(object.isDeleteMarker() ? "DeleteMarker" : "Version");
        xml.leaf("Key", encoding.apply(object.key())).leaf("VersionId", object.version());
        xml.leaf("IsLatest", Boolean.toString(isLatest));
        if (object.isDeleteMarker()) {
            xml.leaf("LastModified", S3Reply.xmlDate(object.modified()));
        } else {
            bytes(xml, object);
        }
        owner(xml);
        xml.close();
    }
}
