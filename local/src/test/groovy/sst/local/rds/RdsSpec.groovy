package sst.local.rds

import java.nio.file.Files
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import sst.local.CloudSpec

/** Aurora PostgreSQL over its Data API, as templates make it. */
class RdsSpec extends CloudSpec {
    private static final Map SCOPE = [Authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/rds-data/aws4_request, ' +
            'SignedHeaders=host, Signature=0']
    private static final Map RESOURCES = [
        Vpc: [Type: 'AWS::EC2::VPC', Properties: [CidrBlock: '10.0.0.0/16']],
        Subnet: [Type: 'AWS::EC2::Subnet', Properties: [VpcId: [Ref: 'Vpc'], CidrBlock: '10.0.0.0/24']],
        Subnets: [Type: 'AWS::RDS::DBSubnetGroup', Properties: [DBSubnetGroupDescription: 'd', SubnetIds: [[Ref: 'Subnet']]]],
        Secret: [Type: 'AWS::SecretsManager::Secret', Properties: [GenerateSecretString: [
            SecretStringTemplate: '{"username":"admin"}', GenerateStringKey: 'password', PasswordLength: 30, ExcludePunctuation: true]]],
        Cluster: cluster([EngineMode: 'provisioned']),
        Writer: [Type: 'AWS::RDS::DBInstance', Properties: [DBClusterIdentifier: [Ref: 'Cluster'], Engine: 'aurora-postgresql',
            DBInstanceClass: 'db.serverless']],
        Attachment: [Type: 'AWS::SecretsManager::SecretTargetAttachment',
            Properties: [SecretId: [Ref: 'Secret'], TargetId: [Ref: 'Cluster'], TargetType: 'AWS::RDS::DBCluster']]]

    private static Map cluster(Map more) {
        [Type: 'AWS::RDS::DBCluster', Properties: [Engine: 'aurora-postgresql', DatabaseName: 'main', EnableHttpEndpoint: true,
            DBSubnetGroupName: [Ref: 'Subnets'],
            MasterUsername: ['Fn::Join': ['', ['{{resolve:secretsmanager:', [Ref: 'Secret'], ':SecretString:username::}}']]],
            MasterUserPassword: ['Fn::Join': ['', ['{{resolve:secretsmanager:', [Ref: 'Secret'], ':SecretString:password::}}']]]] + more]
    }

    private Map database

    private void make(Map more = [:]) {
        def outputs = deploy('db', RESOURCES + more, [resourceArn: ['Fn::GetAtt': ['Cluster', 'DBClusterArn']], secretArn: [Ref: 'Secret'],
            port: ['Fn::GetAtt': ['Cluster', 'Endpoint.Port']]])
        assert outputs.resourceArn
        database = outputs.subMap('resourceArn', 'secretArn') + [database: 'main']
    }

    private Object data(String path, Map body) {
        http('POST', path, body, SCOPE + ['Content-Type': 'application/json'])
    }

    private Object sql(String sql, Map more = [:]) {
        data('/Execute', database + [sql: sql] + more)
    }

    private static Map field(String name, Map value, String hint = null) {
        [name: name, value: value] + (hint ? [typeHint: hint] : [:])
    }

    def 'the Data API of an Aurora PostgreSQL cluster, until its stack goes'() {
        when:
        make()
        def secret = JSON.readValue(call('secretsmanager.GetSecretValue', [SecretId: database.secretArn]).SecretString as String, Map)

        then:
        secret.username == 'admin'
        secret.host == '127.0.0.1'
        secret.dbname == 'main'
        secret.engine == 'postgres'
        secret.port > 0

        and: 'values come back as fields of their types'
        sql('select true, 1::int2, 2::int8, 1.5::float8, 1.50::numeric, \'x\', null, \'\\x0102\'::bytea, ' +
            "date '2026-01-02', timestamp '2026-01-02 03:04:05.678', timestamptz '2026-01-02 03:04:05+02', " +
            "'{\"a\": 1}'::jsonb, array[1, 2], array['a', null]").records == [[
                [booleanValue: true], [longValue: 1], [longValue: 2], [doubleValue: 1.5], [stringValue: '1.50'], [stringValue: 'x'],
                [isNull: true], [blobValue: 'AQI='], [stringValue: '2026-01-02'], [stringValue: '2026-01-02 03:04:05.678'],
                [stringValue: '2026-01-02 01:04:05'], [stringValue: '{"a": 1}'], [arrayValue: [longValues: [1, 2]]],
                [arrayValue: [stringValues: ['a', null]]]
            ]]
        sql('select 1.50::numeric, 7::numeric, 8', [resultSetOptions: [decimalReturnType: 'DOUBLE_OR_LONG', longReturnType: 'STRING']]).records ==
                [[[doubleValue: 1.5], [longValue: 7], [stringValue: '8']]]

        and: 'parameters go in with their types'
        sql('create table notes (id uuid primary key, at timestamp, body json, size numeric, big bigint, raw bytea)').numberOfRecordsUpdated == 0
        sql('insert into notes values (:id, :at, :body, :size, :big, :raw)', [parameters: [
            field('id', [stringValue: '0190a6b0-0000-4000-8000-000000000001'], 'UUID'), field('at', [stringValue: '2026-01-01 10:00:00'], 'TIMESTAMP'),
            field('body', [stringValue: '{"a":1}'], 'JSON'), field('size', [stringValue: '1.25'], 'DECIMAL'),
            field('big', [longValue: 9007199254740993]), field('raw', [isNull: true])
        ]]) == [numberOfRecordsUpdated: 1, generatedFields: []]
        sql('select * from notes', [formatRecordsAs: 'JSON']).formattedRecords ==
                '[{"id":"0190a6b0-0000-4000-8000-000000000001","at":"2026-01-01 10:00:00","body":"{\\"a\\":1}","size":1.25,"big":9007199254740993,"raw":null}]'
        with(sql('select id as key from notes', [includeResultMetadata: true]).columnMetadata[0]) {
            label == 'key'
            name == 'id'
            tableName == 'notes'
            typeName == 'uuid'
        }

        and: 'errors are worded as AWS words them'
        with(sql('select * from nothing')) {
            message == 'ERROR: relation "nothing" does not exist; Position: 15; SQLState: 42P01'
        }
        sql("insert into notes (id) values (:id)", [parameters: [field('id', [stringValue: 'x'])]]).message.startsWith(
                'ERROR: column "id" is of type uuid but expression is of type character varying;')
        sql('select 1; select 2').message == "Multistatements aren't supported."
        sql('select :missing').message == 'Cannot find parameter: missing'
        data('/Execute', database + [database: 'other', sql: 'select 1']).message == 'FATAL: database "other" does not exist; SQLState: 3D000'
        data('/Execute', database + [secretArn: 'nope', sql: 'select 1']).message == "Secrets Manager can't find the specified secret."
        data('/Execute', database + [resourceArn: 'nope', sql: 'select 1']).message == 'DBCluster nope not found.'

        when: 'a transaction is rolled back, another one is committed'
        def begun = (1..2).collect { data('/BeginTransaction', database).transactionId }
        begun.eachWithIndex { id, at -> sql("insert into notes (id) values ('0190a6b0-0000-4000-8000-00000000001$at')", [transactionId: id]) }

        then:
        sql('select count(*) from notes').records == [[[longValue: 1]]]
        data('/RollbackTransaction', database + [transactionId: begun[0]]) == [transactionStatus: 'Rollback Complete']
        data('/CommitTransaction', database + [transactionId: begun[1]]) == [transactionStatus: 'Transaction Committed']
        sql('select count(*) from notes').records == [[[longValue: 2]]]
        sql('select 1', [transactionId: begun[1]]).message == "Transaction ${begun[1]} is not found"

        and: 'a batch is all or nothing'
        data('/BatchExecute', database + [sql: 'insert into notes (id, big) values (:id, 1)', parameterSets: ['2', '3'].collect {
            [field('id', [stringValue: "0190a6b0-0000-4000-8000-00000000002$it".toString()], 'UUID')]
        }]).updateResults == [[generatedFields: []]] * 2
        data('/BatchExecute', database + [sql: 'insert into notes (id, big) values (:id, 1)', parameterSets: ['4', '2'].collect {
            [field('id', [stringValue: "0190a6b0-0000-4000-8000-00000000002$it".toString()], 'UUID')]
        }]).message.contains('duplicate key value violates unique constraint "notes_pkey"')
        sql('select count(*) from notes').records == [[[longValue: 4]]]

        when:
        def process = ProcessHandle.of(server()).get()
        restart()

        then: 'the data and the port are the same after a restart of the local cloud'
        process.onExit().get(60, TimeUnit.SECONDS)
        sql('select count(*) from notes').records == [[[longValue: 4]]]
        JSON.readValue(call('secretsmanager.GetSecretValue', [SecretId: database.secretArn]).SecretString as String, Map).port ==
                query([Action: 'DescribeDBClusters', Version: '2014-10-31']).DBClusters.DBCluster.Port.toInteger()

        when: 'the server is killed'
        ProcessHandle.of(server()).get().destroyForcibly()

        then:
        becomes(60) { sql('select count(*) from notes').records == [[[longValue: 4]]] }

        when:
        def last = ProcessHandle.of(server()).get()

        then:
        undeploy('db') == ''
        last.onExit().get(60, TimeUnit.SECONDS)
        !Files.list(folder.resolve('files/postgres')).findAny().present
    }

    private long server() {
        def lock = Files.walk(folder.resolve('files/postgres')).filter { it.endsWith('postmaster.pid') }.findFirst().get()
        Files.readAllLines(lock)[0].toLong()
    }

    def 'Serverless v1 has one error for all'() {
        given:
        make(Cluster: cluster([EngineMode: 'serverless']))

        expect:
        with(send('POST', '/Execute', JSON.writeValueAsString(database + [sql: 'select * from nothing']), SCOPE)) {
            statusCode() == 400
            headers().firstValue('x-amzn-errortype').get() == 'BadRequestException'
            body().contains('ERROR: relation \\"nothing\\" does not exist\\n  Position: 15; SQLState: 42P01')
        }
    }

    def 'MySQL is refused by name before anything is touched, and clusters made of snapshots are'() {
        expect:
        deploy('db', RESOURCES + [Cluster: cluster([Engine: 'aurora-mysql'])]).refused ==
            'not supported locally: AWS::RDS::DBCluster (Cluster) with Engine aurora-mysql, only aurora-postgresql'
        deploy('db', RESOURCES + [Cluster: cluster([SnapshotIdentifier: 'a'])]).failed.contains('not supported locally: SnapshotIdentifier of an AWS::RDS::DBCluster')
    }

    def 'MySQL that only the stack knows of is refused when it comes to it'() {
        expect:
        deploy('db', RESOURCES + [Cluster: cluster([Engine: ['Fn::Join': ['-', ['aurora', 'mysql']]]])]).failed
            .contains("engine 'aurora-mysql' of an AWS::RDS::DBCluster; the local cloud runs aurora-postgresql only")
    }

    @Requires({ hasCli() })
    def 'the AWS CLI reaches a cluster by its identifier'() {
        given:
        make()

        expect:
        aws('rds-data', 'execute-statement', '--resource-arn', database.resourceArn as String, '--secret-arn', database.secretArn as String,
                '--database', 'main', '--sql', 'select 1').records == [[[longValue: 1]]]
    }
}
