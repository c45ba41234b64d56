package sst.local.cfn.template

import spock.lang.Specification

class TemplateSyntaxSpec extends Specification {
    def 'YAML short forms mean the same as the long forms of JSON: #yaml'() {
        expect:
        TemplateSyntax.parse('Key: ' + yaml).path('Key').toString() == json

        where:
        yaml                         | json
        '!Ref Table'                 | '{"Ref":"Table"}'
        '!GetAtt Table.Arn'          | '{"Fn::GetAtt":["Table","Arn"]}'
        '!GetAtt Db.Endpoint.Port'   | '{"Fn::GetAtt":["Db","Endpoint.Port"]}'
        '!Sub "a-${B}"'              | '{"Fn::Sub":"a-${B}"}'
        '!Sub ["${A}", {A: !Ref B}]' | '{"Fn::Sub":["${A}",{"A":{"Ref":"B"}}]}'
        '!Join ["-", [a, !Ref B]]'   | '{"Fn::Join":["-",["a",{"Ref":"B"}]]}'
        '!If [Prod, 1, !Ref "AWS::NoValue"]' | '{"Fn::If":["Prod",1,{"Ref":"AWS::NoValue"}]}'
        '!Condition Prod'            | '{"Condition":"Prod"}'
        '!Base64 x'                  | '{"Fn::Base64":"x"}'
    }

    def 'plain YAML scalars keep what they are: #yaml'() {
        expect:
        TemplateSyntax.parse('Key: ' + yaml).path('Key').toString() == json

        where:
        yaml           | json
        '2012-10-17'   | '"2012-10-17"'
        '012345678901' | '"012345678901"'
        '300'          | '300'
        '1.5'          | '1.5'
        'true'         | 'true'
        '"true"'       | '"true"'
        '~'            | 'null'
        'a: {}'.substring(3) | '{}'
    }

    def 'malformed text is refused with its place'() {
        when:
        TemplateSyntax.parse(text)

        then:
        def error = thrown(TemplateError)
        error.text() == message

        where:
        text             | message
        '{"A": }'        | 'Template format error: JSON not well-formed. (line 1, column 7)'
        'A: [1, 2\nB: 3' | 'Template format error: YAML not well-formed. (line 2, column 2)'
        'just words'     | 'Template format error: unsupported structure.'
        ''               | 'Template format error: unsupported structure.'
    }
}
