package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.apigateway.ApiDoor;
import sst.local.httpapi.payload.Answer;
import sst.local.restapi.control.RestKind;
import sst.local.restapi.control.RestRecords;
import sst.local.restapi.control.RestRecords.RestKey;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/** Answers requests to the stages of deployed REST APIs, at {@code /_api/ID/STAGE}. */
public final class RestDoor implements ApiDoor {
    private static final int MAX_BODY = 10 * 1024 * 1024;
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "transfer-encoding");
    private static final String HEADER = "gatewayresponse.header.";

    private final RestRecords records;
    private final RestGate gate;
    private final RestBackends backends;
    private final RestLog log;
    private final Clock clock;
    private final Map<String, Place> known = new ConcurrentHashMap<>();

    /** A stage with its methods, read once. */
    private record Place(RestKey api, JsonNode settings, JsonNode stage, DeployedMethods methods) {}

    RestDoor(RestGate gate, RestBackends backends, RestLog log, Clock clock) {
        this.records = gate.records();
        this.gate = gate;
        this.backends = backends;
        this.log = log;
        this.clock = clock;
    }

    /** Reads an API anew at its next request. */
    public void forget(String apiId) {
        known.keySet().removeIf(key -> key.startsWith(apiId + "/"));
    }

    @Override
    public boolean serves(String apiId) {
        return records.locate(apiId).isPresent();
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        String[] parts = request.path().split("/", 5);
        String stage = parts.length > 3 ? parts[3] : "";
        String path = parts.length > 4 ? "/" + parts[4] : "/";
        Optional<Place> place = place(parts[2], stage);
        if (place.isEmpty()) {
            return reply(problem(Json.object(), Problem.NO_STAGE));
        }
        return reply(answer(place.get(), request, path));
    }

    private Optional<Place> place(String apiId, String stageName) {
        Place found = known.get(apiId + "/" + stageName);
        if (found == null) {
            Optional<Place> read = records.locate(apiId).flatMap(key -> read(key, stageName));
            read.ifPresent(each -> known.put(apiId + "/" + stageName, each));
            return read;
        }
        return Optional.of(found);
    }

    private Optional<Place> read(RestKey key, String stageName) {
        return records.findPart(key, RestKind.STAGE, stageName).flatMap(stage -> records.findPart(
                        key, RestKind.DEPLOYMENT, stage.path("deploymentId").asText())
                .map(deployment ->
                        new Place(key, records.api(key), stage, new DeployedMethods(deployment.path("snapshot")))));
    }

    private Answer answer(Place place, HttpRequest request, String path) {
        ObjectNode shapes = shapes(place.api());
        // A slash at the end does not name another resource.
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<DeployedMethods.Match> match = place.methods().find(request.method(), trimmed);
        if (match.isEmpty()) {
            return problem(shapes, Problem.NO_METHOD);
        }
        byte[] body = read(request);
        if (body.length > MAX_BODY) {
            return problem(shapes, Problem.TOO_LARGE);
        }
        RestRequest routed = new RestRequest(
                place.api(),
                place.stage(),
                match.get(),
                request,
                path,
                body,
                Parameters.parse(request.query()),
                clock.millis());
        Answer answer = judged(routed, shapes, isBinary(place, request));
        log.write(routed, answer);
        return answer;
    }

    private Answer judged(RestRequest request, ObjectNode shapes, boolean isBinary) {
        RestGate.Verdict verdict = gate.judge(request);
        if (verdict instanceof RestGate.Verdict.Refused refused) {
            return problem(shapes, refused.problem());
        }
        JsonNode caller = ((RestGate.Verdict.Passed) verdict).authorizer();
        RestBackends.Outcome outcome = backends.call(request, caller, isBinary);
        return outcome instanceof RestBackends.Outcome.Answered answered
                ? answered.answer()
                : problem(shapes, ((RestBackends.Outcome.Failed) outcome).problem());
    }

    private static boolean isBinary(Place place, HttpRequest request) {
        String type = request.header("content-type")
                .orElse("application/json")
                .split(";")[0]
                .trim();
        for (JsonNode binary : place.settings().path("binaryMediaTypes")) {
            String wanted = binary.asText();
            boolean isAll = wanted.equals("*/*");
            boolean isFamily = wanted.endsWith("/*") && type.startsWith(wanted.substring(0, wanted.length() - 1));
            if (isAll || isFamily || wanted.equals(type)) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode shapes(RestKey key) {
        ObjectNode shapes = Json.object();
        records.parts(key, RestKind.GATEWAY_RESPONSE)
                .forEach(shape -> shapes.set(shape.path("responseType").asText(), shape));
        return shapes;
    }

    /** An error as the API's gateway responses want it: their headers and their status. */
    private static Answer problem(ObjectNode shapes, Problem problem) {
        String usual = problem.status() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
        JsonNode shape = shapes.has(problem.type()) ? shapes.path(problem.type()) : shapes.path(usual);
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of("application/json"));
        shape.path("responseParameters").properties().forEach(each -> {
            if (each.getKey().startsWith(HEADER)) {
                headers.put(
                        each.getKey().substring(HEADER.length()).toLowerCase(java.util.Locale.ROOT),
                        List.of(Mock.unquoted(each.getValue())));
            }
        });
        ObjectNode body = Json.object();
        if (problem.message().isEmpty()) {
            body.putNull(problem.member());
        } else {
            body.put(problem.member(), problem.message());
        }
        int status = shape.path("statusCode").asInt(problem.status());
        return new Answer(status, headers, Json.write(body));
    }

    private static byte[] read(HttpRequest request) {
        try {
            return request.body().readNBytes(MAX_BODY + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpReply reply(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(HOP_BY_HOP);
        return new HttpReply(answer.status(), headers, new HttpReply.Body.Bytes(answer.body()));
    }
}
