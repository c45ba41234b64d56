package sst.local.s3

import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.CompletedPart
import software.amazon.awssdk.services.s3.model.Event
import software.amazon.awssdk.services.s3.model.NotificationConfiguration
import software.amazon.awssdk.services.s3.model.S3Exception
import spock.lang.Requires
import sst.local.CloudSpec

/** What buckets tell functions, queues, topics and the event bus, and what they let pages of other origins do. */
class BucketEventsSpec extends CloudSpec {
    private S3Client s3

    def setup() {
        s3 = sdk(S3Client.builder()) as S3Client
        s3.createBucket { it.bucket('bucket') }
    }

    def cleanup() {
        s3.close()
    }

    private void put(String key, String body = 'x') {
        s3.putObject({ it.bucket('bucket').key(key) }, RequestBody.fromString(body))
    }

    private void tell(Map wanted, boolean skip = true) {
        s3.putBucketNotificationConfiguration {
            it.bucket('bucket').skipDestinationValidation(skip).notificationConfiguration(configuration(wanted))
        }
    }

    private static NotificationConfiguration configuration(Map given) {
        def all = NotificationConfiguration.builder()
        def filter = { f -> f.key { k -> k.filterRules({ r -> r.name('prefix').value(given.prefix ?: '') }, { r -> r.name('suffix').value(given.suffix ?: '') }) } }
        def events = (given.events ?: ['s3:ObjectCreated:*']).collect { Event.fromValue(it) }
        if (given.queue) {
            all.queueConfigurations({ q -> q.id('q').queueArn(given.queue).events(events).filter(filter) })
        }
        if (given.function) {
            all.lambdaFunctionConfigurations({ f -> f.id('f').lambdaFunctionArn(given.function).events(events).filter(filter) })
        }
        if (given.topic) {
            all.topicConfigurations({ t -> t.id('t').topicArn(given.topic).events(events).filter(filter) })
        }
        if (given.bus) {
            all.eventBridgeConfiguration {}
        }
        all.build() as NotificationConfiguration
    }

    def 'a function gets an event of each object whose key it wants'() {
        given:
        queue('out')
        tell([function: teller('f'), prefix: 'in/', suffix: '.jpg'])

        when:
        put('in/a b+ü.jpg', 'hello')
        put('in/a.png')
        put('other/a.jpg')
        def event = said(1)[0].Records[0]

        then:
        event.eventName == 'ObjectCreated:Put'
        event.eventSource == 'aws:s3'
        event.awsRegion == 'us-east-1'
        event.eventTime ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
        event.s3.configurationId == 'f'
        event.s3.bucket.name == 'bucket'
        event.s3.bucket.arn == 'arn:aws:s3:::bucket'
        event.s3.object.key == 'in/a+b%2B%C3%BC.jpg'
        event.s3.object.size == 5
        event.s3.object.eTag == '5d41402abc4b2a76b9719d911017c592'
        left('out') == 0
    }

    def 'a queue is tried first, then told of every way in which objects come and go'() {
        given:
        tell([queue: queue('q'), events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:ObjectTagging:*']], false)
        def part = RequestBody.fromBytes(new byte[5 * 1024 * 1024])

        when:
        put('a')
        s3.copyObject { it.sourceBucket('bucket').sourceKey('a').destinationBucket('bucket').destinationKey('b') }
        def upload = s3.createMultipartUpload { it.bucket('bucket').key('c') }.uploadId()
        def tag = s3.uploadPart({ it.bucket('bucket').key('c').uploadId(upload).partNumber(1) }, part).eTag()
        s3.completeMultipartUpload {
            it.bucket('bucket').key('c').uploadId(upload).multipartUpload { m -> m.parts(CompletedPart.builder().partNumber(1).eTag(tag).build()) }
        }
        s3.putObjectTagging { it.bucket('bucket').key('a').tagging { t -> t.tagSet({ x -> x.key('k').value('v') }) } }
        s3.deleteObject { it.bucket('bucket').key('a') }
        s3.deleteObject { it.bucket('bucket').key('never') }
        s3.putBucketVersioning { it.bucket('bucket').versioningConfiguration { v -> v.status('Enabled') } }
        s3.deleteObjects { it.bucket('bucket').delete { d -> d.objects({ o -> o.key('b') }) } }
        def all = said(7, 'q')

        then:
        all[0].Event == 's3:TestEvent'
        all[0].Bucket == 'bucket'
        all.drop(1)*.Records*.getAt(0).collect { it.eventName + ' ' + it.s3.object.key } == ['ObjectCreated:Put a', 'ObjectCreated:Copy b',
            'ObjectCreated:CompleteMultipartUpload c', 'ObjectTagging:Put a', 'ObjectRemoved:Delete a', 'ObjectRemoved:DeleteMarkerCreated b']
        all[6].Records[0].s3.object.versionId
        left('q') == 0
    }

    def 'topics and the event bus are told as well, also after a restart'() {
        given:
        queue('q')
        query([Action: 'CreateTopic', Name: 'news'])
        query([Action: 'Subscribe', TopicArn: arn('sns', 'news'), Protocol: 'sqs', Endpoint: arn('sqs', 'q')])
        call('AWSEvents.PutRule', [Name: 'r', EventPattern: '{"source":["aws.s3"],"detail":{"object":{"key":[{"suffix":".txt"}]}}}'])
        call('AWSEvents.PutTargets', [Rule: 'r', Targets: [[Id: '1', Arn: queue('bus')]]])
        tell([topic: arn('sns', 'news'), bus: true])

        when:
        restart()
        s3 = sdk(S3Client.builder()) as S3Client
        put('a.txt')
        s3.deleteObject { it.bucket('bucket').key('a.txt') }
        def events = said(2, 'bus')

        then:
        JSON.readValue(said(1, 'q')[0].Message, Map).Records[0].s3.object.key == 'a.txt'
        events*.'detail-type' == ['Object Created', 'Object Deleted']
        events[0].source == 'aws.s3'
        events[0].resources == ['arn:aws:s3:::bucket']
        events[0].detail.bucket.name == 'bucket'
        events[0].detail.reason == 'PutObject'
        events[1].detail.'deletion-type' == 'Permanently Deleted'
    }

    def 'rules come back as they were put, and wrong ones are refused: #text'() {
        when:
        tell([queue: queue('q'), prefix: 'a/', suffix: '.b', bus: true])
        def got = s3.getBucketNotificationConfiguration { it.bucket('bucket') }

        then:
        got.queueConfigurations()*.queueArn() == [arn('sqs', 'q')]
        got.queueConfigurations()[0].filter().key().filterRules()*.value() == ['a/', '.b']
        got.eventBridgeConfiguration()

        when:
        tell(wrong, false)

        then:
        def error = thrown(S3Exception)
        error.awsErrorDetails().errorCode() == 'InvalidArgument'
        error.awsErrorDetails().errorMessage().contains(text)

        where:
        wrong                                                                                        | text
        [queue: arn('sqs', 'none')]                                                                  | 'Unable to validate the following destination configurations'
        [queue: arn('sqs', 'q'), topic: arn('sns', 'n')]                                             | 'Configuration is ambiguously defined'
    }

    private static Map bucketStack(Map more = [:]) {
        [
            Bucket: [Type: 'AWS::S3::Bucket', Properties: [BucketName: 'made'] + more],
            Queue: [Type: 'AWS::SQS::Queue', Properties: [QueueName: 'in']]
        ]
    }

    private static Map custom(String event, boolean managed = true) {
        [Notifications: [Type: 'Custom::S3BucketNotifications', Properties: [
            ServiceToken: 'arn:aws:lambda:us-east-1:000000000000:function:python-handler-that-never-runs', BucketName: [Ref: 'Bucket'],
            Managed: managed, SkipDestinationValidation: false, NotificationConfiguration: [QueueConfigurations: [
                [Events: [event], QueueArn: ['Fn::GetAtt': ['Queue', 'Arn']], Filter: [Key: [FilterRules: [[Name: 'suffix', Value: '.txt']]]]]]]]]]
    }

    private List<String> told(Closure action) {
        action()
        def all = []
        becomes { all.addAll(taken(1, 'in', 1)); left('in') == 0 }
        all.collect { JSON.readValue(it.Body, Map) }.findAll { it.Records }.collect { it.Records[0].eventName }
    }

    def "a stack's bucket tells by the CDK's custom resource, which is done here, and by its own property"() {
        when:
        def made = deploy('s', bucketStack() + custom('s3:ObjectCreated:*'))
        def first = told { s3.putObject({ it.bucket('made').key('a.txt') }, RequestBody.fromString('x')) }

        then:
        made == [:]
        first == ['ObjectCreated:Put']

        when:
        deploy('s', bucketStack() + custom('s3:ObjectRemoved:*'))
        def second = told {
            s3.putObject({ it.bucket('made').key('b.txt') }, RequestBody.fromString('x'))
            s3.deleteObject { it.bucket('made').key('b.txt') }
        }

        then:
        second == ['ObjectRemoved:Delete']

        when:
        deploy('s', bucketStack())
        def none = told { s3.putObject({ it.bucket('made').key('c.txt') }, RequestBody.fromString('x')) }

        then:
        none == []

        when:
        deploy('s', bucketStack([NotificationConfiguration: [QueueConfigurations: [[Event: 's3:ObjectCreated:*', Queue: ['Fn::GetAtt': ['Queue', 'Arn']]]]]]))
        def own = told { s3.putObject({ it.bucket('made').key('d') }, RequestBody.fromString('x')) }

        then:
        own == ['ObjectCreated:Put']
        undeploy('s').contains('The bucket you tried to delete is not empty')
    }

    def 'pages of other origins may do what the rules of the bucket say'() {
        given:
        deploy('s', [Bucket: [Type: 'AWS::S3::Bucket', Properties: [BucketName: 'made', CorsConfiguration: [CorsRules: [
            [AllowedOrigins: ['http://*.localhost', 'http://localhost:5173'], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['content-*'],
                ExposedHeaders: ['ETag'], MaxAge: 60]]]]]])
        put('a')

        when:
        def asked = { Map headers, String bucket = 'made' ->
            new ProcessBuilder(['curl', '-s', '-i', '-X', 'OPTIONS', *headers.collectMany { ['-H', "$it.key: $it.value".toString()] },
                "${cloud.endpoint()}/$bucket/k".toString()]).start().inputStream.text
        }
        def allowed = asked(Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'Content-Type')

        then:
        allowed.startsWith('HTTP/1.1 200')
        allowed.toLowerCase().contains('access-control-allow-origin: http://localhost:5173')
        allowed.toLowerCase().contains('access-control-allow-headers: content-type')
        allowed.toLowerCase().contains('access-control-max-age: 60')
        asked(Origin: 'http://app.localhost', 'Access-Control-Request-Method': 'GET').startsWith('HTTP/1.1 200')
        asked(Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'DELETE').startsWith('HTTP/1.1 403')
        asked(Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'x-own').startsWith('HTTP/1.1 403')
        asked(Origin: 'http://localhost:1', 'Access-Control-Request-Method': 'GET').startsWith('HTTP/1.1 403')
        asked([Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'GET'], 'bucket').startsWith('HTTP/1.1 403')

        when:
        s3.putObject({ it.bucket('made').key('k') }, RequestBody.fromString('x'))
        def read = send('GET', '/made/k', '', [Origin: 'http://localhost:5173'])

        then:
        read.headers().firstValue('Access-Control-Allow-Origin').get() == 'http://localhost:5173'
        read.headers().firstValue('Access-Control-Expose-Headers').get() == 'ETag'
        !send('GET', '/bucket/a', '', [Origin: 'http://localhost:5173']).headers().firstValue('Access-Control-Allow-Origin').present
        s3.getBucketCors { it.bucket('made') }.corsRules()[0].allowedOrigins() == ['http://*.localhost', 'http://localhost:5173']
    }

    @Requires({ sst.local.CloudSpec.hasCli() })
    def 'the AWS CLI sets and shows notifications'() {
        given:
        def rules = JSON.writeValueAsString([QueueConfigurations: [[Id: 'a', QueueArn: queue('q'), Events: ['s3:ObjectCreated:Put']]]])

        expect:
        aws('s3api', 'put-bucket-notification-configuration', '--bucket', 'bucket', '--notification-configuration', rules) == ''
        aws('s3api', 'get-bucket-notification-configuration', '--bucket', 'bucket') == JSON.readValue(rules, Map)
    }
}
