package sst.constructs.eventbus

import java.util.function.Function

import software.amazon.awscdk.services.lambda.Function as LambdaFunction
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class RetriesSpec extends SynthSpecification {
    static final HANDLER = 'src/list.main'

    def "failed calls of targets go to one retrier, which may call this app's functions only"() {
        given:
        stack('events') {
            def bus = it.eventBus('Bus', [
                defaults: [retries: 3],
                rules: [orders: [pattern: [source: ['shop']], targets: [bill: HANDLER, ship: [function: HANDLER, retries: 5]]]],
            ])
            it.outputs(Rule: bus.getRule('orders').ruleArn)
        }

        when:
        def template = template('events')
        def retries = ofType(template, 'AWS::Lambda::Function')*.get('Properties')*.Environment*.Variables*.SST_RETRIES
        def policy = ofType(template, 'AWS::IAM::Policy').collectMany { it.get('Properties').PolicyDocument.Statement }
                .find { 'lambda:InvokeFunction' in [it.Action].flatten() }

        then:
        retries.findAll() as Set == ['3', '5'] as Set
        ofType(template, 'AWS::Lambda::EventInvokeConfig')*.get('Properties')*.MaximumRetryAttempts == [0, 0]
        ofType(template, 'AWS::SQS::Queue')*.get('Properties')*.QueueName == ['dev-notes-BusRetrier']
        policy.Condition.StringEquals == ['aws:ResourceTag/sst:app': 'notes', 'aws:ResourceTag/sst:stage': 'dev']
        template.Outputs.Rule.Value['Fn::GetAtt'][1] == 'Arn'
    }

    def "a bus without retries has no retrier"() {
        given:
        stack('events') { it.eventBus('Bus', [rules: [orders: [pattern: [source: ['shop']], targets: [bill: HANDLER]]]]) }

        expect:
        ofType(template('events'), 'AWS::SQS::Queue') == []
    }

    def "what subscribes is named after the type and a number"() {
        given:
        stack('events') {
            def bus = it.eventBus('Bus')
            bus.subscribe('order.paid', HANDLER)
            bus.subscribe('order.paid', HANDLER)
            bus.subscribe(['a', 'b'], HANDLER, retries: 2)
        }

        when:
        def template = template('events')

        then:
        ofType(template, 'AWS::Events::Rule')*.get('Properties')*.Name ==
                ['dev-notes-order_paid_1_rule', 'dev-notes-order_paid_2_rule', 'dev-notes-multi_1_rule']
        template.Resources.keySet().count { it =~ /^Busorderpaid[12][0-9A-F]{8}$/ } == 2
    }

    def "retries of a function that the CDK made are refused"() {
        given:
        def made = { scope -> LambdaFunction.fromFunctionName(scope, 'Other', 'other') } as Function
        stack('events') { it.eventBus('Bus', [rules: [orders: [targets: [bill: [cdk: [function: made], retries: 1]]]]]) }

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == Code.CONFLICT
        refused.diagnostics()[0].summary() == "'orders/bill' is a CDK function and cannot take retries"
    }
}
