package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.cloudfront.site.SiteConfig;
import sst.local.cloudfront.site.SiteServer;
import sst.local.cloudfront.site.Sites;
import sst.local.store.Store;

/** The distributions; each answers on a port of its own, which it keeps. CloudFront is global, so they have no region. */
final class Distributions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Distributions.class.getName());

    private final Store store;
    private final Sites sites;
    private final Map<String, SiteServer> servers = new ConcurrentHashMap<>();

    Distributions(Store store, Sites sites) {
        this.store = store;
        this.sites = sites;
    }

    private NavigableMap<String, JsonNode> all() {
        return store.json("cloudfront.distributions");
    }

    List<Distribution> list() {
        return all().entrySet().stream()
                .map(each -> Distribution.of(each.getKey(), each.getValue()))
                .toList();
    }

    Optional<Distribution> find(String id) {
        return Optional.ofNullable(all().get(id)).map(record -> Distribution.of(id, record));
    }

    /** Lets all that there are answer again. */
    void open() {
        for (Distribution each : list()) {
            try {
                bring(each.id(), each.config());
            } catch (RuntimeException refused) {
                LOG.log(System.Logger.Level.ERROR, "distribution " + each.id() + " does not answer", refused);
            }
        }
    }

    /** Makes or changes a distribution; it answers when this returns. */
    synchronized Distribution bring(String id, JsonNode config) {
        SiteConfig site = SiteConfig.of(config);
        SiteServer server = servers.get(id);
        if (server == null) {
            server = SiteServer.open(find(id).map(Distribution::port).orElse(0), sites);
            servers.put(id, server);
        }
        server.show(site);
        Distribution distribution = new Distribution(id, server.port(), config);
        all().put(id, distribution.record());
        return distribution;
    }

    synchronized void delete(String id) {
        SiteServer server = servers.remove(id);
        if (server != null) {
            server.close();
        }
        all().remove(id);
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(SiteServer::close);
        servers.clear();
    }
}
