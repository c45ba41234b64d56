package sst.scripts.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import sst.scripts.stage.StageCredentials;
import sst.scripts.stage.StageSite;

/** AWS SDK clients of one stage: region, credentials and endpoint are set, and writes are treated as the run says. */
public final class Clients implements AutoCloseable {
    /** A function may run for 15 minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(16);

    private final StageSite site;
    private final Writes writes;
    private final Consumer<ShownWrite> shown;
    private final Map<Class<?>, SdkClient> made = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

    /** @param shown told of each write that a dry run leaves out */
    public Clients(StageSite site, Writes writes, Consumer<ShownWrite> shown) {
        this.site = site;
        this.writes = writes;
        this.shown = shown;
    }

    /** The one client of that class, made from the builder at first. */
    public <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C get(
            Class<C> type, Supplier<B> builder) {
        return type.cast(made.computeIfAbsent(type, t -> make(builder.get())));
    }

    /** A new client; the caller closes it. */
    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C make(B builder) {
        builder.region(Region.of(site.region()))
                .credentialsProvider(once(AwsCredentialsProvider.class, () -> StageCredentials.of(site)))
                .overrideConfiguration(configuration());
        builder.httpClient(once(SdkHttpClient.class, this::http));
        String endpoint = site.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.build();
    }

    /** Whether what is sent comes back as AWS would answer it. */
    public boolean isDry() {
        return writes == Writes.SHOW;
    }

    /** Whether buckets are named in the path, which an address without a domain needs. */
    public boolean isLocal() {
        return site.isLocal();
    }

    private ClientOverrideConfiguration configuration() {
        ClientOverrideConfiguration.Builder configuration =
                ClientOverrideConfiguration.builder().retryStrategy(RetryMode.STANDARD);
        if (writes != Writes.SEND) {
            configuration.addExecutionInterceptor(new WriteGuard(writes, shown));
        }
        return configuration.build();
    }

    private SdkHttpClient http() {
        SdkHttpClient http = Connections.to(site.endpoint(), LONGEST);
        return writes == Writes.SHOW ? new UnsentHttp(http) : http;
    }

    private <T> T once(Class<T> type, Supplier<T> make) {
        return type.cast(shared.computeIfAbsent(type, t -> make.get()));
    }

    @Override
    public void close() {
        made.values().forEach(SdkClient::close);
        if (shared.get(SdkHttpClient.class) instanceof SdkHttpClient http) {
            http.close();
        }
    }
}
