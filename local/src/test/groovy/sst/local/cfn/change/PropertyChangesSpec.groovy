package sst.local.cfn.change

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification

class PropertyChangesSpec extends Specification {
    static final JSON = new ObjectMapper()
    static final RULES = sst.local.cfn.change.Specification.load()

    def 'a change of #property of #type: #recreation'() {
        when:
        def changes = PropertyChanges.between(
                JSON.createObjectNode().put(property, 'a'), JSON.createObjectNode().put(property, 'b'), RULES.of(type))

        then:
        changes == [new PropertyChange(property, recreation)]

        where:
        type                      | property                || recreation
        'AWS::DynamoDB::Table'    | 'TableName'             || Recreation.ALWAYS
        'AWS::DynamoDB::Table'    | 'KeySchema'             || Recreation.ALWAYS
        'AWS::DynamoDB::Table'    | 'LocalSecondaryIndexes' || Recreation.ALWAYS
        'AWS::DynamoDB::Table'    | 'BillingMode'           || Recreation.NEVER
        'AWS::SQS::Queue'         | 'QueueName'             || Recreation.ALWAYS
        'AWS::SQS::Queue'         | 'FifoQueue'             || Recreation.ALWAYS
        'AWS::SQS::Queue'         | 'VisibilityTimeout'     || Recreation.NEVER
        'AWS::Lambda::Function'   | 'FunctionName'          || Recreation.ALWAYS
        'AWS::Lambda::Function'   | 'Code'                  || Recreation.NEVER
        'AWS::Lambda::Permission' | 'Principal'             || Recreation.ALWAYS
        'AWS::ApiGatewayV2::Route' | 'ApiId'                || Recreation.ALWAYS
        'AWS::ApiGatewayV2::Route' | 'Target'               || Recreation.NEVER
        'AWS::IAM::Role'          | 'RoleName'              || Recreation.ALWAYS
        'AWS::S3::Bucket'         | 'BucketName'            || Recreation.ALWAYS
        'AWS::RDS::DBCluster'     | 'Engine'                || Recreation.CONDITIONALLY
        'Custom::Anything'        | 'Whatever'              || Recreation.NEVER
    }

    def 'numbers and booleans equal their texts, order of keys does not count, order of items does'() {
        expect:
        PropertyChanges.same(JSON.readTree(left), JSON.readTree(right)) == isSame

        where:
        left                 | right                  || isSame
        '{"a":5}'            | '{"a":"5"}'            || true
        '{"a":true}'         | '{"a":"true"}'         || true
        '{"a":1,"b":2}'      | '{"b":2,"a":1}'        || true
        '{"a":[1,2]}'        | '{"a":[2,1]}'          || false
        '{"a":{}}'           | '{"a":[]}'             || false
        '{"a":1}'            | '{"a":1,"b":null}'     || false
    }
}
