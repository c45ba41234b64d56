package sst.runner.deploy

import java.time.Instant
import sst.runner.aws.LogPort
import sst.runner.aws.Page
import sst.runner.fake.EngineSpecification

class CustomResourceLogsSpec extends EngineSpecification {
    static final APP = [
        Seed: [Type: 'Custom::Seed', Properties: [ServiceToken: ['Fn::GetAtt': ['Provider', 'Arn']]]],
        Provider: fn(),
    ]
    List<String> asked = []

    def setup() {
        aws.logs = { String group, Instant since, String token ->
            asked << group
            new Page<>(['START RequestId: 1', 'connecting to the table', 'Error: no such table'].withIndex().collect { text, i ->
                new LogPort.LogLine("$i", since, text)
            }, null)
        } as LogPort
    }

    def "a failed custom resource brings the last lines of its function"() {
        given:
        cfn.failing.Seed = 'Received response status [FAILED] from custom resource'

        when:
        def cause = deploy(assembly().stack('api', APP)).failed()[0].cause()

        then:
        cause.logicalId() == 'Seed'
        cause.log() == ['connecting to the table', 'Error: no such table']
        asked == ['/aws/lambda/physical-Provider']
    }

    def "a custom resource that stays silent is warned of once, with what its function logs"() {
        given:
        cfn.silent << 'Seed'
        cfn.seconds = 600

        when:
        def result = deploy(assembly().stack('api', APP))

        then:
        result.good
        warnings().count { it.contains('Seed has been working for 5 minutes') } == 1
        warnings().any { it.contains('Error: no such table') }
    }
}
