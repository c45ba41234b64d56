package sst.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import sst.local.wire.codec.Xml;

/** {@code CorsConfiguration} of a template as the document that GetBucketCors shows. */
record BucketCors(JsonNode configuration) {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    String document() {
        Xml xml = new Xml().open("CORSConfiguration", NAMESPACE);
        for (JsonNode rule : configuration.path("CorsRules")) {
            xml.open("CORSRule");
            leaf(xml, "ID", rule.path("Id"));
            rule.path("AllowedOrigins").forEach(each -> leaf(xml, "AllowedOrigin", each));
            rule.path("AllowedMethods").forEach(each -> leaf(xml, "AllowedMethod", each));
            rule.path("AllowedHeaders").forEach(each -> leaf(xml, "AllowedHeader", each));
            rule.path("ExposedHeaders").forEach(each -> leaf(xml, "ExposeHeader", each));
            leaf(xml, "MaxAgeSeconds", rule.path("MaxAge"));
            xml.close();
        }
        return new String(xml.close().bytes(), StandardCharsets.UTF_8);
    }

    private static void leaf(Xml xml, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            xml.leaf(name, value.asText());
        }
    }
}
