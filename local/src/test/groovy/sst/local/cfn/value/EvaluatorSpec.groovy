package sst.local.cfn.value

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.TextNode
import spock.lang.Specification
import sst.local.cfn.template.Template
import sst.local.cfn.template.TemplateError

class EvaluatorSpec extends Specification {
    static final JSON = new ObjectMapper()
    static final TEMPLATE = '''{
        "Parameters": {"Stage": {"Type": "String"}, "Zones": {"Type": "CommaDelimitedList"}},
        "Mappings": {"Sizes": {"dev": {"memory": "128", "zones": ["x", "y"]}}},
        "Conditions": {
            "IsDev": {"Fn::Equals": [{"Ref": "Stage"}, "dev"]},
            "IsProd": {"Fn::Not": [{"Condition": "IsDev"}]},
            "Both": {"Fn::And": [{"Condition": "IsDev"}, {"Condition": "IsProd"}]},
            "Either": {"Fn::Or": [{"Condition": "IsDev"}, {"Condition": "IsProd"}]}
        },
        "Resources": {"Table": {"Type": "T"}}
    }'''

    def evaluator = new Evaluator(new TemplateScope(
            new TemplateScope.Place('eu-west-1', 'notes', 'arn:stack', []),
            Template.of(TEMPLATE),
            [Stage: value('Stage', 'dev'), Zones: value('Zones', 'a, b')],
            new World()))

    def '#expression is #result'() {
        expect:
        JSON.writeValueAsString(evaluator.evaluate(JSON.readTree(expression))) == result

        where:
        expression                                                      || result
        '{"Ref": "Stage"}'                                              || '"dev"'
        '{"Ref": "Zones"}'                                              || '["a","b"]'
        '{"Ref": "Table"}'                                              || '"table-1"'
        '{"Ref": "AWS::Region"}'                                        || '"eu-west-1"'
        '{"Ref": "AWS::AccountId"}'                                     || '"000000000000"'
        '{"Ref": "AWS::StackName"}'                                     || '"notes"'
        '{"Ref": "AWS::URLSuffix"}'                                     || '"amazonaws.com"'
        '{"a": 1, "b": {"Ref": "AWS::NoValue"}}'                        || '{"a":1}'
        '[1, {"Ref": "AWS::NoValue"}, 2]'                               || '[1,2]'
        '{"Fn::GetAtt": ["Table", "Arn"]}'                              || '"arn:table"'
        '{"Fn::GetAtt": "Table.Arn"}'                                   || '"arn:table"'
        '{"Fn::GetAtt": ["Table", {"Ref": "Stage"}]}'                   || '"attribute named dev"'
        '{"Fn::Join": ["-", ["a", {"Ref": "Stage"}, 3]]}'               || '"a-dev-3"'
        '{"Fn::Join": ["", {"Ref": "Zones"}]}'                          || '"ab"'
        '{"Fn::Split": ["|", "a|b||c"]}'                                || '["a","b","","c"]'
        '{"Fn::Select": ["1", {"Fn::Split": [".", "a.b.c"]}]}'          || '"b"'
        '{"Fn::Select": [0, {"Fn::GetAZs": ""}]}'                       || '"eu-west-1a"'
        '{"Fn::Select": [2, {"Fn::GetAZs": {"Ref": "AWS::Region"}}]}'   || '"eu-west-1c"'
        '{"Fn::Sub": "${Stage}-${Table}-${Table.Arn}-${AWS::Region}"}'  || '"dev-table-1-arn:table-eu-west-1"'
        '{"Fn::Sub": "${!Literal} ${Stage}"}'                           || '"${Literal} dev"'
        '{"Fn::Sub": ["${x}/${Stage}", {"x": {"Ref": "Table"}}]}'       || '"table-1/dev"'
        '{"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "memory"]}'      || '"128"'
        '{"Fn::FindInMap": ["Sizes", "dev", "zones"]}'                  || '["x","y"]'
        '{"Fn::FindInMap": ["Sizes", "x", "y", {"DefaultValue": 7}]}'   || '7'
        '{"Fn::If": ["IsDev", "d", {"Ref": "Nowhere"}]}'                || '"d"'
        '{"Fn::If": ["IsProd", "p", "d"]}'                              || '"d"'
        '{"Fn::If": ["Both", 1, 2]}'                                    || '2'
        '{"Fn::If": ["Either", 1, 2]}'                                  || '1'
        '{"Fn::Base64": {"Ref": "Stage"}}'                              || '"ZGV2"'
        '{"Fn::Cidr": ["10.0.0.0/16", 2, 8]}'                           || '["10.0.0.0/24","10.0.1.0/24"]'
        '{"Fn::Cidr": ["10.0.3.0/24", "3", "5"]}'                       || '["10.0.3.0/27","10.0.3.32/27","10.0.3.64/27"]'
        '{"Fn::Length": {"Ref": "Zones"}}'                              || '2'
        '{"Fn::ToJsonString": {"a": {"Ref": "Stage"}}}'                 || '"{\\"a\\":\\"dev\\"}"'
        '{"Fn::ImportValue": {"Fn::Sub": "${Stage}-vpc"}}'              || '"vpc-1"'
        '"x{{resolve:ssm:/a/b}}y"'                                      || '"xstored:/a/by"'
        '{"Fn::Join": ["", ["{{resolve:", "ssm:/a/b:1}}"]]}'            || '"stored:/a/b:1"'
        '"{{resolve:ssm-secure:/secret}}"'                              || '"{{resolve:ssm-secure:/secret}}"'
        '{"Fn::Join": ["", ["{{resolve:secretsmanager:", {"Ref": "Table"}, "}}"]]}' || '"{{resolve:secretsmanager:table-1}}"'
        '{"Fn::Contains": [["1", "2"], "2"]}'                           || 'true'
        '{"Fn::EachMemberIn": [["a"], ["a", "b"]]}'                     || 'true'
    }

    def '#expression is refused: #message'() {
        when:
        evaluator.evaluate(JSON.readTree(expression))

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        expression                                   || message
        '{"Fn::GetAtt": ["Table", "Nope"]}'          || 'Template error: resource Table does not support attribute type Nope in Fn::GetAtt'
        '{"Fn::Select": [5, ["a"]]}'                 || 'Template error: Fn::Select cannot select nonexistent value at index 5'
        '{"Fn::FindInMap": ["Sizes", "prod", "x"]}'  || 'Template error: Unable to get mapping for Sizes::prod::x'
        '{"Fn::ImportValue": "nope"}'                || 'No export named nope found.'
        '{"Fn::Transform": {"Name": "M"}}'           || 'Template error: Fn::Transform is not supported locally'
        '"{{resolve:acm:a}}"'                        || 'Dynamic references to acm are not supported locally: {{resolve:acm:a}}'
        '"{{resolve:secretsmanager:a:SecretBinary}}"' || 'Incorrect format is used in the following SecretsManager dynamic reference: [a:SecretBinary]'
        '{"Fn::Cidr": ["10.0.0.0/24", 300, 4]}'      || 'Template error: Fn::Cidr cannot make 300 blocks with 4 host bits out of 10.0.0.0/24'
    }

    private static ParameterValue value(String name, String given) {
        new ParameterValue(name, given, null, false)
    }

    private static class World implements TemplateScope.Lookups {
        @Override
        Optional<JsonNode> reference(String logicalId) {
            logicalId == 'Table' ? Optional.of(TextNode.valueOf('table-1')) : Optional.empty()
        }

        @Override
        Optional<JsonNode> attribute(String logicalId, String attribute) {
            Map known = [Arn: 'arn:table', dev: 'attribute named dev']
            Optional.ofNullable(known[attribute]).map { String text -> TextNode.valueOf(text) as JsonNode }
        }

        @Override
        Optional<String> imported(String exportName) {
            exportName == 'dev-vpc' ? Optional.of('vpc-1') : Optional.empty()
        }

        @Override
        Optional<String> systemParameter(String name) {
            Optional.of('stored:' + name)
        }
    }
}
