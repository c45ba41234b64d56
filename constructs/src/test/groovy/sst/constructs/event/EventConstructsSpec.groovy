package sst.constructs.event

import java.util.function.Function

import software.amazon.awscdk.services.lambda.Function as LambdaFunction
import software.amazon.awscdk.services.logs.LogGroup
import software.amazon.awscdk.services.sqs.Queue
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class EventConstructsSpec extends SynthSpecification {
    static final String HANDLER = 'src/list.main'

    private static List<Map> statements(Map template) {
        ofType(template, 'AWS::IAM::Policy').collectMany { it.get('Properties').PolicyDocument.Statement }
    }

    def "each construct is known to a bound function by its value, and grants no more than is asked"() {
        given:
        stack('api') {
            def all = [it.bucket('Files'), it.queue('Jobs'), it.topic('News'), it.kinesisStream('Clicks'), it.eventBus('Bus')]
            it.function('Reader', [handler: HANDLER, bind: all.collect { each -> [each, 'write'] }])
        }

        when:
        def template = template('api')
        def variables = ofType(template, 'AWS::Lambda::Function').find { it.get('Properties').Environment }.get('Properties').Environment.Variables
        def actions = statements(template).findAll { it.Effect == 'Allow' }.collectMany { [it.Action].flatten() } as Set

        then:
        variables.keySet().containsAll(['SST_Bucket_bucketName_Files', 'SST_Queue_queueUrl_Jobs', 'SST_Topic_topicArn_News',
                                        'SST_KinesisStream_streamName_Clicks', 'SST_EventBus_eventBusName_Bus'])
        actions.containsAll(['s3:PutObject', 'sqs:SendMessage', 'sns:Publish', 'kinesis:PutRecords', 'events:PutEvents'])
        actions.every { !(it in ['s3:*', 'sqs:*', 'sns:*', 'kinesis:*', 'events:*', 'sqs:ReceiveMessage', 's3:GetObject*']) }
    }

    def "consumers of another stack are made there, and what is attached later reaches them"() {
        given:
        stack('data') { it.queue('Jobs') }
        stack('api') {
            def jobs = it.use('data').get('Jobs')
            jobs.attachPermissions('ses')
            jobs.addConsumer(it, HANDLER)
        }

        when:
        def assembly = run().assembly()
        def data = json(assembly.resolve('dev-notes-data.template.json'))
        def api = json(assembly.resolve('dev-notes-api.template.json'))

        then:
        ofType(data, 'AWS::Lambda::Function').empty
        ofType(api, 'AWS::Lambda::EventSourceMapping').size() == 1
        statements(api)*.Action.contains('ses:*')
        json(assembly.resolve('sst.json')).stacks['dev-notes-api'].resources
                .find { it.key.startsWith('ConsumerJobs') && !it.key.contains('Role') }.value.file == 'EventConstructsSpec.groovy'
    }

    def "routes of another stack are made there"() {
        given:
        stack('main') { it.api('Api', [routes: ['GET /': HANDLER]]) }
        stack('more') { it.use('main').get('Api').addRoutes(it, ['get /more': HANDLER]) }

        when:
        def assembly = run().assembly()
        def more = json(assembly.resolve('dev-notes-more.template.json'))

        then:
        ofType(more, 'AWS::ApiGatewayV2::Route')*.get('Properties').RouteKey == ['GET /more']
        ofType(more, 'AWS::Lambda::Function').size() == 1
        json(assembly.resolve('sst.json')).stacks['dev-notes-more'].resources
                .find { it.key.startsWith('RouteGETmore') }.value.file == 'EventConstructsSpec.groovy'

        when:
        config.stack('more', { it.use('main').get('Api').addRoutes(['GET /more': HANDLER]) })

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].summary() == "api 'Api' has a route 'GET /more' already"
    }

    def "closures give existing queues, functions and log groups"() {
        given:
        stack('api') {
            it.queue('Jobs', [cdk: [queue: { scope -> Queue.fromQueueArn(scope, 'Q', 'arn:aws:sqs:us-east-1:123456789012:jobs') } as Function]])
            it.eventBus('Bus', [rules: [r: [pattern: [source: ['shop']], targets: [
                    logs: [type: 'log_group', cdk: [logGroup: { scope -> new LogGroup(scope, 'Logs') } as Function]],
                    own : [cdk: [function: { scope -> LambdaFunction.fromFunctionName(scope, 'F', 'theirs') } as Function, target: [retryAttempts: 2]]]]]]])
        }

        expect:
        with(template('api')) {
            ofType(it, 'AWS::SQS::Queue').empty
            def targets = ofType(it, 'AWS::Events::Rule')[0].get('Properties').Targets
            targets.size() == 2
            targets[1].RetryPolicy.MaximumRetryAttempts == 2
        }
    }

    def "a bucket tells functions, queues and topics"() {
        given:
        stack('api') {
            it.bucket('Files', [name: 'my-files', cors: [[allowedMethods: ['put'], allowedOrigins: ['*'], maxAge: '1 hour']],
                                notifications: [a: HANDLER, b: it.queue('Jobs'), c: [topic: it.topic('News'), events: ['object_restore_completed']]]])
        }

        expect:
        with(template('api')) {
            def told = ofType(it, 'Custom::S3BucketNotifications')[0].get('Properties').NotificationConfiguration
            told.LambdaFunctionConfigurations.size() == 2
            told.QueueConfigurations*.Events == [['s3:ObjectCreated:*'], ['s3:ObjectRemoved:*']]
            told.TopicConfigurations*.Events == [['s3:ObjectRestore:Completed']]
            def bucket = ofType(it, 'AWS::S3::Bucket')[0].get('Properties')
            bucket.BucketName == 'my-files'
            bucket.CorsConfiguration.CorsRules == [[AllowedMethods: ['PUT'], AllowedOrigins: ['*'], MaxAge: 3600]]
        }
    }

    def "a bucket is emptied before it is removed when the app's resources are not kept"() {
        given:
        config.app { it.removal('destroy') }
        stack('api') { it.bucket('Files') }

        expect:
        ofType(template('api'), 'Custom::S3AutoDeleteObjects').size() == 1
    }

    def "a schedule may be off, and come from the rule's props"() {
        given:
        stack('api') { it.cron('Nightly', [enabled: false, job: HANDLER, cdk: [rule: [schedule: 'cron(0 4 * * ? *)']]]) }

        expect:
        with(ofType(template('api'), 'AWS::Events::Rule')[0].get('Properties')) {
            State == 'DISABLED'
            ScheduleExpression == 'cron(0 4 * * ? *)'
        }
    }

    def "a function that a construct makes can be named elsewhere"() {
        given:
        stack('api') {
            def queue = it.queue('Jobs', [consumer: HANDLER])
            it.outputs(Worker: queue.consumerFunction[0].functionName)
        }

        expect:
        template('api').Outputs.Worker.Value.Ref.startsWith('JobsConsumerJobs')
    }

    def "refused at the line of the construct: #summary"() {
        given:
        stack('api') { it.with(body) }

        when:
        run()

        then:
        def refused = thrown(UserError)
        with(refused.diagnostics()[0]) {
            it.code() == code
            it.summary() == summary
            it.at().file() == 'EventConstructsSpec.groovy'
        }

        where:
        code               | body                                                                                     || summary
        Code.MISSING_PROP  | { it.cron('C', [job: HANDLER]) }                                                         || "cron 'C' needs 'schedule'"
        Code.MISSING_PROP  | { it.queue('Q', [consumer: [cdk: [:]]]) }                                                || "'consumer' of 'Q' has no function"
        Code.CONFLICT      | { it.table('T', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id'], consumers: [a: HANDLER]]) } || "table 'T' has consumers and no stream"
        Code.CONFLICT      | { it.topic('T', [subscribers: [a: it.function('F', [handler: HANDLER])], defaults: [function: [timeout: 3]]]) } || "'a' is an existing function and cannot take defaults.function"
        Code.CONFLICT      | { it.eventBus('B', [rules: [r: [cdk: [rule: [eventBus: 'x']]]]]) }                        || "'cdk.rule' of rule 'r' cannot set 'eventBus'"
        Code.INVALID_VALUE | { it.topic('T').attachPermissionsToSubscriber('a', 's3') }                               || "'T' has no function for 'a'"
        Code.INVALID_VALUE | { it.bucket('B', [cors: [[allowedMethods: ['PATCH']]]]) }                                || "'PATCH' is no method that pages may use on a bucket"
        Code.UNSUPPORTED   | { it.queue('Q', [cdk: [topic: [:]]]) }                                                   || "'cdk' has no 'topic' here"
    }
}
