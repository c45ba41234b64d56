package sst.local.wire.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpRequest;
import sst.local.wire.Protocol;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Parameters;
import sst.local.wire.codec.RestSurface;
import sst.local.wire.codec.Surface;
import sst.local.wire.codec.Unserved;

/**
 * Finds the surface that a request is for: by path prefix, then by SigV4 scope, and for unsigned calls by target, action,
 * path, and at last S3, as AWS does for anonymous readers.
 */
final class Router {
    private static final String FALLBACK = "s3";

    private record Served(Endpoint endpoint, Surface surface) {}

    private final List<Served> prefixed;
    private final Map<String, List<Served>> signed = new TreeMap<>();

    Router(List<Endpoint> endpoints) {
        List<Served> byPrefix = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Served served = new Served(endpoint, Surface.of(endpoint));
            if (!prefix(endpoint).isEmpty()) {
                byPrefix.add(served);
            }
            if (!signingName(endpoint).isEmpty()) {
                signed.computeIfAbsent(signingName(endpoint), name -> new ArrayList<>())
                        .add(served);
            }
        }
        byPrefix.sort(Comparator.comparing(
                        (Served served) -> prefix(served.endpoint()).length())
                .reversed());
        this.prefixed = List.copyOf(byPrefix);
        // A raw surface takes every path, so it is asked after those that know their own.
        signed.values()
                .forEach(served -> served.sort(Comparator.comparing(each -> each.endpoint() instanceof Endpoint.Raw)));
    }

    private static String prefix(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Raw raw ? raw.pathPrefix() : "";
    }

    private static String signingName(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Named named) {
            return named.signingName();
        }
        return endpoint instanceof Endpoint.Rest rest ? rest.signingName() : ((Endpoint.Raw) endpoint).signingName();
    }

    Surface find(HttpRequest request, Optional<SigningScope> scope) {
        for (Served served : prefixed) {
            if (isBelow(request.path(), prefix(served.endpoint()))) {
                return served.surface();
            }
        }
        return scope.map(SigningScope::service)
                .map(service -> signed(request, service))
                .orElseGet(() -> unsigned(request));
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) || path.equals(prefix.substring(0, prefix.length() - 1));
    }

    private Surface signed(HttpRequest request, String service) {
        List<Served> candidates = signed.getOrDefault(service, List.of());
        boolean hasTarget = request.header("X-Amz-Target").isPresent();
        for (Served served : candidates) {
            if (isMeant(served, request, hasTarget)) {
                return served.surface();
            }
        }
        return unserved(request, service);
    }

    private static boolean isMeant(Served served, HttpRequest request, boolean hasTarget) {
        if (served.endpoint() instanceof Endpoint.Named named) {
            return hasTarget ? isTarget(named, request) : named.protocol() == Protocol.QUERY;
        }
        return served.surface() instanceof RestSurface rest ? rest.takes(request) : true;
    }

    private static boolean isTarget(Endpoint.Named named, HttpRequest request) {
        return named.protocol() != Protocol.QUERY
                && request.header("X-Amz-Target").orElse("").startsWith(named.target() + ".");
    }

    private Surface unsigned(HttpRequest request) {
        Optional<String> target = request.header("X-Amz-Target");
        Optional<String> action = action(request);
        for (Served served : (Iterable<Served>) signed.values().stream().flatMap(List::stream)::iterator) {
            if (served.endpoint() instanceof Endpoint.Named named) {
                boolean isNamed = target.isPresent()
                        ? isTarget(named, request)
                        : named.protocol() == Protocol.QUERY
                                && action.filter(named.operations()::containsKey)
                                        .isPresent();
                if (isNamed) {
                    return served.surface();
                }
            } else if (served.surface() instanceof RestSurface rest && rest.takes(request)) {
                return served.surface();
            }
        }
        if (target.isPresent() || action.isPresent() || !signed.containsKey(FALLBACK)) {
            return unserved(request, target.or(() -> action).orElse("unsigned calls of " + request.path()));
        }
        return signed(request, FALLBACK);
    }

    private static Optional<String> action(HttpRequest request) {
        String form = request.body() instanceof ReplayedBody replayed ? replayed.text() : "";
        return Optional.ofNullable(
                        Parameters.parse(request.query() + "&" + form).get("Action"))
                .map(values -> values.get(0));
    }

    private Surface unserved(HttpRequest request, String service) {
        String target = request.header("X-Amz-Target").orElse("");
        if (!target.isEmpty()) {
            String operation = target.substring(target.lastIndexOf('.') + 1);
            return unserved(service + (service.equals(target) ? "" : ":" + operation), Unserved.Encoding.JSON);
        }
        Optional<String> action = action(request);
        if (action.isPresent() || isForm(request)) {
            String operation = action.map(name -> ":" + name).orElse("");
            return unserved(service + operation, Unserved.Encoding.QUERY);
        }
        String path = signed.containsKey(service) ? ": " + request.method() + " " + request.path() : "";
        return unserved(service + path, Unserved.Encoding.REST);
    }

    private static Surface unserved(String what, Unserved.Encoding encoding) {
        AwsException refusal = Refusals.notImplemented(what);
        return new Unserved(refusal, encoding);
    }

    static boolean isForm(HttpRequest request) {
        return request.header("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }
}
