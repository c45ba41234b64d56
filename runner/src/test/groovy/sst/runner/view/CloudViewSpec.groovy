package sst.runner.view

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import sst.runner.cloud.CloudStatus

class CloudViewSpec extends Specification {
    static final String SAID = '''{"megabytes": 154, "services": {
        |  "s3": {"running": true},
        |  "lambda": {"running": true, "parts": ["dev-hello  2 workers"], "recorded": ["resource policies"]}},
        |  "recorded": ["AWS::EC2::VPC", "AWS::KMS::Key"]}'''.stripMargin()

    def "services stand in a line, what runs of them in lines of its own, and what is only recorded at the end"() {
        expect:
        CloudView.of(Optional.of(status(SAID))).lines() == [
            'http://127.0.0.1:4566  process 7  154 MB',
            'services: s3, lambda',
            '  lambda  dev-hello  2 workers',
            'recorded, not enforced: resource policies of lambda, AWS::EC2::VPC, AWS::KMS::Key',
        ]
    }

    def "long lists are wrapped, and lose nothing"() {
        given:
        def types = (1..30).collect { "AWS::EC2::Thing$it" as String }

        when:
        def lines = CloudView.of(Optional.of(status(new ObjectMapper().writeValueAsString([services: [:], recorded: types])))).lines()

        then:
        lines.every { it.size() <= 100 }
        lines.drop(1).join(' ').replaceAll(/\s+/, ' ') == 'recorded, not enforced: ' + types.join(', ')
    }

    def "a cloud that does not run says so"() {
        expect:
        CloudView.of(Optional.empty()).lines() == ['not running']
        CloudView.of(Optional.empty()).json()*.toString() == ['{"running":false}']
    }

    private static CloudStatus status(String said) {
        new CloudStatus('http://127.0.0.1:4566', 7, said)
    }
}
