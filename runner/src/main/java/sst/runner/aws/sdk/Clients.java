package sst.runner.aws.sdk;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import sst.runner.aws.account.Target;
import sst.runner.aws.xml.XmlCalls;
import sst.scripts.call.Connections;

/** How every client of one target is made: one shared HTTP client, bounded times, standard retries. */
final class Clients implements AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration QUICK_CALL = Duration.ofSeconds(15);
    private static final Duration QUICK_ATTEMPT = Duration.ofSeconds(5);
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    private final Target target;
    private final AwsCredentialsProvider credentials;
    private final Lazy<SdkHttpClient> http;

    Clients(Target target, AwsCredentialsProvider credentials) {
        this(target, credentials, new Lazy<>(() -> Connections.to(target.endpoint(), UPLOAD)));
    }

    private Clients(Target target, AwsCredentialsProvider credentials, Lazy<SdkHttpClient> http) {
        this.target = target;
        this.credentials = credentials;
        this.http = http;
    }

    Target target() {
        return target;
    }

    AwsCredentialsProvider credentials() {
        return credentials;
    }

    SdkHttpClient http() {
        return http.get();
    }

    /** The same target and connections with other credentials. */
    Clients with(AwsCredentialsProvider other) {
        return new Clients(target, other, http);
    }

    /** For calls without a client of the SDK. */
    XmlCalls xml() {
        return new XmlCalls(credentials, http.get());
    }

    /** For calls that answer at once. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C make(B builder) {
        return make(builder, CALL, ATTEMPT);
    }

    /** For who-am-I, by which everything begins: without an answer within seconds there will be none. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C makeQuick(B builder) {
        return make(builder, QUICK_CALL, QUICK_ATTEMPT);
    }

    /** For uploads and for functions that may run for long. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C makePatient(B builder) {
        return make(builder, UPLOAD, UPLOAD);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C make(
            B builder, Duration call, Duration attempt) {
        builder.region(Region.of(target.region()))
                .credentialsProvider(credentials)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(call)
                        .apiCallAttemptTimeout(attempt)
                        .build());
        builder.httpClient(http.get());
        String endpoint = target.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.build();
    }

    @Override
    public void close() {
        http.ifMade(SdkHttpClient::close);
    }
}
