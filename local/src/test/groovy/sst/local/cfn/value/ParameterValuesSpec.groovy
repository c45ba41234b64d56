package sst.local.cfn.value

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import sst.local.cfn.template.Template
import sst.local.cfn.template.TemplateError

class ParameterValuesSpec extends Specification {
    def values = new ParameterValues({ String name -> name == '/here' ? Optional.of('stored') : Optional.empty() })

    def 'a value that its declaration forbids is refused in the words of AWS: #declaration'() {
        when:
        values.resolve(template([P: declaration]), [P: new GivenParameter(given, false)], [:])

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        declaration                                                  | given || message
        [Type: 'String', AllowedValues: ['a', 'b']]                  | 'c'   || "Parameter 'P' must be one of AllowedValues"
        [Type: 'String', AllowedPattern: '[a-z]+']                   | 'A'   || "Parameter 'P' must match pattern [a-z]+"
        [Type: 'String', AllowedPattern: 'x', ConstraintDescription: 'be x'] | 'A' || 'Parameter P failed to satisfy constraint: be x'
        [Type: 'String', MinLength: 3]                               | 'ab'  || "Parameter 'P' must contain at least 3 characters"
        [Type: 'String', MaxLength: '1']                             | 'ab'  || "Parameter 'P' must contain at most 1 characters"
        [Type: 'Number']                                             | 'ab'  || "Parameter 'P' must be a number"
        [Type: 'Number', MinValue: 5]                                | '4'   || "Parameter 'P' must be a number not less than 5"
        [Type: 'Number', MaxValue: 5]                                | '6'   || "Parameter 'P' must be a number not greater than 5"
        [Type: 'AWS::SSM::Parameter::Value<String>']                 | '/no' || 'Unable to fetch parameters [/no] from parameter store for this account.'
    }

    def 'missing and unknown parameters are all named'() {
        when:
        values.resolve(template([B: [Type: 'String'], A: [Type: 'String']]), given, [:])

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        given                                || message
        [:]                                  || 'Parameters: [A, B] must have values'
        [Z: new GivenParameter('1', false)]  || 'Parameters: [Z] do not exist in the template'
    }

    def 'an SSM parameter gives its value and shows its name'() {
        when:
        def value = values.resolve(
                template([P: [Type: 'AWS::SSM::Parameter::Value<String>', Default: '/here']]), [:], [:])['P']

        then:
        value.value() == 'stored'
        value.shown() == '/here'
    }

    def 'the value before is used when asked for, and a secret is never shown'() {
        when:
        def value = values.resolve(
                template([P: [Type: 'String', NoEcho: true]]),
                [P: new GivenParameter('', true)],
                [P: new ParameterValue('P', 'hidden', null, true)])['P']

        then:
        value.value() == 'hidden'
        value.shown() == '****'
    }

    private static Template template(Map parameters) {
        Template.of(new ObjectMapper().writeValueAsString([Parameters: parameters, Resources: [A: [Type: 'T']]]))
    }
}
