package sst.local.logs

import sst.local.CloudSpec

/** Policies of log groups, as calls and stacks set them. */
class ResourcePolicySpec extends CloudSpec {
    private Object logs(String operation, Map body = [:]) {
        call("Logs_20140328.$operation", body)
    }

    def 'a policy is kept, changed, shown over a restart and deleted'() {
        when:
        logs('PutResourcePolicy', [policyName: 'p', policyDocument: '{"a":1}'])
        def changed = logs('PutResourcePolicy', [policyName: 'p', policyDocument: '{"a":2}'])
        restart()

        then:
        changed.resourcePolicy.policyDocument == '{"a":2}'
        logs('DescribeResourcePolicies').resourcePolicies*.policyName == ['p']
        logs('DeleteResourcePolicy', [policyName: 'p']) == [:]
        logs('DeleteResourcePolicy', [policyName: 'p']).message == 'Policy with name [p] does not exist'
        logs('PutResourcePolicy', [policyName: 'p', policyDocument: 'x']).message.contains('not valid JSON')
    }

    def 'a region has ten at most'() {
        when:
        10.times { logs('PutResourcePolicy', [policyName: "p$it".toString(), policyDocument: '{}']) }

        then:
        logs('PutResourcePolicy', [policyName: 'p10', policyDocument: '{}']).message == 'Resource limit exceeded.'
        logs('PutResourcePolicy', [policyName: 'p9', policyDocument: '{}']).resourcePolicy.policyName == 'p9'
    }

    def 'a stack makes and deletes one'() {
        expect:
        deploy('s', [P: [Type: 'AWS::Logs::ResourcePolicy', Properties: [PolicyName: 'p', PolicyDocument: '{}']]], [Name: [Ref: 'P']]).Name == 'p'
        logs('DescribeResourcePolicies').resourcePolicies*.policyName == ['p']
        undeploy('s') == ''
        logs('DescribeResourcePolicies').resourcePolicies == []
    }
}
