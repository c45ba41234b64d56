package sst.local.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.CloudSettings
import sst.local.LocalCloud

/** A thousand broken requests a protocol, the same in every run: each ends in an answer or an error of AWS's form. */
class MalformedSpec extends Specification {
    private static final int COUNT = Integer.getInteger('sst.mutations', 1000)
    private static final List<String> ODD = ['\u0000', '"', '{', '}', '[', ']', '\\', '<', '&', '%', '%00', '%zz', '\r\n', 'null', '-1', '1e999', '9' * 400, '\ud800', '../', '\u202e', ';', '=', '.']

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalCloud cloud

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
    }

    private static record Call(String service, String method, String path, Map<String, String> headers, String body) {}

    private static Call target(String service, String version, String target, String body) {
        new Call(service, 'POST', '/', ['X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-' + version], body)
    }

    private static Call form(String service, String body) {
        new Call(service, 'POST', '/', ['Content-Type': 'application/x-www-form-urlencoded'], body)
    }

    private static Call rest(String service, String method, String path, String body = '', Map headers = [:]) {
        new Call(service, method, path, headers, body)
    }

    private static final Map<String, List<Call>> CALLS = [
        'JSON 1.0': [
            target('dynamodb', '1.0', 'DynamoDB_20120810.PutItem', '{"TableName":"tab","Item":{"id":{"S":"a"},"n":{"N":"1"},"l":{"L":[{"M":{"x":{"BS":["YQ=="]}}}]}},"ConditionExpression":"attribute_not_exists(id) AND #n < :v","ExpressionAttributeNames":{"#n":"n"},"ExpressionAttributeValues":{":v":{"N":"7"}}}'),
            target('dynamodb', '1.0', 'DynamoDB_20120810.Query', '{"TableName":"tab","KeyConditionExpression":"id = :a","FilterExpression":"contains(l, :v) OR size(n) > :a","ExpressionAttributeValues":{":a":{"S":"a"},":v":{"S":"v"}},"Limit":3,"ExclusiveStartKey":{"id":{"S":"a"}}}'),
            target('dynamodb', '1.0', 'DynamoDB_20120810.UpdateItem', '{"TableName":"tab","Key":{"id":{"S":"a"}},"UpdateExpression":"SET n = if_not_exists(n, :v) + :v, l[3].x = :v REMOVE q ADD s :s","ExpressionAttributeValues":{":v":{"N":"7"},":s":{"NS":["1","2"]}}}'),
            target('dynamodb', '1.0', 'DynamoDB_20120810.TransactWriteItems', '{"TransactItems":[{"Put":{"TableName":"tab","Item":{"id":{"S":"b"}}}},{"Delete":{"TableName":"tab","Key":{"id":{"S":"c"}}}}]}'),
            target('dynamodb', '1.0', 'DynamoDB_20120810.CreateTable', '{"TableName":"other","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"BillingMode":"PAY_PER_REQUEST","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}'),
            target('sqs', '1.0', 'AmazonSQS.CreateQueue', '{"QueueName":"q","Attributes":{"VisibilityTimeout":"30","RedrivePolicy":"{\\"maxReceiveCount\\":2,\\"deadLetterTargetArn\\":\\"arn:aws:sqs:us-east-1:000000000000:q\\"}"}}'),
            target('sqs', '1.0', 'AmazonSQS.SendMessageBatch', '{"QueueUrl":"/q","Entries":[{"Id":"a","MessageBody":"b","MessageAttributes":{"n":{"DataType":"Number","StringValue":"1"}}}]}'),
            target('sqs', '1.0', 'AmazonSQS.ChangeMessageVisibility', '{"QueueUrl":"/q","ReceiptHandle":"abc","VisibilityTimeout":3}')
        ],
        'JSON 1.1': [
            target('ssm', '1.1', 'AmazonSSM.PutParameter', '{"Name":"/a/b","Value":"1","Type":"String","Tags":[{"Key":"a","Value":"b"}]}'),
            target('ssm', '1.1', 'AmazonSSM.GetParametersByPath', '{"Path":"/a","Recursive":true,"MaxResults":3,"NextToken":"x"}'),
            target('logs', '1.1', 'Logs_20140328.PutLogEvents', '{"logGroupName":"/g","logStreamName":"s","logEvents":[{"timestamp":1,"message":"m"}]}'),
            target('logs', '1.1', 'Logs_20140328.FilterLogEvents', '{"logGroupName":"/g","filterPattern":"{ $.a = 1 }","startTime":1,"limit":2}'),
            target('events', '1.1', 'AWSEvents.PutRule', '{"Name":"r","EventPattern":"{\\"source\\":[{\\"prefix\\":\\"a\\"}]}","ScheduleExpression":"rate(5 minutes)"}'),
            target('events', '1.1', 'AWSEvents.PutTargets', '{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q","InputTransformer":{"InputPathsMap":{"a":"$.detail"},"InputTemplate":"<a>"}}]}'),
            target('events', '1.1', 'AWSEvents.PutEvents', '{"Entries":[{"Source":"a","DetailType":"t","Detail":"{}","Time":1700000000,"Resources":["r"]}]}'),
            target('kinesis', '1.1', 'Kinesis_20131202.PutRecords', '{"StreamName":"s","Records":[{"PartitionKey":"k","Data":"YQ==","ExplicitHashKey":"12"}]}'),
            target('kinesis', '1.1', 'Kinesis_20131202.GetRecords', '{"ShardIterator":"AAAA","Limit":3}'),
            target('secretsmanager', '1.1', 'secretsmanager.CreateSecret', '{"Name":"s","SecretString":"x","Tags":[{"Key":"a","Value":"b"}],"ClientRequestToken":"01234567890123456789012345678901"}'),
            target('secretsmanager', '1.1', 'secretsmanager.UpdateSecretVersionStage', '{"SecretId":"s","VersionStage":"AWSCURRENT","MoveToVersionId":"01234567890123456789012345678901"}'),
            target('logs', '1.1', 'Logs_20140328.PutSubscriptionFilter', '{"logGroupName":"/g","filterName":"f","filterPattern":"{ $.a = \\"*\\" && $.b IS NULL }","destinationArn":"arn:aws:lambda:us-east-1:000000000000:function:f"}')
        ],
        'CBOR': [
            new Call('kinesis', 'POST', '/', ['X-Amz-Target': 'Kinesis_20131202.PutRecord', 'Content-Type': 'application/x-amz-cbor-1.1'], '\u00bfjStreamNameasdDataAxlPartitionKeyak\u00ff'),
            new Call('kinesis', 'POST', '/', ['X-Amz-Target': 'Kinesis_20131202.GetRecords', 'Content-Type': 'application/x-amz-cbor-1.1', 'X-Amzn-Kinesis': 'x'], '\u00bfmShardIteratordAAAAeLimit\u0003\u00ff')
        ],
        'query': [
            form('cloudformation', 'Action=CreateStack&Version=2010-05-15&StackName=s&TemplateBody=%7B%22Resources%22%3A%7B%22P%22%3A%7B%22Type%22%3A%22AWS%3A%3ASSM%3A%3AParameter%22%7D%7D%7D&Parameters.member.1.ParameterKey=a&Parameters.member.1.ParameterValue=b&Capabilities.member.1=CAPABILITY_IAM'),
            form('cloudformation', 'Action=DescribeStacks&Version=2010-05-15&StackName=s&NextToken=x'),
            form('sts', 'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fr&RoleSessionName=s&DurationSeconds=900'),
            form('iam', 'Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B%22Statement%22%3A%5B%5D%7D&Tags.member.1.Key=a&Tags.member.1.Value=b'),
            form('sns', 'Action=Subscribe&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A000000000000%3At&Protocol=sqs&Endpoint=arn%3Aaws%3Asqs%3Aus-east-1%3A000000000000%3Aq&Attributes.entry.1.key=FilterPolicy&Attributes.entry.1.value=%7B%22a%22%3A%5B1%5D%7D'),
            form('sns', 'Action=Publish&Version=2010-03-31&TopicArn=t&Message=m&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=v')
        ],
        'REST-JSON': [
            rest('lambda', 'POST', '/2015-03-31/functions', '{"FunctionName":"f","Runtime":"nodejs20.x","Role":"arn:aws:iam::000000000000:role/r","Handler":"i.h","Code":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="},"Environment":{"Variables":{"A":"b"}},"Timeout":3}'),
            rest('lambda', 'GET', '/2015-03-31/functions/f?Qualifier=1&MaxItems=3'),
            rest('lambda', 'POST', '/2015-03-31/functions/g/invocations', '{"a":1}', ['X-Amz-Invocation-Type': 'DryRun']),
            rest('lambda', 'POST', '/2015-03-31/event-source-mappings', '{"EventSourceArn":"arn:aws:sqs:us-east-1:000000000000:q","FunctionName":"f","BatchSize":3,"FilterCriteria":{"Filters":[{"Pattern":"{\\"body\\":[1]}"}]}}'),
            rest('lambda', 'PUT', '/2017-10-31/functions/f/concurrency', '{"ReservedConcurrentExecutions":1}'),
            rest('apigateway', 'POST', '/v2/apis', '{"name":"a","protocolType":"HTTP","corsConfiguration":{"allowOrigins":["*"],"maxAge":3}}'),
            rest('apigateway', 'POST', '/v2/apis/abc/routes', '{"routeKey":"GET /x","target":"integrations/y"}'),
            rest('apigateway', 'POST', '/restapis', '{"name":"r","endpointConfiguration":{"types":["REGIONAL"]},"binaryMediaTypes":["*/*"]}'),
            rest('apigateway', 'PUT', '/restapis/abc/resources/def/methods/GET', '{"authorizationType":"NONE","requestParameters":{"method.request.path.a":true}}'),
            rest('lambda', 'POST', '/2018-10-31/layers/l/versions', '{"Content":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="},"CompatibleRuntimes":["nodejs20.x"]}'),
            rest('lambda', 'PUT', '/2019-09-25/functions/f/event-invoke-config', '{"MaximumRetryAttempts":1,"MaximumEventAgeInSeconds":60,"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sqs:us-east-1:000000000000:q"}}}'),
            rest('scheduler', 'POST', '/schedules/s', '{"ScheduleExpression":"at(2030-01-01T00:00:00)","ScheduleExpressionTimezone":"Europe/Berlin","FlexibleTimeWindow":{"Mode":"OFF"},"Target":{"Arn":"arn:aws:sqs:us-east-1:000000000000:q","RoleArn":"arn:aws:iam::000000000000:role/r","Input":"{}"}}'),
            rest('rds-data', 'POST', '/Execute', '{"resourceArn":"arn:aws:rds:us-east-1:000000000000:cluster:c","secretArn":"arn:aws:secretsmanager:us-east-1:000000000000:secret:s","sql":"select :a","parameters":[{"name":"a","value":{"longValue":1},"typeHint":"UUID"}]}')
        ],
        'REST-XML': [
            rest('s3', 'PUT', '/bucket'),
            rest('s3', 'PUT', '/bucket/key%20a?tagging', '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>'),
            rest('s3', 'PUT', '/bucket/key', 'data', ['Content-MD5': 'jXd/OF09/siBXSD3SWAm3A==', 'x-amz-meta-a': 'b']),
            rest('s3', 'PUT', '/bucket/key', '4;chunk-signature=a\r\ndata\r\n0\r\nx-amz-checksum-crc32:rfPzYw==\r\n\r\n', ['x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-trailer': 'x-amz-checksum-crc32', 'x-amz-decoded-content-length': '4']),
            rest('s3', 'POST', '/bucket?delete', '<Delete><Object><Key>a</Key></Object><Quiet>true</Quiet></Delete>'),
            rest('s3', 'PUT', '/bucket?cors', '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>'),
            rest('s3', 'PUT', '/bucket?notification', '<NotificationConfiguration><QueueConfiguration><Queue>arn:aws:sqs:us-east-1:000000000000:q</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration></NotificationConfiguration>'),
            rest('s3', 'GET', '/bucket?list-type=2&prefix=a&delimiter=%2F&max-keys=3&continuation-token=abc&encoding-type=url'),
            rest('s3', 'GET', '/bucket/key', '', ['Range': 'bytes=0-3', 'If-None-Match': '"x"']),
            rest('s3', 'POST', '/bucket/key?uploadId=abc', '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"a"</ETag></Part></CompleteMultipartUpload>'),
            rest('cloudfront', 'POST', '/2020-05-31/distribution/E1/invalidation', '<InvalidationBatch><Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths><CallerReference>x</CallerReference></InvalidationBatch>')
        ]
    ]

    def 'broken calls of #protocol end in what AWS would say, and the next one is served'() {
        given:
        def random = new Random(20_261_121)
        def calls = CALLS[protocol]

        expect:
        (1..COUNT).every { number ->
            def call = broken(calls[number % calls.size()], random)
            def answer = send(call)
            answer == null || isOfAws(answer) || fail("$number: $call -> ${answer.status()} ${answer.headers()} ${answer.body()}")
        }
        new ObjectMapper().readValue(new URI(cloud.endpoint() + '/_sst/status').toURL(), Map).running

        where:
        protocol << CALLS.keySet()
    }

    /** One to three faults in body, path, target or headers. */
    private static Call broken(Call call, Random random) {
        (0..random.nextInt(3)).inject(call) { Call was, int ignored ->
            switch (random.nextInt(10)) {
                case 0: return new Call(was.service(), was.method(), was.path(), was.headers(), was.body().take(random.nextInt(was.body().length() + 1)))
                case 1: return new Call(['s3', 'lambda', 'dynamodb', 'sns', 'none'][random.nextInt(5)], was.method(), was.path(), was.headers(), was.body())
                case 2: return new Call(was.service(), ['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'][random.nextInt(7)], was.path(), was.headers(), was.body())
                case 3: return new Call(was.service(), was.method(), spoiled(was.path(), random), was.headers(), was.body())
                case 4: return new Call(was.service(), was.method(), was.path(), spoiled(was.headers(), random), was.body())
                case 5: return new Call(was.service(), was.method(), was.path(), was.headers(), retyped(was.body(), random))
                default: return new Call(was.service(), was.method(), was.path(), was.headers(), spoiled(was.body(), random))
            }
        }
    }

    private static String spoiled(String text, Random random) {
        int at = random.nextInt(text.length() + 1)
        int end = Math.min(text.length(), at + random.nextInt(4))
        text.substring(0, at) + (random.nextBoolean() ? ODD[random.nextInt(ODD.size())] : '') + text.substring(end)
    }

    private static Map<String, String> spoiled(Map<String, String> headers, Random random) {
        if (!headers) {
            return ['X-Amz-Target': 'x.y', 'Content-MD5': 'x', 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'].findAll { random.nextBoolean() }
        }
        def name = headers.keySet()[random.nextInt(headers.size())]
        random.nextBoolean() ? headers - [(name): headers[name]] : headers + [(name): spoiled(headers[name], random)]
    }

    /** Another value in the place of a text or number. */
    private static String retyped(String body, Random random) {
        def places = (body =~ /"[^"]*"|\b\d+\b/).collect { it }
        places ? body.replaceFirst(java.util.regex.Pattern.quote(places[random.nextInt(places.size())]),
                java.util.regex.Matcher.quoteReplacement(['true', '12', '-0.5', '[]', '{}', 'null', '""', '[[[]]]', '{"S":{"S":{}}}', '"' + 'x' * 3000 + '"'][random.nextInt(10)])) : body
    }

    /** The answer; null for what is no HTTP, which the server refuses by itself. */
    private Reply send(Call call) {
        def path = (call.path().startsWith('/') ? '' : '/') + call.path()
        def all = call.headers() + [Host: '127.0.0.1', Connection: 'close', Authorization:
            "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/${call.service()}/aws4_request, SignedHeaders=host, Signature=0".toString()]
        if (!isUri(path) || all.any { it.key.isEmpty() || it.value =~ /[\x00-\x1f\x7f]/ }) {
            return null
        }
        def body = call.body().getBytes('UTF-8')
        def head = "${call.method()} $path HTTP/1.1\r\n" + all.collect { "$it.key: $it.value\r\n" }.join('') + "Content-Length: $body.length\r\n\r\n"
        new Socket('127.0.0.1', URI.create(cloud.endpoint()).port).withCloseable { socket ->
            socket.soTimeout = 300_000
            socket.outputStream.write((head.getBytes('UTF-8') as List + (body as List)) as byte[])
            socket.outputStream.flush()
            def text = socket.inputStream.getText('UTF-8')
            def end = text.indexOf('\r\n\r\n')
            new Reply(call.method(), text.split(' ', 3)[1] as int, text.substring(0, end).toLowerCase(), text.substring(end + 4))
        }
    }

    private static record Reply(String method, int status, String headers, String body) {}

    private static boolean isUri(String path) {
        try {
            path.every { it >= '!' && it <= '~' } && new URI('http://127.0.0.1' + path)
        } catch (URISyntaxException ignored) {
            false
        }
    }

    private static boolean fail(String what) {
        throw new AssertionError((Object) what)
    }

    private static boolean isOfAws(Reply answer) {
        if (answer.status() < 400) {
            return true
        }
        def text = answer.body()
        def isNamed = answer.headers().contains('x-amzn-errortype: ') || text.contains('<Code>') || text.contains('"__type"')
        def isBare = text.isEmpty() && (answer.method() == 'HEAD' || answer.status() in [400, 403, 404, 412, 416])
        answer.status() != 500 && (isNamed || isBare) && !text.contains('\tat ') && !text.contains('sst.local.')
    }
}
