package sst.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.wire.codec.Xml;

/** Tags of a bucket as the document that GetBucketTagging shows. */
record BucketTags(Map<String, String> tags) {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    static BucketTags of(ResourceRequest request) {
        Map<String, String> tags = new TreeMap<>(request.tags());
        request.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return new BucketTags(tags);
    }

    String document() {
        Xml xml = new Xml().open("Tagging", NAMESPACE).open("TagSet");
        tags.forEach((key, value) ->
                xml.open("Tag").leaf("Key", key).leaf("Value", value).close());
        return new String(xml.close().close().bytes(), StandardCharsets.UTF_8);
    }
}
