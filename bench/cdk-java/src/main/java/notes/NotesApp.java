package notes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnOutputProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;

/** examples/notes as a CDK app in Java; the code of the functions is taken as it lies there. */
public final class NotesApp {

    private final Path notes;
    private final App app = new App();

    private NotesApp(Path notes) {
        this.notes = notes;
    }

    public static void main(String[] args) {
        new NotesApp(Path.of(args[0])).synth();
    }

    private void synth() {
        Table table = data();
        Stack stack = new Stack(app, "dev-notes-api");
        HttpApi api = new HttpApi(stack, "Api");
        Routes routes = new Routes(stack, api, table);
        routes.add(HttpMethod.POST, "/notes", code("src", "create.main", Runtime.NODEJS_22_X));
        routes.add(HttpMethod.GET, "/notes", code("src", "list.main", Runtime.NODEJS_22_X));
        routes.add(HttpMethod.GET, "/notes/{id}", code("src", "get.main", Runtime.NODEJS_22_X));
        routes.add(HttpMethod.DELETE, "/notes/{id}", code("src", "remove.main", Runtime.NODEJS_22_X));
        routes.add(HttpMethod.POST, "/preview", code("services/preview", "preview.main", Runtime.PYTHON_3_11));
        routes.add(HttpMethod.GET, "/stats", code("services/stats/src", "notes.stats.StatsHandler", Runtime.JAVA_17));
        new CfnOutput(stack, "ApiUrl", CfnOutputProps.builder().value(api.getApiEndpoint()).build());
        app.synth();
    }

    private Table data() {
        Stack data = new Stack(app, "dev-notes-data");
        Table table = Table.Builder.create(data, "Notes")
                .tableName("dev-notes-Notes")
                .partitionKey(string("id"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
        table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName("byTime")
                .partitionKey(string("kind"))
                .sortKey(string("createdAt"))
                .build());
        new CfnOutput(data, "TableName", CfnOutputProps.builder().value(table.getTableName()).build());
        return table;
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private FunctionCode code(String folder, String handler, Runtime runtime) {
        return new FunctionCode(notes.resolve(folder).toString(), handler, runtime);
    }

    private record FunctionCode(String folder, String handler, Runtime runtime) {}

    private record Routes(Stack stack, HttpApi api, Table table) {

        void add(HttpMethod method, String path, FunctionCode code) {
            String key = method + " " + path;
            Function function = Function.Builder.create(stack, key)
                    .code(Code.fromAsset(code.folder()))
                    .handler(code.handler())
                    .runtime(code.runtime())
                    .memorySize(1024)
                    .timeout(Duration.seconds(10))
                    .environment(Map.of("SST_Table_tableName_Notes", table.getTableName()))
                    .build();
            table.grantFullAccess(function);
            api.addRoutes(AddRoutesOptions.builder()
                    .path(path)
                    .methods(List.of(method))
                    .integration(new HttpLambdaIntegration(key, function))
                    .build());
        }
    }
}
