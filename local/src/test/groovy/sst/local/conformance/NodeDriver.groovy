package sst.local.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The AWS SDK for JavaScript, version 3, in one Node process that takes a call a line. */
class NodeDriver implements Driver {
    private static final ObjectMapper JSON = new ObjectMapper()
    private static final Map<String, List<String>> CLIENTS = [
        sts: ['sts', 'STS'], s3: ['s3', 'S3'], ssm: ['ssm', 'SSM'], logs: ['cloudwatch-logs', 'CloudWatchLogs'], iam: ['iam', 'IAM'],
        lambda: ['lambda', 'Lambda'], dynamodb: ['dynamodb', 'DynamoDB'], dynamodbstreams: ['dynamodb-streams', 'DynamoDBStreams'], sqs: ['sqs', 'SQS'],
        sns: ['sns', 'SNS'], events: ['eventbridge', 'EventBridge'], kinesis: ['kinesis', 'Kinesis'], cloudformation: ['cloudformation', 'CloudFormation'],
        apigatewayv2: ['apigatewayv2', 'ApiGatewayV2'], apigateway: ['api-gateway', 'APIGateway'], scheduler: ['scheduler', 'Scheduler'],
        secretsmanager: ['secrets-manager', 'SecretsManager'], 'rds-data': ['rds-data', 'RDSData'], cloudfront: ['cloudfront', 'CloudFront']
    ]
    private static final Path FOLDER = Path.of('target', 'conformance-js').toAbsolutePath()
    private static final String SOURCE = '''
        const readline = require('node:readline')
        const { NodeHttpHandler } = require('@smithy/node-http-handler')
        const [endpoint, clients] = [process.argv[2], JSON.parse(process.argv[3])]
        const made = {}
        const client = (service) => made[service] ??= (() => {
          const [name, prefix] = clients[service]
          const sdk = require('@aws-sdk/client-' + name)
          return { sdk, it: new sdk[prefix + 'Client']({ endpoint, region: 'us-east-1', maxAttempts: 1, forcePathStyle: true,
            credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, requestHandler: new NodeHttpHandler() }) }
        })()
        const bytes = new Set(['Data', 'Payload'])
        const prepared = (value, key) => bytes.has(key) && typeof value == 'string' ? Buffer.from(value)
          : key == 'Timestamp' ? new Date(value * 1000)
          : Array.isArray(value) ? value.map((each) => prepared(each))
          : value && typeof value == 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, prepared(v, k)])) : value
        const plain = (value) => value instanceof Uint8Array ? Buffer.from(value).toString() : value instanceof Date ? value.toISOString()
          : Array.isArray(value) ? value.map(plain)
          : value && typeof value == 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)])) : value
        const run = async ({ service, operation, input }) => {
          const { sdk, it } = client(service)
          try {
            const { $metadata, Body, ...answer } = await it.send(new sdk[operation + 'Command'](prepared(input)))
            return { output: { ...plain(answer), ...(Body ? { Body: await Body.transformToString() } : {}) } }
          } catch (error) {
            if (!error.$metadata?.httpStatusCode) throw error
            return { code: error.Code ?? error.name, text: error.message }
          }
        }
        readline.createInterface({ input: process.stdin }).on('line', async (line) => {
          const answer = await run(JSON.parse(line)).catch((broken) => ({ broken: String(broken.stack) }))
          process.stdout.write(JSON.stringify(answer) + '\\n')
        })'''

    private final Process process
    private final Writer calls
    private final BufferedReader answers

    /** Installs the clients once below target/; tells whether they are there, which needs a registry. */
    static boolean isThere() {
        Files.createDirectories(FOLDER)
        def names = CLIENTS.values().collect { '@aws-sdk/client-' + it[0] } + ['@smithy/node-http-handler']
        if (names.every { Files.exists(FOLDER.resolve('node_modules').resolve(it)) }) {
            return true
        }
        Files.writeString(FOLDER.resolve('package.json'), '{"private":true}')
        def npm = new ProcessBuilder(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', *names])
                .directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(FOLDER.resolve('npm.log').toFile()).start()
        if (!npm.waitFor(240, TimeUnit.SECONDS)) {
            npm.destroy()
        }
        npm.waitFor() == 0
    }

    NodeDriver(String endpoint) {
        def folder = FOLDER
        def script = Files.writeString(folder.resolve('driver.cjs'), SOURCE)
        process = new ProcessBuilder(['node', script.toString(), endpoint, JSON.writeValueAsString(CLIENTS)])
                .redirectError(folder.resolve('driver.log').toFile()).start()
        calls = process.outputWriter()
        answers = process.inputReader()
    }

    @Override
    Driver.Answer call(String service, String operation, Map<String, Object> input) {
        calls.write(JSON.writeValueAsString([service: service, operation: operation, input: input]) + '\n')
        calls.flush()
        def answer = JSON.readValue(answers.readLine(), Map)
        assert !answer.broken: answer.broken
        answer.containsKey('code') ? Driver.Answer.failed(answer.code as String, answer.text as String) : Driver.Answer.of(answer.output as Map)
    }

    @Override
    void close() {
        process.destroy()
        process.waitFor(60, TimeUnit.SECONDS)
    }
}
