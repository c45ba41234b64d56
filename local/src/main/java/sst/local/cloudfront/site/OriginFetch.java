package sst.local.cloudfront.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets an answer from an origin: an object of a bucket, an API of the local cloud, or any server. */
record OriginFetch(Sites sites) {
    private static final Pattern BUCKET = Pattern.compile("(.+?)\\.s3(?:[.-][a-z0-9-]+)?\\.amazonaws\\.com");
    private static final Pattern API = Pattern.compile("([a-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com");
    private static final Set<String> DROPPED = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "expect",
            "accept-encoding",
            "origin");
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;
    private static final int BAD_GATEWAY = 502;

    Page get(Visit visit, SiteConfig.Origin origin) {
        boolean isBucket = origin.isBucket() && BUCKET.matcher(origin.domain()).matches();
        String query = visit.query().isEmpty() || isBucket ? "" : "?" + visit.query();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base(origin) + origin.path() + visit.path() + query))
                .method(visit.method(), HttpRequest.BodyPublishers.ofByteArray(visit.body()));
        visit.headers().forEach((name, values) -> {
            if (!DROPPED.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = sites.web().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            int status = answer.statusCode();
            // Who may read a bucket but not list it is told no more than that of a key that is not there.
            return new Page(isBucket && status == MISSING ? FORBIDDEN : status, kept(answer), answer.body());
        } catch (IOException unreachable) {
            return Page.error(BAD_GATEWAY, "CloudFront wasn't able to connect to the origin " + origin.domain() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Page.error(BAD_GATEWAY, "stopped");
        }
    }

    private String base(SiteConfig.Origin origin) {
        Matcher bucket = BUCKET.matcher(origin.domain());
        if (bucket.matches()) {
            return sites.endpoint() + "/" + bucket.group(1);
        }
        Matcher api = API.matcher(origin.domain());
        if (api.matches()) {
            return sites.endpoint() + "/_api/" + api.group(1);
        }
        return (origin.domain().startsWith("127.0.0.1") ? "http://" : "https://") + origin.domain();
    }

    private static Map<String, List<String>> kept(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> DROPPED.contains(name) || name.startsWith(":"));
        return headers;
    }
}
