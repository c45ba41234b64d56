package sst.runner.deploy

import java.nio.file.Files
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.AssemblyOnDisk
import sst.runner.fake.EngineSpecification
import sst.runner.fake.FakeFunctions

class HotswapSpec extends EngineSpecification {
    static final SWAP = new Wishes(false, false, false, true)
    static final NAME = 'physical-Fn'

    def lambda = new FakeFunctions()

    def setup() {
        aws.functions = lambda
    }

    AssemblyOnDisk app(String code, Map more = [:]) {
        Map function = [Type: 'AWS::Lambda::Function', Properties: [Code: [S3Bucket: ['Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}'], S3Key: code]] + more]
        assembly().stack('api', [Fn: function])
    }

    def "new code goes straight to its function, and CloudFormation is not asked for anything"() {
        given:
        deploy(app('a'))
        cfn.calls.clear()

        when:
        def result = deploy(app('b'), SWAP)

        then:
        result.good
        result.stacks()*.verdict() == [Verdict.HOTSWAPPED]
        lambda.functions[NAME].code == 'assets-111122223333-eu-west-1/b'
        cfn.calls.every { it.startsWith('describe') || it.startsWith('resources') }
        lambda.calls.count { it.startsWith('state') } == lambda.slow
        unlocked
    }

    def "the next full deploy brings the function back to what CloudFormation knows and then forward"() {
        given:
        deploy(app('a'))
        deploy(app('b'), SWAP)
        lambda.calls.clear()

        when:
        def result = deploy(app('c'))

        then:
        result.good
        lambda.calls.findAll { it.startsWith('updateCode') } == ["updateCode $NAME a"]
        cfn.stacks['dev-notes-api'].template.contains('"c"')
        warnings().any { it.contains('was hotswapped') }

        when:
        lambda.calls.clear()
        deploy(app('c'))

        then:
        lambda.calls.empty
    }

    def "code that was swapped and taken back in the source is taken back in the function: #how"() {
        given:
        deploy(app('a'))
        deploy(app('b'), SWAP)

        when:
        def result = deploy(app('a'), wishes)

        then:
        result.good
        lambda.functions[NAME].code == 'assets-111122223333-eu-west-1/a'
        cfn.stacks['dev-notes-api'].executions == 1

        where:
        how            | wishes
        'full deploy'  | Wishes.USUAL
        'next hotswap' | SWAP
    }

    def "settings and single variables are swapped; other variables stay as they are"() {
        given:
        deploy(app('a', [MemorySize: 128, Environment: [Variables: [OLD: 'x', STAYS: ['Fn::GetAtt': ['T', 'Arn']]]]]))
        lambda.functions[NAME].environment = [OLD: 'x', STAYS: 'resolved']

        when:
        deploy(app('a', [MemorySize: 512, Environment: [Variables: [NEW: ['Ref': 'AWS::Region'], STAYS: ['Fn::GetAtt': ['T', 'Arn']]]]]), SWAP)

        then:
        lambda.functions[NAME].environment == [NEW: 'eu-west-1', STAYS: 'resolved']
        lambda.functions[NAME].settings == [MemorySize: '512']
        lambda.calls.every { !it.startsWith('updateCode') }

        when:
        deploy(app('a', [MemorySize: 128, Environment: [Variables: [OLD: 'x', STAYS: ['Fn::GetAtt': ['T', 'Arn']]]]]), SWAP)

        then:
        lambda.functions[NAME].environment == [OLD: 'x', STAYS: 'resolved']
        lambda.functions[NAME].settings == [MemorySize: '128']
    }

    def "what only CloudFormation can do is deployed in full: #what"() {
        given:
        deploy(app('a'))

        when:
        def result = deploy(app('b', more), SWAP)

        then:
        result.good
        result.stacks()*.verdict() == [Verdict.DEPLOYED]
        lambda.calls.empty
        warnings().any { it.contains('api is deployed in full') }

        where:
        what                        | more
        'another property'          | [Layers: ['x']]
        'a value of another resource' | [Environment: [Variables: [T: ['Fn::GetAtt': ['Table', 'Arn']]]]]
        'a replacement'             | [FunctionName: 'x']
    }

    def "an update that goes on is waited for before the next one"() {
        given:
        deploy(app('a'))
        lambda.functions[NAME].busy = 3
        lambda.slow = 5

        expect:
        deploy(app('b', [Timeout: 9]), SWAP).good
        lambda.functions[NAME].code.endsWith('/b')
        lambda.functions[NAME].settings == [Timeout: '9']
    }

    def "a swap that was killed is on record, and repaired by a full deploy"() {
        given:
        deploy(app('a'))
        lambda.around = { String call -> throw new IllegalStateException('killed') }

        when:
        deploy(app('b'), SWAP)

        then:
        thrown(IllegalStateException)

        when:
        lambda.around = { String call -> }
        lambda.functions[NAME].code = 'assets/b'
        deploy(app('a'))

        then:
        lambda.functions[NAME].code == 'assets-111122223333-eu-west-1/a'
    }

    def "the record holds no values"() {
        given:
        deploy(app('a', [Environment: [Variables: [KEY: 'old']]]))

        when:
        deploy(app('a', [Environment: [Variables: [KEY: 'hunter2-hunter2']]]), SWAP)

        then:
        Files.readString(folder.resolve('swaps.json')).contains('Environment.Variables.KEY')
        !Files.readString(folder.resolve('swaps.json')).contains('hunter2')
    }
}
