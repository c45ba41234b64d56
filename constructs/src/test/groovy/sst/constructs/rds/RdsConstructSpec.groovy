package sst.constructs.rds

import java.util.function.Function

import software.amazon.awscdk.services.kms.Key
import software.amazon.awscdk.services.rds.ServerlessCluster
import software.amazon.awscdk.services.rds.ServerlessClusterAttributes
import software.amazon.awscdk.services.secretsmanager.Secret
import software.amazon.awscdk.services.secretsmanager.SecretAttributes
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class RdsConstructSpec extends SynthSpecification {
    static final String SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:mine'

    static final Function CLUSTER = { scope ->
        ServerlessCluster.fromServerlessClusterAttributes(scope, 'Theirs', ServerlessClusterAttributes.builder().clusterIdentifier('mine').build())
    } as Function

    private static Map database(Map more = [:]) {
        [engine: 'postgresql11.13', defaultDatabaseName: 'acme'] + more
    }

    private static List<Map> statements(Map template) {
        ofType(template, 'AWS::IAM::Policy').collectMany { it.get('Properties').PolicyDocument.Statement }
    }

    def "migrations are run by a function of ours, again when they change"() {
        given:
        handler('db/1.sql', 'create table notes (id int)')
        stack('data') { it.rds('Main', database()).runMigrations('db', 'other') }

        when:
        def first = template('data')

        then:
        with(ofType(first, 'AWS::Lambda::Function')[0].get('Properties')) {
            Timeout == 900
            Handler == 'index.handler'
            Environment.Variables.keySet().containsAll(['RDS_ARN', 'RDS_SECRET'])
            Environment.Variables.RDS_DATABASE == 'acme'
            Environment.Variables.RDS_ENGINE_MODE == 'postgres'
        }
        statements(first)*.Action == [
                ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
                ['rds-data:BatchExecuteStatement', 'rds-data:BeginTransaction', 'rds-data:CommitTransaction',
                 'rds-data:ExecuteStatement', 'rds-data:RollbackTransaction'],
                'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret']
        with(ofType(first, 'Custom::RdsMigrations')[0]) {
            it.get('Properties').Database == 'other'
            it.get('Properties').ServiceTimeout == '900'
            it.DependsOn.any { each -> each.startsWith('Main') }
        }

        when:
        handler('db/2.sql', 'drop table notes')
        def second = template('data')

        then:
        ofType(first, 'Custom::RdsMigrations')[0].get('Properties').Migrations != ofType(second, 'Custom::RdsMigrations')[0].get('Properties').Migrations
    }

    def "a bound function knows cluster, secret and database"() {
        given:
        stack('data') {
            def main = it.rds('main-db', database([cdk: [cluster: [credentials: [username: 'root']]]]))
            it.function('Reader', [handler: 'src/list.main', bind: [[main, 'read']], permissions: main])
            it.outputs(Host: main.clusterEndpoint, Cluster: main.clusterIdentifier)
        }

        expect:
        with(template('data')) {
            def variables = ofType(it, 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables
            variables.SST_RDS_defaultDatabaseName_main_db == 'acme'
            variables.containsKey('SST_RDS_clusterArn_main_db')
            variables.containsKey('SST_RDS_secretArn_main_db')
            statements(it)*.Action.flatten().containsAll(['rds-data:ExecuteStatement', 'rds-data:*', 'secretsmanager:GetSecretValue'])
            ofType(it, 'AWS::SSM::Parameter')*.get('Properties')*.Name.contains('/sst/notes/dev/RDS/main_db/secretArn')
            ofType(it, 'AWS::SecretsManager::Secret')[0].get('Properties').GenerateSecretString.SecretStringTemplate == '{"username":"root"}'
        }
    }

    def "serverless v2 has a writer, and pauses when it is told to"() {
        given:
        stack('data') {
            it.rds('A', [engine: 'mysql8.0', defaultDatabaseName: 'a', serverless: 'v2', scaling: [minCapacity: 0.5, maxCapacity: 4]])
            it.rds('B', [engine: 'postgresql16.6', defaultDatabaseName: 'b', serverless: 'v2', scaling: [autoPause: '10 minutes']])
        }

        expect:
        with(template('data')) {
            ofType(it, 'AWS::RDS::DBInstance')*.get('Properties')*.DBInstanceClass == ['db.serverless'] * 2
            def clusters = ofType(it, 'AWS::RDS::DBCluster')*.get('Properties')
            clusters*.EnableHttpEndpoint == [true, true]
            clusters*.EngineVersion == ['8.0.mysql_aurora.3.04.0', '16.6']
            clusters*.ServerlessV2ScalingConfiguration == [
                    [MinCapacity: 0.5, MaxCapacity: 4], [MinCapacity: 0, MaxCapacity: 16, SecondsUntilAutoPause: 600]]
        }
    }

    def "a cluster may be somebody else's, with its secret and key"() {
        given:
        def secret = { scope ->
            def key = Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:us-east-1:123456789012:key/abc')
            Secret.fromSecretAttributes(scope, 'Secret', SecretAttributes.builder().secretPartialArn(SECRET).encryptionKey(key).build())
        } as Function
        stack('data') {
            def main = it.rds('Main', database([cdk: [cluster: CLUSTER, secret: secret]]))
            it.function('Reader', [handler: 'src/list.main', bind: main])
        }

        expect:
        with(template('data')) {
            ofType(it, 'AWS::RDS::DBCluster').empty
            statements(it).find { each -> each.Action == 'secretsmanager:GetSecretValue' }.Resource == 'arn:aws:secretsmanager:us-east-1:123456789012:secret:mine*'
            statements(it).find { each -> each.Action == 'kms:Decrypt' }.Resource == 'arn:aws:kms:us-east-1:123456789012:key/abc'
        }
    }

    def "refused at the line of the construct: #summary"() {
        when:
        stack('data') { it.with(body) }
        run()

        then:
        def refused = thrown(UserError)
        with(refused.diagnostics()[0]) {
            it.code() == code
            it.summary() == summary
            it.at().file() == 'RdsConstructSpec.groovy'
        }

        where:
        code               | body                                                                                 || summary
        Code.MISSING_PROP  | { it.rds('A', database([cdk: [cluster: CLUSTER]])) }                                 || "a cluster of your own needs 'cdk.secret'"
        Code.CONFLICT      | { it.rds('A', database([cdk: [cluster: [scaling: [:]]]])) }                          || "'cdk.cluster' cannot set 'scaling'"
        Code.CONFLICT      | { it.rds('A', database([cdk: [cluster: [credentials: [username: 'a', password: 'b']]]])) } || "'cdk.cluster.credentials' cannot have a password of its own"
        Code.CONFLICT      | { it.rds('A', database([migrations: 'db'])).runMigrations('more') }                  || "rds 'A' runs migrations already"
        Code.INVALID_VALUE | { it.rds('A', database([engine: 'postgresql9.6'])) }                                 || "serverless v1 has no engine 'postgresql9.6'"
        Code.INVALID_VALUE | { it.rds('A', database([scaling: [maxCapacity: 'ACU_5']])) }                         || 'serverless v1 has no capacity of 5.0 units'
        Code.WRONG_TYPE    | { it.rds('A', database([engine: 'oracle'])) }                                        || "'engine' of rds 'A': expected an engine such as 'postgresql16.1' or 'mysql8.0', got 'oracle'"
        Code.UNSUPPORTED   | { it.rds('A', database([types: 'types.ts'])) }                                       || "rds 'types' is not supported: no TypeScript types are written yet"
        Code.MISSING_FILE  | { it.rds('A', database([migrations: 'nowhere'])) }                                   || "migrations 'nowhere' is no folder"
    }
}
