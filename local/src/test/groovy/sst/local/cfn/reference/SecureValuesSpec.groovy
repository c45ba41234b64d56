package sst.local.cfn.reference

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import spock.lang.Specification
import sst.local.cfn.template.TemplateError

class SecureValuesSpec extends Specification {
    static final JSON = new ObjectMapper()

    def values = new SecureValues(
        { name -> name == 'none' ? Optional.empty() : Optional.of("stored:$name".toString()) },
        { reference -> reference.secretId() == 'none' ? Optional.empty() : Optional.of(reference.toString()) })

    private static ObjectNode json(Object value) {
        JSON.valueToTree(value)
    }

    def '#text stands for #value'() {
        expect:
        values.reveal(json([a: [[b: text]], n: 1])) == json([a: [[b: value]], n: 1])

        where:
        text                               || value
        'x{{resolve:ssm-secure:/secret}}y' || 'xstored:/secrety'
        '{{resolve:secretsmanager:db}}'    || 'SecretReference[secretId=db, jsonKey=, stage=, version=]'
        '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:000000000000:secret:db-Ab12Cd:SecretString:password::v1}}' ||
            'SecretReference[secretId=arn:aws:secretsmanager:eu-west-1:000000000000:secret:db-Ab12Cd, jsonKey=password, stage=, version=v1]'
        '{{resolve:ssm:/plain}}'           || '{{resolve:ssm:/plain}}'
        'no {{reference}}'                 || 'no {{reference}}'
    }

    def 'what stands for nothing is refused: #message'() {
        when:
        values.reveal(json([a: text]))

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        text                              || message
        '{{resolve:secretsmanager:none}}' || 'Could not find a value associated with JSONKey in SecretString: {{resolve:secretsmanager:none}}'
        '{{resolve:ssm-secure:none}}'     || 'Parameters: [ssm-secure:none] cannot be found.'
    }

    def 'what is read of a resource shows references where it was declared with them'() {
        expect:
        SecureValues.veil(json([A: [B: 'hunter2', C: 'c'], D: ['hunter2', 'e'], F: 'f']), json([A: [B: '{{resolve:ssm-secure:x}}'], D: ['{{resolve:ssm-secure:x}}']])) ==
            json([A: [B: '{{resolve:ssm-secure:x}}', C: 'c'], D: ['{{resolve:ssm-secure:x}}', 'e'], F: 'f'])
    }
}
