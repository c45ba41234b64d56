package sst.local.httpapi.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.apigateway.ApiDoor;
import sst.local.apigateway.Cors;
import sst.local.apigateway.FunctionCalls;
import sst.local.httpapi.access.Gatekeeper;
import sst.local.httpapi.access.Verdict;
import sst.local.httpapi.control.ApiRecords;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.Routed;
import sst.local.port.LogSink;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.codec.Json;

/** Answers requests to deployed APIs. */
public final class FrontDoor implements ApiDoor, AutoCloseable {
    /** Deployed APIs answer below this path. */
    public static final String PREFIX = "/_api/";

    private static final int MAX_BODY = 10 * 1024 * 1024;
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "transfer-encoding");

    private final ApiRecords records;
    private final LogSink logs;
    private final Clock clock;
    private final Backends backends;
    private final Gatekeeper gatekeeper;
    private final Map<String, DeployedApi> known = new ConcurrentHashMap<>();

    /** A front door to the APIs of these records. */
    public FrontDoor(ApiRecords records, FunctionCalls functions, Gatekeeper gatekeeper, Watch watch) {
        this.records = records;
        this.logs = watch.logs();
        this.clock = watch.clock();
        this.backends = new Backends(functions);
        this.gatekeeper = gatekeeper;
    }

    /** Where access logs go, and the time that they show. */
    public record Watch(LogSink logs, Clock clock) {}

    @Override
    public boolean serves(String apiId) {
        return find(apiId).isPresent();
    }

    /** Reads an API anew at its next request. */
    public void forget(String api) {
        known.remove(api);
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        String rest = request.path()
                .substring(Math.min(PREFIX.length(), request.path().length()));
        int end = rest.indexOf('/');
        String id = end < 0 ? rest : rest.substring(0, end);
        Optional<DeployedApi> api = find(id);
        if (api.isEmpty()) {
            return reply(Backends.error(404, "Not Found"), Map.of());
        }
        return answer(api.get(), request, end < 0 ? "" : rest.substring(end));
    }

    @Override
    public void close() {
        backends.close();
    }

    private Optional<DeployedApi> find(String id) {
        DeployedApi api = known.get(id);
        if (api == null) {
            Optional<DeployedApi> read = records.locate(id).map(key -> DeployedApi.read(records, key));
            read.ifPresent(found -> known.put(id, found));
            return read;
        }
        return Optional.of(api);
    }

    private HttpReply answer(DeployedApi api, HttpRequest request, String path) {
        String origin = request.header("origin").orElse("");
        Cors cors = api.cors();
        boolean isPreflight = cors.isSet()
                && request.method().equals("OPTIONS")
                && !origin.isEmpty()
                && request.header("access-control-request-method").isPresent();
        if (isPreflight) {
            return reply(new Answer(204, cors.preflight(origin), new byte[0]), Map.of());
        }
        Answer answer = routed(api, request, path);
        return reply(cors.isSet() ? withoutCors(answer) : answer, cors.answer(origin));
    }

    private Answer routed(DeployedApi api, HttpRequest request, String path) {
        Optional<DeployedApi.Place> place = api.place(path);
        Optional<RouteTable.Match> match =
                place.flatMap(found -> found.stage().routes().find(request.method(), found.path()));
        if (match.isEmpty()) {
            return Backends.error(404, "Not Found");
        }
        byte[] body = read(request);
        if (body.length > MAX_BODY) {
            return Backends.error(413, "Request Entity Too Large");
        }
        DeployedApi.Stage stage = place.get().stage();
        Map<String, List<String>> headers = headers(request);
        Routed routed = new Routed(
                api.key().id(),
                api.key().id() + ".execute-api." + api.key().region() + ".amazonaws.com",
                stage.name(),
                stage.variables(),
                match.get().route().key(),
                match.get().parameters(),
                new Routed.Http(request.method(), place.get().shown(), request.query(), headers, body),
                request.context().requestId(),
                clock.millis(),
                Json.object());
        Answer answer = judged(match.get().route(), routed);
        stage.log().write(logs, api.key().region(), routed, answer);
        return answer;
    }

    private Answer judged(RouteTable.Route route, Routed request) {
        Verdict verdict = gatekeeper.judge(route.access(), request);
        if (verdict instanceof Verdict.Refused refused) {
            Answer answer = Backends.error(refused.status(), refused.message());
            Map<String, List<String>> headers = new TreeMap<>(answer.headers());
            if (!refused.challenge().isEmpty()) {
                headers.put("www-authenticate", List.of(refused.challenge()));
            }
            return new Answer(answer.status(), headers, answer.body());
        }
        return backends.call(route.integration(), request.by(((Verdict.Passed) verdict).authorizer()));
    }

    /** The request's headers, and those that API Gateway adds. */
    private static Map<String, List<String>> headers(HttpRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        String host = request.header("host").orElse("");
        headers.putIfAbsent("content-length", List.of("0"));
        headers.put("x-forwarded-for", List.of("127.0.0.1"));
        headers.put("x-forwarded-port", List.of(host.substring(host.lastIndexOf(':') + 1)));
        headers.put("x-forwarded-proto", List.of("http"));
        String random = UUID.randomUUID().toString().replace("-", "");
        headers.putIfAbsent("x-amzn-trace-id", List.of("Root=1-" + random.substring(0, 8) + "-" + random.substring(8)));
        return headers;
    }

    private static byte[] read(HttpRequest request) {
        try {
            return request.body().readNBytes(MAX_BODY + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer withoutCors(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.startsWith("access-control-"));
        return new Answer(answer.status(), headers, answer.body());
    }

    private static HttpReply reply(Answer answer, Map<String, List<String>> more) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(HOP_BY_HOP);
        headers.putAll(more);
        return new HttpReply(answer.status(), headers, new HttpReply.Body.Bytes(answer.body()));
    }
}
