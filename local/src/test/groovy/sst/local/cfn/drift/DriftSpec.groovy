package sst.local.cfn.drift

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import sst.local.CloudSettings
import sst.local.LocalCloud

/** Real resources of a real stack, changed by the services' own calls and read back through CloudFormation's. */
class DriftSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()
    static final Map TRUST = [Version: '2012-10-17', Statement: [[Effect: 'Allow', Action: 'sts:AssumeRole', Principal: [Service: 'lambda.amazonaws.com']]]]
    static final Map RESOURCES = [
        Role: [Type: 'AWS::IAM::Role', Properties: [AssumeRolePolicyDocument: TRUST]],
        Fn: [Type: 'AWS::Lambda::Function', Properties: [
            Code: [ZipFile: 'exports.main = async () => 1'], Handler: 'index.main', Runtime: 'nodejs20.x', MemorySize: 256,
            Role: ['Fn::GetAtt': ['Role', 'Arn']], Environment: [Variables: [A: '1', B: '2']]]],
        Table: [Type: 'AWS::DynamoDB::Table', Properties: [
            BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: [[AttributeName: 'id', AttributeType: 'S']],
            KeySchema: [[AttributeName: 'id', KeyType: 'HASH']], TimeToLiveSpecification: [AttributeName: 'end', Enabled: true]]],
        Queue: [Type: 'AWS::SQS::Queue', Properties: [VisibilityTimeout: 60]],
        Topic: [Type: 'AWS::SNS::Topic', Properties: [DisplayName: 'News']],
        Setting: [Type: 'AWS::SSM::Parameter', Properties: [Name: '/drift/setting', Type: 'String', Value: 'as deployed']],
        Group: [Type: 'AWS::Logs::LogGroup', Properties: [LogGroupName: '/drift/group', RetentionInDays: 7]],
        Rule: [Type: 'AWS::Events::Rule', Properties: [ScheduleExpression: 'rate(1 day)', State: 'DISABLED', EventPattern: [source: ['mine']]]],
        Bucket: [Type: 'AWS::S3::Bucket'],
    ]

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalCloud cloud

    @Shared
    HttpClient client = HttpClient.newHttpClient()

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
        assert cfn('CreateStack', TemplateBody: JSON.writeValueAsString([Resources: RESOURCES]), 'Capabilities.member.1': 'CAPABILITY_IAM').contains('StackId')
        settle('CREATE_COMPLETE')
    }

    def "what was changed by hand is told by path, and a deployment makes it a thing of the past"() {
        expect: 'nobody touched it'
        detect() == RESOURCES.keySet().collectEntries { [it, ['IN_SYNC']] }
        first('StackDriftStatus', cfn('DescribeStacks')) == 'IN_SYNC'

        when:
        byHand()

        then:
        detect() == [
            Bucket: ['DELETED'],
            Fn: ['MODIFIED', '/Environment/Variables/A 1 -> 9 NOT_EQUAL', '/Environment/Variables/B 2 ->  REMOVE',
                 '/Environment/Variables/C  -> 3 ADD', '/MemorySize 256 -> 512 NOT_EQUAL'],
            Group: ['MODIFIED', '/RetentionInDays 7 -> 14 NOT_EQUAL'],
            Queue: ['MODIFIED', '/VisibilityTimeout 60 -> 90 NOT_EQUAL'],
            Role: ['IN_SYNC'],
            Rule: ['MODIFIED', '/State DISABLED -> ENABLED NOT_EQUAL'],
            Setting: ['MODIFIED', '/Value as deployed -> by hand NOT_EQUAL'],
            Table: ['MODIFIED', '/TimeToLiveSpecification/Enabled true -> false NOT_EQUAL'],
            Topic: ['MODIFIED', '/DisplayName News -> Olds NOT_EQUAL'],
        ]
        first('StackDriftStatus', cfn('DescribeStacks')) == 'DRIFTED'

        and: 'only those that are asked for'
        all('LogicalResourceId', cfn('DescribeStackResourceDrifts', 'StackResourceDriftStatusFilters.member.1': 'DELETED')) == ['Bucket']

        when:
        cfn('UpdateStack', TemplateBody: JSON.writeValueAsString([Resources: [Setting: RESOURCES.Setting]]), 'Capabilities.member.1': 'CAPABILITY_IAM')
        settle('UPDATE_COMPLETE')

        then: 'what was found before says nothing about the stack any more'
        first('StackDriftStatus', cfn('DescribeStacks')) == 'NOT_CHECKED'
        all('LogicalResourceId', cfn('DescribeStackResourceDrifts')).empty
    }

    def "a stack that is not there cannot be looked at, nor a detection that was never made"() {
        expect:
        send('cloudformation', 'Action=DetectStackDrift&Version=2010-05-15&StackName=nobody').contains('does not exist')
        send('cloudformation', 'Action=DescribeStackDriftDetectionStatus&Version=2010-05-15&StackDriftDetectionId=x').contains('does not exist')
    }

    private void byHand() {
        String fn = physical('Fn')
        put("/2015-03-31/functions/$fn/configuration", [MemorySize: 512, Environment: [Variables: [A: '9', C: '3']]])
        json('dynamodb', 'DynamoDB_20120810.UpdateTimeToLive', [TableName: physical('Table'), TimeToLiveSpecification: [AttributeName: 'end', Enabled: false]])
        json('sqs', 'AmazonSQS.SetQueueAttributes', [QueueUrl: physical('Queue'), Attributes: [VisibilityTimeout: '90']])
        json('ssm', 'AmazonSSM.PutParameter', [Name: '/drift/setting', Value: 'by hand', Overwrite: true])
        json('logs', 'Logs_20140328.PutRetentionPolicy', [logGroupName: '/drift/group', retentionInDays: 14])
        json('events', 'AWSEvents.EnableRule', [Name: physical('Rule')])
        send('sns', form([Action: 'SetTopicAttributes', Version: '2010-03-31', TopicArn: physical('Topic'), AttributeName: 'DisplayName', AttributeValue: 'Olds']))
        assert exchange('s3', HttpRequest.newBuilder(URI.create("${cloud.endpoint()}/${physical('Bucket')}")).DELETE()).statusCode() == 204
    }

    /** By logical id: the status, and each difference. */
    private Map<String, List<String>> detect() {
        String id = first('StackDriftDetectionId', cfn('DetectStackDrift'))
        assert send('cloudformation', form([Action: 'DescribeStackDriftDetectionStatus', Version: '2010-05-15', StackDriftDetectionId: id])).contains('DETECTION_COMPLETE')
        String found = cfn('DescribeStackResourceDrifts')
        found.split('<StackId>').drop(1).collectEntries { String drift ->
            List<String> differences = drift.split('<PropertyPath>').drop(1).collect { 'P>' + it }.collect {
                "${(it =~ '^P>([^<]*)')[0][1]} ${first('ExpectedValue', it)} -> ${first('ActualValue', it)} ${first('DifferenceType', it)}".toString()
            }
            [first('LogicalResourceId', drift), [first('StackResourceDriftStatus', drift)] + differences]
        }
    }

    private void settle(String status) {
        new PollingConditions(timeout: 120, delay: 0.05).eventually {
            assert first('StackStatus', cfn('DescribeStacks')) == status : cfn('DescribeStackEvents')
        }
    }

    private String physical(String logicalId) {
        first('PhysicalResourceId', cfn('DescribeStackResource', LogicalResourceId: logicalId))
    }

    private String cfn(Map parameters = [:], String action) {
        send('cloudformation', form([Action: action, Version: '2010-05-15', StackName: 'drifting'] + parameters))
    }

    private static String form(Map<String, String> parameters) {
        parameters.collect { name, value -> "$name=${URLEncoder.encode(value, 'UTF-8')}" }.join('&')
    }

    private String send(String service, String form) {
        exchange(service, HttpRequest.newBuilder(URI.create(cloud.endpoint() + '/'))
            .header('Content-Type', 'application/x-www-form-urlencoded').POST(HttpRequest.BodyPublishers.ofString(form))).body()
    }

    private void json(String service, String target, Map body) {
        def reply = exchange(service, HttpRequest.newBuilder(URI.create(cloud.endpoint() + '/'))
            .header('Content-Type', 'application/x-amz-json-1.0').header('X-Amz-Target', target)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))))
        assert reply.statusCode() == 200: reply.body()
    }

    private void put(String path, Map body) {
        def reply = exchange('lambda', HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))))
        assert reply.statusCode() == 200: reply.body()
    }

    private HttpResponse<String> exchange(String service, HttpRequest.Builder request) {
        client.send(request.header('Authorization', "AWS4-HMAC-SHA256 Credential=local/20261121/us-east-1/$service/aws4_request").build(),
            HttpResponse.BodyHandlers.ofString())
    }

    private static String first(String element, String xml) {
        def found = all(element, xml)
        found ? found[0] : ''
    }

    private static List<String> all(String element, String xml) {
        (xml =~ "<$element>([^<]*)</$element>").collect { it[1] as String }
    }
}
