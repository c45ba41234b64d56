package sst.local.cfn.template

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification

class TemplateSpec extends Specification {
    def 'a template that does not fit together is refused in the words of AWS'() {
        when:
        Template.of(new ObjectMapper().writeValueAsString(template))

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        template                                                        || message
        [Resources: [:]]                                                || 'Template format error: At least one Resources member must be defined.'
        [Resources: [A: [Type: 'X::Y::Z']], Foo: 1]                     || 'Invalid template property or properties [Foo]'
        [Resources: [A: [Properties: [:]]]]                             || 'Template format error: [/Resources/A] Every Resources object must contain a Type member.'
        [Resources: ['a-b': [Type: 'T']]]                               || 'Template format error: Resource name a-b is non alphanumeric.'
        [Resources: [A: [Type: 'T', Propertes: [:]]]]                   || "Invalid template resource property 'Propertes'"
        resources([A: [B: [Ref: 'Gone']]])                              || 'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template'
        resources([A: [B: ['Fn::Sub': 'x-${Gone.Arn}']]])               || 'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template'
        resources([A: [:]]) + [Outputs: [O: [Value: [Ref: 'Gone']]]]    || 'Template format error: Unresolved resource dependencies [Gone] in the Outputs block of the template'
        resources([A: [P: [Ref: 'B']], B: [P: [Ref: 'A']], C: [P: [Ref: 'A']]]) || 'Circular dependency between resources: [A, B]'
        [Resources: [A: [Type: 'T', Condition: 'No']]]                  || 'Template format error: Unresolved condition dependency No in the Resources block of the template'
        resources([A: [:]]) + [Conditions: [C: ['Fn::Equals': [[Ref: 'A'], 'x']]]] || 'Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template'
        resources([A: [:]]) + [Transform: 'AWS::Serverless-2016-10-31'] || 'Transforms are not supported locally: [AWS::Serverless-2016-10-31]'
        [Resources: [A: [Type: 'T', DeletionPolicy: 'Keep']]]           || 'Template format error: Unrecognized DeletionPolicy Keep'
        resources((1..501).collectEntries { ["A$it".toString(), [:]] }) || 'Template format error: Number of resources, 501, is greater than maximum allowed, 500'
    }

    def 'a condition key inside a policy document is no condition of the template'() {
        given:
        def policy = [Statement: [[Condition: [StringEquals: [a: 'b']]]]]

        expect:
        Template.of(new ObjectMapper().writeValueAsString(resources([A: [PolicyDocument: policy]]))).resources().keySet() == ['A'] as Set
    }

    def 'dependencies come from Ref, GetAtt, Sub and DependsOn, and not from literals or variables'() {
        given:
        def template = Template.of(new ObjectMapper().writeValueAsString([Resources: [
            A: [Type: 'T'], B: [Type: 'T'], C: [Type: 'T'], D: [Type: 'T'], E: [Type: 'T'],
            Z: [Type: 'T', DependsOn: 'A', Properties: [
                one: [Ref: 'B'],
                two: ['Fn::GetAtt': ['C', 'Arn']],
                three: ['Fn::Sub': ['${D.Arn} ${!E} ${E}', [E: 'variable']]],
            ]]]]))

        expect:
        Dependencies.of(template, template.resources().keySet())['Z'] == ['A', 'B', 'C', 'D'] as Set
    }

    private static Map resources(Map<String, Map> properties) {
        [Resources: properties.collectEntries { id, each -> [id, [Type: 'T', Properties: each]] }]
    }
}
