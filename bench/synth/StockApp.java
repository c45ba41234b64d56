import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;

/** The same app in the CDK for Java, over jsii as it comes. */
final class StockApp {
    private StockApp() {}

    static void synth(Path out, Path code) {
        App app = new App(AppProps.builder().outdir(out.toString()).build());
        Stack stack = new Stack(app, "dev-notes-api");
        Table.Builder.create(stack, "Notes")
                .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
                .build();
        HttpApi api = HttpApi.Builder.create(stack, "Api").build();
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
            Function function = Function.Builder.create(stack, "Lambda" + method)
                    .code(Code.fromAsset(code.toString()))
                    .handler("list.main")
                    .runtime(Runtime.NODEJS_22_X)
                    .tracing(Tracing.ACTIVE)
                    .build();
            api.addRoutes(AddRoutesOptions.builder()
                    .path("/notes")
                    .methods(List.of(method))
                    .integration(new HttpLambdaIntegration("Integration" + method, function))
                    .build());
        }
        app.synth();
    }
}
