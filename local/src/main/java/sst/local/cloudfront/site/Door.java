package sst.local.cloudfront.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Lets a request in by a distribution's rules: functions, behaviours, error pages. */
record Door(SiteConfig config, Sites sites, int port) {
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost");
    private static final int MISDIRECTED = 421;
    private static final int METHOD_NOT_ALLOWED = 403;

    Page enter(Visit visit) {
        // A page of another site must not read this one under a name that leads here.
        String host = visit.headers().getOrDefault("host", List.of("")).get(0);
        if (!OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
            return Page.error(MISDIRECTED, "this site is http://127.0.0.1:" + port);
        }
        Visit rooted = visit.path().equals("/") && !config.root().isEmpty() ? visit.at("/" + config.root()) : visit;
        SiteConfig.Behavior behavior = config.behavior(rooted.path());
        Visit asked = rooted;
        if (!behavior.request().isEmpty()) {
            JsonNode decided = sites.functions().request(behavior.request(), visit);
            if (decided.has("statusCode")) {
                return EdgeEvent.page(decided);
            }
            Visit changed = EdgeEvent.visit(decided, visit);
            asked = changed.path().equals("/") && !config.root().isEmpty() ? changed.at("/" + config.root()) : changed;
        }
        if (behavior.origin().isBucket() && !asked.isReading()) {
            return Page.error(
                    METHOD_NOT_ALLOWED,
                    "This distribution is not configured to allow the HTTP request"
                            + " method that was used for this request.");
        }
        return leave(asked, behavior);
    }

    private Page leave(Visit asked, SiteConfig.Behavior behavior) {
        Page page = new OriginFetch(sites).get(asked, behavior.origin());
        SiteConfig.ErrorPage instead = config.errors().get(page.status());
        if (instead != null) {
            Visit other = new Visit("GET", instead.path(), "", asked.headers(), new byte[0]);
            Page found = new OriginFetch(sites)
                    .get(other, config.behavior(instead.path()).origin());
            page = found.status() < 400 ? found.with(instead.status()) : page;
        }
        return behavior.response().isEmpty() || page.status() >= 400
                ? page
                : EdgeEvent.page(sites.functions().response(behavior.response(), asked, page), page);
    }
}
