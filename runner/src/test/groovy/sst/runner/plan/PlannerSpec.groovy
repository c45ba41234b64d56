package sst.runner.plan

import sst.runner.plan.change.Replacement

import com.fasterxml.jackson.databind.json.JsonMapper
import java.time.Instant
import spock.lang.Specification
import sst.runner.fake.Json
import sst.runner.assembly.Origin
import sst.runner.assembly.StackArtifact
import sst.runner.assembly.StackSettings
import sst.runner.plan.diff.ResourceRules
import sst.runner.aws.stack.StackState
import sst.runner.aws.stack.StackStatus

class PlannerSpec extends Specification {
    static final TABLE = [Type: 'AWS::DynamoDB::Table', Properties: [TableName: 'notes', BillingMode: 'PAY_PER_REQUEST']]
    static final FN = [Type: 'AWS::Lambda::Function', Properties: [Code: [S3Key: 'a.zip'], MemorySize: 512, Environment: [Variables: [T: 'x']]]]

    def planner = new Planner(ResourceRules.bundled())

    StackArtifact stack(Map resources, Map more = [:]) {
        def template = [Resources: resources] + more
        String text = Json.text(template)
        new StackArtifact('s', 'dev-s', 's', null, null, new JsonMapper().readTree(text), text,
            new StackSettings([:], [team: 'web'], false, null, null, null, 0, null), [] as Set, [],
            [Fn: new Origin('Api/GET /', 'Function', 'sst.config.groovy:5')])
    }

    Remote remote(Map resources, String status = 'UPDATE_COMPLETE', Map more = [:]) {
        def template = [Resources: resources] + more
        new Remote(state(status), new JsonMapper().readTree(Json.text(template)))
    }

    StackState state(String status, boolean protection = false) {
        new StackState('dev-s', 'arn:s', new StackStatus(status), '', Instant.EPOCH, [team: 'web'], [:], [], protection)
    }

    StackPlan plan(StackArtifact stack, Remote remote) {
        planner.plan([stack], remote == null ? [:] : ['dev-s': remote]).stacks()[0]
    }

    def "the state of a stack decides what is done: #status gives #kind.simpleName"() {
        expect:
        kind.isInstance(plan(stack(Fn: FN), status == null ? null : remote([Fn: FN], status)))

        where:
        status                   | kind
        null                     | StackPlan.Create
        'REVIEW_IN_PROGRESS'     | StackPlan.Create
        'CREATE_COMPLETE'        | StackPlan.Skip
        'UPDATE_ROLLBACK_COMPLETE' | StackPlan.Skip
        'ROLLBACK_COMPLETE'      | StackPlan.Recreate
        'ROLLBACK_FAILED'        | StackPlan.Recreate
        'UPDATE_IN_PROGRESS'     | StackPlan.Resume
        'DELETE_IN_PROGRESS'     | StackPlan.Resume
        'UPDATE_ROLLBACK_FAILED' | StackPlan.Blocked
        'DELETE_FAILED'          | StackPlan.Blocked
        'UPDATE_FAILED'          | StackPlan.Rollback
        'CREATE_FAILED'          | StackPlan.Rollback
    }

    def "a shell under termination protection is never deleted"() {
        expect:
        plan(stack(Fn: FN), Remote.withoutTemplate(state('ROLLBACK_COMPLETE', true))) instanceof StackPlan.Blocked
    }

    def "templates that mean the same are the same: #difference"() {
        expect:
        plan(stack(now), remote(before)) instanceof StackPlan.Skip

        where:
        difference              | before                                    | now
        'key order'             | [B: [Type: 'T'], A: [Type: 'T']]           | [A: [Type: 'T'], B: [Type: 'T']]
        'number as text'        | [A: [Type: 'T', Properties: [N: '1']]]     | [A: [Type: 'T', Properties: [N: 1]]]
        'boolean as text'       | [A: [Type: 'T', Properties: [N: 'true']]]  | [A: [Type: 'T', Properties: [N: true]]]
        'one dependency'        | [A: [Type: 'T', DependsOn: 'B']]           | [A: [Type: 'T', DependsOn: ['B']]]
        'dependencies reversed' | [A: [Type: 'T', DependsOn: ['C', 'B']]]    | [A: [Type: 'T', DependsOn: ['B', 'C']]]
        'asset path'            | [A: [Type: 'T', Metadata: ['aws:asset:path': 'x']]] | [A: [Type: 'T', Metadata: ['aws:asset:path': 'y']]]
    }

    def "a new code key alone is shown as code, with the config line"() {
        when:
        def changed = FN + [Properties: FN.get('Properties') + [Code: [S3Key: 'b.zip']]]
        def change = plan(stack(Fn: changed), remote(Fn: FN)).changes().resources()[0]

        then:
        change.codeOnly
        change.replacement() == Replacement.NO
        change.origin().place() == 'sst.config.groovy:5'
    }

    def "changes name the smallest differing value"() {
        when:
        def changed = FN + [Properties: FN.get('Properties') + [MemorySize: 1024, Environment: [Variables: [T: 'x', U: 'y']]]]
        def change = plan(stack(Fn: changed), remote(Fn: FN)).changes().resources()[0]

        then:
        !change.codeOnly
        change.properties()*.path() == ['Environment.Variables.U', 'MemorySize']
        change.properties()[1].before().asText() == '512'
        change.properties()[1].after().asText() == '1024'
    }

    def "#type.#property changed means replacement #expected"() {
        when:
        def plan = plan(stack(A: [Type: type, Properties: [(property): 'b']]), remote(A: [Type: type, Properties: [(property): 'a']]))

        then:
        plan.changes().resources()[0].replacement() == expected
        plan.changes().resources()[0].dataLoss() == loss

        where:
        type                       | property       || expected          | loss
        'AWS::DynamoDB::Table'     | 'TableName'    || Replacement.YES   | 'its items are LOST'
        'AWS::DynamoDB::Table'     | 'BillingMode'  || Replacement.NO    | null
        'AWS::Lambda::Function'    | 'FunctionName' || Replacement.YES   | null
        'AWS::Lambda::Function'    | 'Timeout'      || Replacement.NO    | null
        'AWS::S3::Bucket'          | 'BucketName'   || Replacement.YES   | 'its objects are LOST'
        'AWS::Never::Heard'        | 'Of'           || Replacement.MAYBE | null
    }

    def "a removed table loses its items unless it is retained"() {
        expect:
        plan(stack([:]), remote(T: TABLE + policy)).changes().resources()[0].dataLoss() == loss

        where:
        policy                     || loss
        [:]                        || 'its items are LOST'
        [DeletionPolicy: 'Retain'] || null
    }

    def "new rights are said in words with construct names"() {
        given:
        def policy = { List actions -> [Type: 'AWS::IAM::Policy', Properties: [Roles: [[Ref: 'Fn']], PolicyDocument: [Statement: [
            [Effect: 'Allow', Action: actions, Resource: [['Fn::GetAtt': ['T', 'Arn']]]]]]]] }

        when:
        def security = plan(stack(P: policy(['s:Get', 's:Put'])), remote(P: policy(['s:Get']))).changes().security()

        then:
        security*.sentence() == ['Api/GET / may s:Get, s:Put on T', 'no longer: Api/GET / may s:Get on T']
        security*.opens() == [true, false]
    }

    def "an open port is said with the whole internet in it"() {
        given:
        def group = [Type: 'AWS::EC2::SecurityGroup', Properties: [SecurityGroupIngress: [[CidrIp: '0.0.0.0/0', FromPort: 22, ToPort: 22]]]]

        expect:
        plan(stack(G: group), null).changes().security()*.sentence() == ['the whole internet (0.0.0.0/0) may connect to port 22']
    }

    def "changed tags and outputs are an update without resource changes"() {
        when:
        def update = plan(stack([Fn: FN], [Outputs: [Url: [Value: 'b']]]), remote([Fn: FN], 'CREATE_COMPLETE', [Outputs: [Url: [Value: 'a']]]))

        then:
        update instanceof StackPlan.Update
        update.changes().others() == ['output Url']
        update.changes().resources().empty
    }

    def "a parameter read from SSM forces an update unless the CDK marks it"() {
        expect:
        kind.isInstance(plan(stack([Fn: FN], parameters), remote([Fn: FN], 'CREATE_COMPLETE', parameters)))

        where:
        parameters                                                                                          || kind
        [Parameters: [P: [Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x']]]                       || StackPlan.Update
        [Parameters: [P: [Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x', Description: '[cdk:skip]']]] || StackPlan.Skip
    }
}
