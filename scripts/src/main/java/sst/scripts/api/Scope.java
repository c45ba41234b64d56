package sst.scripts.api;

import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import sst.scripts.call.Clients;
import sst.scripts.resource.Resources;
import sst.scripts.stage.StageSite;

/** What a script finds around it: the stage, its resources, and clients that reach them. */
public final class Scope {
    private final StageSite site;
    private final Resources resources;
    private final Clients clients;
    private final List<String> args;

    public Scope(StageSite site, Resources resources, Clients clients, List<String> args) {
        this.site = site;
        this.resources = resources;
        this.clients = clients;
        this.args = List.copyOf(args);
    }

    /** The stage's name. */
    public String stage() {
        return site.stage();
    }

    /** The app's name. */
    public String app() {
        return site.app();
    }

    public String region() {
        return site.region();
    }

    /** Whether the stage lives in the local cloud. */
    public boolean isLocal() {
        return site.isLocal();
    }

    /** The script's arguments as they were given. */
    public List<String> args() {
        return args;
    }

    /** What is deployed. */
    public Resources resources() {
        return resources;
    }

    public DynamoDbClient dynamo() {
        return clients.get(DynamoDbClient.class, DynamoDbClient::builder);
    }

    public S3Client s3() {
        return clients.get(S3Client.class, () -> S3Client.builder().forcePathStyle(site.isLocal()));
    }

    public SqsClient sqs() {
        return clients.get(SqsClient.class, () -> SqsClient.builder().checksumValidationEnabled(!clients.isDry()));
    }

    public SnsClient sns() {
        return clients.get(SnsClient.class, SnsClient::builder);
    }

    public LambdaClient lambda() {
        return clients.get(LambdaClient.class, LambdaClient::builder);
    }

    public SsmClient ssm() {
        return clients.get(SsmClient.class, SsmClient::builder);
    }

    public CloudWatchLogsClient logs() {
        return clients.get(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }

    public EventBridgeClient events() {
        return clients.get(EventBridgeClient.class, EventBridgeClient::builder);
    }

    /** A client of any other service, set for the stage; the script closes it. */
    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        return clients.make(builder);
    }

    /** Ends the script with an exit code. */
    @SuppressWarnings("DoNotCallSuggester")
    public void exit(int code) {
        throw new ScriptExit(code);
    }
}
