package sst.runner.aws.sdk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.BlobPort;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.IdentityPort;
import sst.runner.aws.ImagePort;
import sst.runner.aws.LogPort;
import sst.runner.aws.ParameterPort;
import sst.runner.aws.StateMachinePort;
import sst.runner.aws.ZonePort;
import sst.runner.aws.account.Aws;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.xml.XmlZones;

/** The ports over the SDK; each client is made when it is first asked for and shared from then on. */
final class SdkAws implements Aws {
    private static final String SESSION_NAME = "sst";

    private final Clients clients;
    private final Consumer<String> warnings;
    private final Lazy<CloudFormationClient> cloudFormation;
    private final Lazy<S3Client> s3;
    private final Lazy<SsmClient> ssm;
    private final Lazy<LambdaClient> lambda;
    private final Lazy<StsClient> sts;
    private final Lazy<CloudWatchLogsClient> logs;
    private final Map<String, Aws> roles = new ConcurrentHashMap<>();

    SdkAws(Clients clients, Consumer<String> warnings) {
        this.clients = clients;
        this.warnings = warnings;
        this.cloudFormation = new Lazy<>(() -> clients.make(CloudFormationClient.builder()));
        this.s3 = new Lazy<>(() -> clients.makePatient(
                S3Client.builder().forcePathStyle(clients.target().isLocal())));
        this.ssm = new Lazy<>(() -> clients.make(SsmClient.builder()));
        this.lambda = new Lazy<>(() -> clients.makePatient(LambdaClient.builder()));
        this.sts = new Lazy<>(() -> clients.makeQuick(StsClient.builder()));
        this.logs = new Lazy<>(() -> clients.make(CloudWatchLogsClient.builder()));
    }

    @Override
    public CloudFormationPort cloudFormation() {
        return new SdkCloudFormation(cloudFormation.get());
    }

    @Override
    public BlobPort blobs() {
        return new SdkBlobs(s3.get());
    }

    @Override
    public ParameterPort parameters() {
        return new SdkParameters(ssm.get());
    }

    @Override
    public FunctionPort functions() {
        return new SdkFunctions(lambda.get());
    }

    @Override
    public IdentityPort identity() {
        return new SdkIdentity(sts.get());
    }

    @Override
    public LogPort logs() {
        return new SdkLogs(logs.get());
    }

    @Override
    public ZonePort zones() {
        return new XmlZones(clients.xml(), clients.target(), SdkErrors::call);
    }

    @Override
    public ImagePort images() {
        return SdkImages.of(clients);
    }

    /** See docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html. */
    @Override
    public StateMachinePort stateMachines() {
        JsonService states = JsonService.of(clients, "states", new JsonService.Protocol("1.0", "AWSStepFunctions"));
        return (arn, definition) -> states.call(
                "UpdateStateMachine",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("stateMachineArn", arn)
                        .put("definition", definition));
    }

    @Override
    public Aws as(String roleArn) {
        return roles.computeIfAbsent(roleArn, this::assume);
    }

    private Aws assume(String roleArn) {
        try {
            // Renewed before they expire: a deploy may take longer than the hour that a role's credentials live.
            StsAssumeRoleCredentialsProvider credentials = StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(sts.get())
                    .refreshRequest(r -> r.roleArn(roleArn).roleSessionName(SESSION_NAME))
                    .build();
            SdkErrors.call(credentials::resolveCredentials);
            return new SdkAws(clients.with(credentials), warnings);
        } catch (AwsFailure failure) {
            return withoutRole(roleArn, failure);
        }
    }

    /** A missing right to assume is survivable within the role's own account; expired credentials are not. */
    private Aws withoutRole(String roleArn, AwsFailure failure) {
        boolean refused = failure.kind() == AwsFailure.Kind.DENIED
                || failure.kind() == AwsFailure.Kind.NOT_FOUND
                || failure.kind() == AwsFailure.Kind.REFUSED;
        if (!refused || !roleArn.contains(":" + identity().caller().account() + ":")) {
            throw failure;
        }
        warnings.accept("cannot assume " + roleArn + ", going on with your own credentials: " + failure.reason());
        return this;
    }

    @Override
    public void close() {
        roles.values().stream().filter(aws -> aws != this).forEach(Aws::close);
        cloudFormation.ifMade(CloudFormationClient::close);
        s3.ifMade(S3Client::close);
        ssm.ifMade(SsmClient::close);
        lambda.ifMade(LambdaClient::close);
        sts.ifMade(StsClient::close);
        logs.ifMade(CloudWatchLogsClient::close);
        clients.close();
    }
}
