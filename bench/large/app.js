// The app of sst.config.groovy, as a CDK app in JavaScript; the code of the functions is taken as it lies there.
const { App, Duration, Stack } = require("aws-cdk-lib");
const { HttpApi } = require("aws-cdk-lib/aws-apigatewayv2");
const { HttpLambdaIntegration } = require("aws-cdk-lib/aws-apigatewayv2-integrations");
const { AttributeType, BillingMode, Table } = require("aws-cdk-lib/aws-dynamodb");
const { EventBus } = require("aws-cdk-lib/aws-events");
const { Code, Function, Runtime, Tracing } = require("aws-cdk-lib/aws-lambda");
const { Bucket } = require("aws-cdk-lib/aws-s3");
const { Topic } = require("aws-cdk-lib/aws-sns");
const { Queue } = require("aws-cdk-lib/aws-sqs");

const app = new App();
const some = (count, make) => Array.from({ length: count }, (_, at) => make(at + 1));

some(10, (n) => {
  const stack = new Stack(app, `dev-large-part${n}`);
  const tables = some(5, (i) => new Table(stack, `Table${n}x${i}`, {
    tableName: `dev-large-Table${n}x${i}`,
    partitionKey: { name: "id", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  }));
  some(4, (i) => new Queue(stack, `Queue${n}x${i}`, { queueName: `dev-large-Queue${n}x${i}` }));
  some(3, (i) => new Topic(stack, `Topic${n}x${i}`, { topicName: `dev-large-Topic${n}x${i}` }));
  some(2, (i) => new Bucket(stack, `Bucket${n}x${i}`, { enforceSSL: true }));
  new EventBus(stack, `Bus${n}`, { eventBusName: `dev-large-Bus${n}` });
  const lambda = (id, environment) => new Function(stack, id, {
    code: Code.fromAsset(`${__dirname}/src`), handler: "main.main", runtime: Runtime.NODEJS_22_X,
    memorySize: 1024, timeout: Duration.seconds(10), tracing: Tracing.ACTIVE, environment,
  });
  some(4, (i) => {
    const table = tables[i];
    table.grantFullAccess(lambda(`Function${n}x${i}`, { [`SST_Table_tableName_Table${n}x${i + 1}`]: table.tableName }));
  });
  const api = new HttpApi(stack, `Api${n}`, { apiName: `dev-large-Api${n}` });
  for (const key of ["GET /a", "POST /a", "GET /a/{id}"]) {
    const [method, path] = key.split(" ");
    api.addRoutes({ path, methods: [method], integration: new HttpLambdaIntegration(key, lambda(`Api${n} ${key}`, {})) });
  }
});
