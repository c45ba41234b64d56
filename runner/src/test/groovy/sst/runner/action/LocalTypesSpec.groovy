package sst.runner.action

import com.fasterxml.jackson.databind.json.JsonMapper
import spock.lang.Specification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError
import sst.runner.assembly.Origin
import sst.runner.assembly.StackArtifact
import sst.runner.assembly.StackSettings
import sst.runner.cloud.CloudStatus

class LocalTypesSpec extends Specification {

    def 'all types of all stacks that the local cloud lacks are refused at their lines, custom resources are not'() {
        when:
        LocalTypes.check(cloud(), [
            stack([Queue: 'AWS::SQS::Queue', Users: 'AWS::Cognito::UserPool']),
            stack([Made: 'Custom::Thing', Graph: 'AWS::AppSync::GraphQLApi'])
        ])

        then:
        def error = thrown(UserError)
        def diagnostics = error.diagnostics()
        diagnostics*.code() == [Code.UNSUPPORTED] * 2
        diagnostics*.summary() == [
            'the local cloud has no AWS::Cognito::UserPool', 'the local cloud has no AWS::AppSync::GraphQLApi']
        diagnostics*.at()*.line() == [7, 7]
    }

    def 'a value that a property does not have in the local cloud is refused at its line, one that is known later is not'() {
        when:
        LocalTypes.check(cloud(), [
            stack([Old: 'AWS::RDS::DBCluster'], [Engine: 'aurora-mysql']),
            stack([New: 'AWS::RDS::DBCluster'], [Engine: 'aurora-postgresql']),
            stack([Later: 'AWS::RDS::DBCluster'], [Engine: [Ref: 'Parameter']])
        ])

        then:
        def error = thrown(UserError)
        error.diagnostics()*.summary() == ['the local cloud has no AWS::RDS::DBCluster with Engine aurora-mysql']
        error.diagnostics()*.at()*.line() == [7]
    }

    def 'stacks of known types pass'() {
        when:
        LocalTypes.check(cloud(), [stack([Queue: 'AWS::SQS::Queue'])])

        then:
        noExceptionThrown()
    }

    private static CloudStatus cloud() {
        new CloudStatus('http://127.0.0.1:1', 1, new JsonMapper().writeValueAsString(
            [types: ['AWS::SQS::Queue', 'AWS::RDS::DBCluster'], only: ['AWS::RDS::DBCluster': [Engine: ['aurora-postgresql']]]]))
    }

    private static StackArtifact stack(Map<String, String> types, Map<String, Object> properties = [:]) {
        def json = new JsonMapper()
        def text = json.writeValueAsString([Resources: types.collectEntries { id, type -> [id, [Type: type, Properties: properties]] }])
        def origins = types.collectEntries { id, type -> [id, new Origin(id, type, 'sst.config.groovy:7')] }
        new StackArtifact('s', 'dev-s', 's', null, null, json.readTree(text), text,
            new StackSettings([:], [:], false, null, null, null, 0, null), [] as Set, [], origins)
    }
}
