const { App, CfnOutput, RemovalPolicy, Stack } = require("aws-cdk-lib");
const { HttpApi, HttpMethod } = require("aws-cdk-lib/aws-apigatewayv2");
const { HttpLambdaIntegration } = require("aws-cdk-lib/aws-apigatewayv2-integrations");
const { AttributeType, Table } = require("aws-cdk-lib/aws-dynamodb");
const { Code, Function, Runtime } = require("aws-cdk-lib/aws-lambda");
const { Bucket } = require("aws-cdk-lib/aws-s3");

const stack = new Stack(new App(), "cdk-app");
const table = new Table(stack, "Items", {
  partitionKey: { name: "id", type: AttributeType.STRING },
  removalPolicy: RemovalPolicy.DESTROY,
});
const handler = new Function(stack, "Handler", {
  code: Code.fromAsset("handler"),
  handler: "index.handler",
  runtime: Runtime.NODEJS_22_X,
  environment: { TABLE: table.tableName },
});
table.grantReadWriteData(handler);
const api = new HttpApi(stack, "Api");
api.addRoutes({
  path: "/items",
  methods: [HttpMethod.GET],
  integration: new HttpLambdaIntegration("Items", handler),
});
// Emptied before it is deleted, by a custom resource of the CDK.
const bucket = new Bucket(stack, "Files", { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
new CfnOutput(stack, "Bucket", { value: bucket.bucketName });
new CfnOutput(stack, "Url", { value: api.apiEndpoint });
