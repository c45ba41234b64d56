package sst.constructs.cdk

import java.util.function.Function as Code

import software.amazon.awscdk.services.ec2.Vpc
import software.amazon.awscdk.services.iam.PolicyStatement
import software.amazon.awscdk.services.sns.Topic
import software.amazon.awscdk.services.sqs.Queue
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code as Kind
import sst.model.diagnostic.UserError

/** What a cdk block of a stack returns, in the places that take CDK objects. */
class CdkObjectsSpec extends SynthSpecification {
    def "an object of a cdk block takes the place of a construct's own"() {
        given:
        stack('api') {
            def mine = it.cdk({ scope -> Queue.fromQueueArn(scope, 'Mine', 'arn:aws:sqs:us-east-1:1:mine') } as Code)
            it.queue('Jobs', [cdk: [queue: mine], consumer: 'src/list.main'])
        }

        when:
        def template = template('api')

        then:
        ofType(template, 'AWS::SQS::Queue') == []
        ofType(template, 'AWS::Lambda::EventSourceMapping')[0].get('Properties').EventSourceArn == 'arn:aws:sqs:us-east-1:1:mine'
    }

    def "objects of cdk blocks and other constructs stand among CDK props"() {
        given:
        stack('api') {
            def vpc = it.cdk({ scope -> new Vpc(scope, 'Net') } as Code)
            def failed = it.queue('Failed', [:])
            it.function('F', [handler: 'src/list.main', cdk: [function: [vpc: vpc, deadLetterQueue: failed]]])
        }

        when:
        def function = ofType(template('api'), 'AWS::Lambda::Function').find { it.get('Properties').VpcConfig }.get('Properties')

        then:
        function.VpcConfig.SubnetIds.every { it.Ref.startsWith('Net') }
        function.DeadLetterConfig.TargetArn.'Fn::GetAtt'[0].startsWith('Failed')
    }

    def "durations and sizes among CDK props are written as everywhere"() {
        given:
        stack('api') { it.queue('Jobs', [cdk: [queue: [visibilityTimeout: '2 minutes']]]) }

        expect:
        ofType(template('api'), 'AWS::SQS::Queue')[0].get('Properties').VisibilityTimeout == 120
    }

    def "naming a CDK object among permissions grants what SST grants"() {
        given:
        stack('api') {
            def topic = it.cdk({ scope -> Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:us-east-1:1:t') } as Code)
            def stated = it.cdk({ scope ->
                PolicyStatement.Builder.create().actions(['s3:GetObject']).resources(['*']).build()
            } as Code)
            it.function('F', [handler: 'src/list.main', permissions: [topic, stated]])
        }

        when:
        def statements = ofType(template('api'), 'AWS::IAM::Policy')[0].get('Properties').PolicyDocument.Statement

        then:
        statements.find { it.Action == 'sns:*' }.Resource == 'arn:aws:sns:us-east-1:1:t'
        statements.find { it.Action == 's3:GetObject' }.Resource == '*'
    }

    def "#what is refused"() {
        given:
        stack('api', body)

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == code
        refused.diagnostics()[0].summary() == summary
        refused.diagnostics()[0].at().file() == 'CdkObjectsSpec.groovy'

        where:
        what                            | body                                                                                             || code               | summary
        'an object of the wrong kind'   | { s -> s.queue('Q', [cdk: [queue: s.cdk({ new Topic(it, 'T') } as Code)]]) }                     || Kind.WRONG_TYPE    | "'cdk' takes an IQueue here, got Topic"
        'a cdk block without an object' | { s -> s.queue('Q', [cdk: [queue: s.cdk({ null } as Code)]]) }                                   || Kind.INVALID_VALUE | 'a cdk block that returns nothing stands for no CDK object'
        'a permission on a network'     | { s -> s.function('F', [handler: 'src/list.main', permissions: [s.cdk({ new Vpc(it, 'V') } as Code)]]) } || Kind.UNSUPPORTED | "permissions on the CDK's Vpc are not supported"
    }
}
