package sst.scripts.engine;

import groovy.lang.Binding;
import groovy.lang.GString;
import groovy.lang.Script;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import sst.scripts.api.Scope;
import sst.scripts.resource.Resources;

/** What every Groovy script extends: the scope's parts are its properties. */
public abstract class GroovyScript extends Script {
    private @Nullable Scope scope;

    protected GroovyScript() {
        super(new Binding());
    }

    final void run(Scope given) {
        scope = given;
        getBinding().setVariable("args", given.args());
        run();
    }

    private Scope scope() {
        Scope known = scope;
        if (known == null) {
            throw new IllegalStateException("fields are set before the script runs; use the stage below them");
        }
        return known;
    }

    public String getStage() {
        return scope().stage();
    }

    public String getApp() {
        return scope().app();
    }

    public String getRegion() {
        return scope().region();
    }

    public boolean isLocal() {
        return scope().isLocal();
    }

    public List<String> getArgs() {
        return scope().args();
    }

    public Resources getResources() {
        return scope().resources();
    }

    public DynamoDbClient getDynamo() {
        return scope().dynamo();
    }

    public S3Client getS3() {
        return scope().s3();
    }

    public SqsClient getSqs() {
        return scope().sqs();
    }

    public SnsClient getSns() {
        return scope().sns();
    }

    public LambdaClient getLambda() {
        return scope().lambda();
    }

    public SsmClient getSsm() {
        return scope().ssm();
    }

    public CloudWatchLogsClient getLogs() {
        return scope().logs();
    }

    public EventBridgeClient getEvents() {
        return scope().events();
    }

    /** A client of any other service, set for the stage. */
    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        return scope().client(builder);
    }

    /** Groovy's own way goes through all classes of the JDK's default imports before it prints its first text. */
    @Override
    @SuppressWarnings("SystemOut")
    public void println(Object value) {
        boolean isPlain = value instanceof String
                || (value instanceof GString text
                        && Arrays.stream(text.getValues()).allMatch(GroovyScript::isPlain));
        if (isPlain && !getBinding().hasVariable("out")) {
            System.out.println(value instanceof GString text ? joined(text) : value);
        } else {
            super.println(value);
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String joined(GString text) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < text.getStrings().length; i++) {
            joined.append(text.getStrings()[i]).append(i < text.getValueCount() ? text.getValue(i) : "");
        }
        return joined.toString();
    }

    /** Ends the script with an exit code. */
    public void exit(int code) {
        scope().exit(code);
    }
}
