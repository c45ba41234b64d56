package sst.runner.deploy

import sst.runner.fake.EngineSpecification
import sst.runner.fake.Json

class DataPolicySpec extends EngineSpecification {
    static final PROTECTED = Wishes.USUAL.protecting(true)

    static Map table(String key) {
        [Type: 'AWS::DynamoDB::Table', Properties: [KeySchema: [[AttributeName: key, KeyType: 'HASH']]]]
    }

    List<Map> policies() {
        (cfn.stacks['dev-notes-api'].policies ?: []).collect { Json.map(it) }
    }

    def "stacks of a protected stage are deployed under a policy that keeps their data"() {
        when:
        deploy(assembly().stack('api', [Items: table('id')]), PROTECTED)

        then:
        def (allowed, denied) = policies().last().Statement
        allowed.Action == 'Update:*'
        denied.Effect == 'Deny'
        denied.Action == ['Update:Replace', 'Update:Delete']
        denied.Condition.StringEquals.ResourceType.containsAll(['AWS::DynamoDB::Table', 'AWS::S3::Bucket'])
        policies().size() == 1
    }

    def "a change that was agreed to destroy data lifts the policy, and sets it again #how"() {
        given:
        deploy(assembly().stack('api', [Items: table('id')]), PROTECTED)
        cfn.stacks['dev-notes-api'].policies = []
        if (reason) {
            cfn.failing.Items = reason
        }

        when:
        deploy(assembly().stack('api', [Items: table('pk')]), PROTECTED)

        then:
        policies()*.Statement*.size() == [1, 2]

        where:
        how               | reason
        'when it is done' | null
        'when it failed'  | 'no'
    }

    def "a stage that is not protected has no policy"() {
        when:
        deploy(assembly().stack('api', [Items: table('id')]))

        then:
        policies().empty
    }
}
