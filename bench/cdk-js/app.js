// examples/notes as a CDK app in JavaScript; the code of the functions is taken as it lies there.
const { App, CfnOutput, Duration, Stack } = require("aws-cdk-lib");
const { HttpApi } = require("aws-cdk-lib/aws-apigatewayv2");
const { HttpLambdaIntegration } = require("aws-cdk-lib/aws-apigatewayv2-integrations");
const { AttributeType, BillingMode, Table } = require("aws-cdk-lib/aws-dynamodb");
const { Code, Function, Runtime } = require("aws-cdk-lib/aws-lambda");

const notes = `${__dirname}/../../examples/notes`;
const app = new App();

const data = new Stack(app, "dev-notes-data");
const table = new Table(data, "Notes", {
  tableName: "dev-notes-Notes",
  partitionKey: { name: "id", type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
});
table.addGlobalSecondaryIndex({
  indexName: "byTime",
  partitionKey: { name: "kind", type: AttributeType.STRING },
  sortKey: { name: "createdAt", type: AttributeType.STRING },
});
new CfnOutput(data, "TableName", { value: table.tableName });

const stack = new Stack(app, "dev-notes-api");
const api = new HttpApi(stack, "Api");

function route(key, props) {
  const [method, path] = key.split(" ");
  const handler = new Function(stack, key, {
    memorySize: 1024,
    timeout: Duration.seconds(10),
    environment: { SST_Table_tableName_Notes: table.tableName },
    ...props,
  });
  table.grantFullAccess(handler);
  api.addRoutes({ path, methods: [method], integration: new HttpLambdaIntegration(key, handler) });
}

function node(name) {
  return { code: Code.fromAsset(`${notes}/src`), handler: `${name}.main`, runtime: Runtime.NODEJS_22_X };
}

route("POST /notes", node("create"));
route("GET /notes", node("list"));
route("GET /notes/{id}", node("get"));
route("DELETE /notes/{id}", node("remove"));
route("POST /preview", {
  code: Code.fromAsset(`${notes}/services/preview`), handler: "preview.main", runtime: Runtime.PYTHON_3_11,
});
route("GET /stats", {
  code: Code.fromAsset(`${notes}/services/stats/src`), handler: "notes.stats.StatsHandler", runtime: Runtime.JAVA_17,
});
new CfnOutput(stack, "ApiUrl", { value: api.apiEndpoint });
