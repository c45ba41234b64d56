package sst.local.cfn.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.cfn.template.TemplateError;
import sst.local.port.ObjectReader;

/**
 * Fetches the text of templates.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">AWS: quotas</a>
 */
public final class TemplateTexts {
    private static final int MAX_BODY = 51_200;
    private static final int MAX_OBJECT = 1_000_000;
    private static final Pattern IN_HOST = Pattern.compile("(.+)\\.s3[.-].*amazonaws\\.com(\\.cn)?");
    private static final Pattern IN_PATH = Pattern.compile("/([^/]+)/(.+)");
    private final ObjectReader objects;

    /** Texts that are given directly or lie in these buckets. */
    public TemplateTexts(ObjectReader objects) {
        this.objects = objects;
    }

    /**
     * The text of a template that is given by body or URL.
     *
     * @throws TemplateError when it is too long or cannot be read
     */
    public String fetch(TemplateSource source) {
        if (source.url().isEmpty()) {
            return body(source.body());
        }
        if (!source.body().isEmpty()) {
            throw new TemplateError("Either Template URL or Template Body must be specified.");
        }
        return object(source.url());
    }

    private static String body(String body) {
        if (body.isEmpty()) {
            throw new TemplateError("Either Template URL or Template Body must be specified.");
        }
        if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY) {
            throw new TemplateError("1 validation error detected: Value at 'templateBody' failed to satisfy"
                    + " constraint: Member must have length less than or equal to " + MAX_BODY);
        }
        return body;
    }

    private String object(String url) {
        Place place = place(url);
        Path file = objects.find(place.bucket(), place.key())
                .orElseThrow(() -> new TemplateError("S3 error: The specified key does not exist. For more information"
                        + " check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"));
        try {
            if (Files.size(file) > MAX_OBJECT) {
                throw new TemplateError("Template may not exceed " + MAX_OBJECT + " bytes in size.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + url, unreadable);
        }
    }

    private record Place(String bucket, String key) {}

    private static Place place(String url) {
        URI uri = uri(url);
        String host = uri.getHost() == null ? "" : uri.getHost();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        Matcher inHost = IN_HOST.matcher(host);
        if (inHost.matches() && path.length() > 1) {
            return new Place(inHost.group(1), decode(path.substring(1)));
        }
        Matcher inPath = IN_PATH.matcher(path);
        if (inPath.matches()) {
            return new Place(decode(inPath.group(1)), decode(inPath.group(2)));
        }
        throw invalid();
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    private static TemplateError invalid() {
        return new TemplateError("TemplateURL must be a supported URL.");
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
