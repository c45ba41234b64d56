package sst.local.rds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.SecretAccess;
import sst.local.rds.data.DataApi;
import sst.local.rds.data.Databases;
import sst.local.wire.Endpoint;
import sst.local.wire.Protocol;

/**
 * Amazon RDS of the local cloud: Aurora PostgreSQL clusters, each a PostgreSQL server of its own, and the Data API.
 * See https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/ and
 * https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/
 */
public final class Rds implements LocalService {
    private static final String NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/";

    private final SecretAccess secrets;
    private final Clusters clusters;
    private final DataApi data;

    /**
     * The service; servers of clusters that are there come up in the background.
     *
     * @param programs where PostgreSQL's programs are unpacked
     */
    public Rds(Host host, SecretAccess secrets, Path programs) {
        this.secrets = secrets;
        this.clusters = new Clusters(host, programs);
        this.data = new DataApi(host.clock(), new Databases(secrets, this::database));
        Thread thread = new Thread(this::startAll, "rds-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void startAll() {
        try {
            clusters.list().forEach(clusters::start);
        } catch (RuntimeException failed) {
            System.getLogger(Rds.class.getName()).log(System.Logger.Level.ERROR, "a cluster does not start", failed);
        }
    }

    private Databases.@org.jspecify.annotations.Nullable Place database(String region, String arn) {
        return clusters.find(region, arn)
                .map(cluster -> new Databases.Place(
                        cluster.id(), cluster.isV1(), cluster.hasDataApi(), () -> clusters.start(cluster)))
                .orElse(null);
    }

    @Override
    public List<String> recorded() {
        return List.of("capacity and pauses", "encryption", "backups", "networks");
    }

    @Override
    public String name() {
        return "rds";
    }

    @Override
    public List<Endpoint> endpoints() {
        DescribeCalls calls = new DescribeCalls(clusters);
        return List.of(
                new Endpoint.Named("rds", Protocol.QUERY, NAMESPACE, Map.of("DescribeDBClusters", calls::clusters)),
                data.endpoint());
    }

    @Override
    public List<ResourceProvider> providers() {
        List<ResourceProvider> providers = new ArrayList<>(RdsRecords.all());
        providers.add(RdsRecords.instances(clusters));
        providers.add(new ClusterProvider(clusters, new MasterUser(clusters)));
        providers.add(new AttachmentProvider(clusters, secrets));
        return List.copyOf(providers);
    }

    @Override
    public List<String> parts() {
        return clusters.running().entrySet().stream()
                .map(each -> each.getKey() + "  PostgreSQL on 127.0.0.1:"
                        + each.getValue().port() + "  process "
                        + each.getValue().pid())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        data.close();
        clusters.close();
    }
}
