package sst.runner.deploy

import java.nio.file.Files
import sst.runner.aws.AwsFailure
import sst.runner.aws.FunctionPort
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

    /** A site as `staticSite` makes it: its files are in its function's code. */
    AssemblyOnDisk site(String version) {
        def custom = { Map properties, List after -> [Type: 'Custom::S3Uploader', DependsOn: after,
            Properties: [ServiceToken: ['Fn::GetAtt': ['Fn', 'Arn']], version: version] + properties] }
        assembly().stack('api', [
            Bucket: [Type: 'AWS::S3::Bucket'],
            Forgets: custom([distributionId: ['Ref': 'Bucket'], paths: ['/*']], ['Uploads']) + [Type: 'Custom::CloudFrontInvalidator'],
            Fn: [Type: 'AWS::Lambda::Function', Properties: [Code: [S3Bucket: 'assets', S3Key: version]]],
            Uploads: custom([destinationBucketName: ['Ref': 'Bucket'], replaceValues: [[search: 'x', replace: ['Fn::Join': ['', ['to-', ['Fn::GetAtt': ['Bucket', 'Arn']]]]]]]], ['Fn']),
        ])
    }

    def "the files of a site go out by its function, new code first, then what CloudFormation would send"() {
        given:
        deploy(site('a'))
        cfn.calls.clear()

        when:
        def result = deploy(site('b'), SWAP)

        then:
        result.stacks()*.verdict() == [Verdict.HOTSWAPPED]
        lambda.calls.findAll { !it.startsWith('state') } ==
            ["updateCode $NAME b", 'invoke arn:aws:lambda:eu-west-1:111122223333:function:physical-Fn', 'invoke arn:aws:lambda:eu-west-1:111122223333:function:physical-Fn']
        lambda.events*.LogicalResourceId == ['Uploads', 'Forgets']
        with(lambda.events[0]) {
            RequestType == 'Update'
            PhysicalResourceId == 'physical-Uploads'
            ResourceType == 'Custom::S3Uploader'
            ResourceProperties.version == 'b'
            ResourceProperties.destinationBucketName == 'physical-Bucket'
            ResourceProperties.replaceValues == [[search: 'x', replace: 'to-arn:aws:s3:::physical-Bucket']]
            !containsKey('ResponseURL')
        }
        lambda.events*.RequestId.unique().size() == 2
        cfn.calls.every { it.startsWith('describe') || it.startsWith('resources') }

        when: 'the change is taken back in the source'
        lambda.events.clear()
        deploy(site('a'))

        then:
        lambda.events*.ResourceProperties*.version == ['a', 'a']
        cfn.stacks['dev-notes-api'].executions == 1
    }

    def "an upload that fails fails the run with its reason, and stays on record: #answer"() {
        given:
        deploy(site('a'))
        lambda.answer = new FunctionPort.Invocation(200, payload, error, '')

        when:
        deploy(site('b'), SWAP)

        then:
        def failure = thrown(AwsFailure)
        failure.reason() == 'Uploads: no such bucket'
        Files.readString(folder.resolve('swaps.json')).contains('Uploads')
        unlocked

        where:
        answer     | error       | payload
        'answered' | null        | '{"Status":"FAILED","Reason":"no such bucket"}'
        'thrown'   | 'Unhandled' | '{"errorMessage":"no such bucket"}'
    }

    def "a bucket deployment of the CDK is called as the CDK calls it"() {
        given:
        def app = { String key -> assembly().stack('api', [
            Bucket: [Type: 'AWS::S3::Bucket'], Fn: fn(),
            Files: [Type: 'Custom::CDKBucketDeployment', Properties: [ServiceToken: ['Fn::GetAtt': ['Fn', 'Arn']], SourceBucketNames: ['assets'],
                SourceObjectKeys: [key], DestinationBucketName: ['Ref': 'Bucket'], Prune: true]]]) }
        deploy(app('a.zip'))

        when:
        def result = deploy(app('b.zip'), SWAP)

        then:
        result.stacks()*.verdict() == [Verdict.HOTSWAPPED]
        lambda.events[0].ResponseURL
        lambda.events[0].ResourceProperties == [ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:physical-Fn', SourceBucketNames: ['assets'],
            SourceObjectKeys: ['b.zip'], DestinationBucketName: 'physical-Bucket', Prune: 'true']
    }

    def "the definition of a state machine is swapped with the ARNs of its functions in it"() {
        given:
        def defined = []
        aws.stateMachines = { String arn, String definition -> defined << [arn, definition] }
        def app = { String state -> assembly().stack('api', [Fn: fn(),
            Steps: [Type: 'AWS::StepFunctions::StateMachine', Properties: [RoleArn: 'r', DefinitionString:
                ['Fn::Join': ['', ["{\"StartAt\":\"$state\",\"Resource\":\"".toString(), ['Fn::GetAtt': ['Fn', 'Arn']], '"}']]]]]]) }
        deploy(app('One'))

        when:
        def result = deploy(app('Two'), SWAP)

        then:
        result.stacks()*.verdict() == [Verdict.HOTSWAPPED]
        defined == [['physical-Steps', '{"StartAt":"Two","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:physical-Fn"}']]

        when:
        deploy(app('One'))

        then:
        defined.last()[1].contains('"One"')
        cfn.stacks['dev-notes-api'].executions == 1
    }

    def "a custom resource that is not known to upload files is deployed in full"() {
        given:
        def app = { String value -> assembly().stack('api', [Fn: fn(), Seed: [Type: 'Custom::Seed', Properties: [ServiceToken: ['Fn::GetAtt': ['Fn', 'Arn']], value: value]]]) }
        deploy(app('a'))

        expect:
        deploy(app('b'), SWAP).stacks()*.verdict() == [Verdict.DEPLOYED]
        lambda.calls.empty
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
