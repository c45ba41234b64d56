package sst.local.s3.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.s3.bucket.Conditions;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Xml;

/** DeleteObject and DeleteObjects. */
record DeleteCalls(Storage storage) {
    private static final int MOST = 1000;

    HttpReply one(S3Call call) {
        storage.buckets().existing(call.bucket());
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.has("versionId")) {
            String version = call.parameter("versionId");
            headers.put("x-amz-version-id", version);
            Removal removal = new Removal(storage, call, call.key());
            removal.version(version)
                    .filter(StoredObject::isDeleteMarker)
                    .ifPresent(marker -> headers.put("x-amz-delete-marker", "true"));
        } else {
            new Removal(storage, call, call.key())
                    .newest(new Conditions(call::header)::checkWrite)
                    .ifPresent(marker -> {
                        headers.put("x-amz-delete-marker", "true");
                        headers.put("x-amz-version-id", marker.version());
                    });
        }
        return S3Reply.empty(204, headers);
    }

    HttpReply several(S3Call call) {
        storage.buckets().existing(call.bucket());
        Element request = Element.parse(call.document(), "Delete");
        List<Element> objects = request.all("Object").toList();
        if (objects.isEmpty() || objects.size() > MOST) {
            throw S3Exception.malformedXml();
        }
        boolean isQuiet = request.value("Quiet").equals("true");
        return S3Reply.xml("DeleteResult", xml -> objects.forEach(object -> delete(call, object, isQuiet, xml)));
    }

    private void delete(S3Call call, Element object, boolean isQuiet, Xml xml) {
        String key = object.all("Key").findFirst().map(Element::text).orElse("");
        String version = object.value("VersionId");
        try {
            Removal removal = new Removal(storage, call, key);
            Conditions conditions = new Conditions(name -> condition(object, name));
            Optional<StoredObject> gone =
                    version.isEmpty() ? removal.newest(conditions::checkWrite) : removal.version(version);
            if (!isQuiet) {
                deleted(xml, key, version, gone);
            }
        } catch (AwsException refused) {
            xml.open("Error").leaf("Key", key).leaf("Code", refused.code());
            xml.leaf("Message", refused.text()).close();
        }
    }

    private static Optional<String> condition(Element object, String header) {
        return header.equals("If-Match") ? object.all("ETag").findFirst().map(Element::text) : Optional.empty();
    }

    private static void deleted(Xml xml, String key, String version, Optional<StoredObject> gone) {
        xml.open("Deleted").leaf("Key", key);
        if (!version.isEmpty()) {
            xml.leaf("VersionId", version);
        }
        gone.filter(StoredObject::isDeleteMarker)
                .ifPresent(marker -> xml.leaf("DeleteMarker", "true").leaf("DeleteMarkerVersionId", marker.version()));
        xml.close();
    }
}
