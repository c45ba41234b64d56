package sst.constructs.appsync

import java.util.function.Function

import software.amazon.awscdk.services.appsync.GraphqlApi
import software.amazon.awscdk.services.appsync.GraphqlApiAttributes
import software.amazon.awscdk.services.certificatemanager.Certificate
import software.amazon.awscdk.services.route53.HostedZone
import software.amazon.awscdk.services.route53.HostedZoneAttributes
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class AppSyncApiConstructSpec extends SynthSpecification {
    static final String HANDLER = 'src/list.main'

    def setup() {
        handler('schema.graphql', 'type Query { notes: [String] }')
    }

    private static List<Map> props(Map template, String type) {
        ofType(template, "AWS::AppSync::$type")*.get('Properties')
    }

    def "all that can be behind a field, written short"() {
        given:
        stack('api') {
            def table = it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
            def one = it.rds('One', [engine: 'mysql8.0', defaultDatabaseName: 'one'])
            def two = it.rds('Two', [engine: 'postgresql16.1', defaultDatabaseName: 'two', serverless: 'v2'])
            it.appSyncApi('Api', [schema: 'schema.graphql', dataSources: [
                    code: [handler: HANDLER, timeout: 3], notes: table, one: [rds: one, databaseName: 'other'], two: two, bus: it.eventBus('Bus'),
                    web: [endpoint: 'https://acme.com', description: 'theirs'], nothing: [type: 'none', name: 'No Thing']]])
        }

        expect:
        with(template('api')) {
            props(it, 'DataSource').collectEntries { each -> [each.Name, each.Type] } == [
                    code: 'AWS_LAMBDA', notes: 'AMAZON_DYNAMODB', one: 'RELATIONAL_DATABASE', two: 'RELATIONAL_DATABASE',
                    bus : 'AMAZON_EVENTBRIDGE', web: 'HTTP', NoThing: 'NONE']
            props(it, 'DataSource').findAll { each -> each.RelationalDatabaseConfig }*.RelationalDatabaseConfig.RdsHttpEndpointConfig.DatabaseName == ['other', 'two']
            props(it, 'DataSource').find { each -> each.Name == 'web' }.Description == 'theirs'
        }
    }

    def "fields are answered by functions and data sources, with templates from files"() {
        given:
        handler('src/request.vtl', '{"version": "2017-02-28"}')
        stack('api') {
            it.appSyncApi('Api', [schema: 'schema.graphql', dataSources: [code: HANDLER],
                                  resolvers: ['Query  notes': 'code', 'Mutation add': HANDLER,
                                              'Note text': [dataSource: 'code', requestMapping: [file: 'src/request.vtl'],
                                                            responseMapping: [inline: '$context.result'], cdk: [resolver: [maxBatchSize: 5]]]]])
        }

        expect:
        with(template('api')) {
            props(it, 'Resolver')*.subMap('TypeName', 'FieldName', 'DataSourceName', 'RequestMappingTemplate', 'ResponseMappingTemplate', 'MaxBatchSize') == [
                    [TypeName: 'Query', FieldName: 'notes', DataSourceName: 'code'],
                    [TypeName: 'Mutation', FieldName: 'add', DataSourceName: 'LambdaDS_Mutation_add'],
                    [TypeName: 'Note', FieldName: 'text', DataSourceName: 'code', RequestMappingTemplate: '{"version": "2017-02-28"}',
                     ResponseMappingTemplate: '$context.result', MaxBatchSize: 5]]
        }

        when: 'a template changes, though no function and nothing in the config does'
        handler('src/request.vtl', '{"version": "2018-05-29"}')

        then:
        props(template('api'), 'Resolver')[2].RequestMappingTemplate == '{"version": "2018-05-29"}'
    }

    def "files of a schema become one"() {
        given:
        handler('more.graphql', '''
            "What to do." type Mutation { add(text: String!): String }
            type Query { "All tags." tags: [Tag], notes: [String] }
            enum Tag { NEW } union Any = Note
            type Note implements Named { name: String }
            interface Named { name: String }''')
        handler('last.graphql', 'enum Tag { NEW OLD } union Any = Other type Note implements Timed { at: Int } input In { a: Int } schema { query: Query }')
        stack('api') { it.appSyncApi('Api', [schema: ['schema.graphql', 'more.graphql', 'last.graphql']]) }

        when:
        String text = props(template('api'), 'GraphQLSchema')[0].Definition.replaceAll(/\s+/, ' ')

        then:
        text.count('type Query') == 1
        ['type Query { notes: [String] "All tags." tags: [Tag] }', 'enum Tag { NEW OLD }', 'union Any = Note | Other', '"What to do." type Mutation',
         'type Note implements Named & Timed { name: String at: Int }', 'input In { a: Int }', 'schema { query: Query }'].every { text.contains(it) }
    }

    def "another stack adds sources and resolvers of its own, and grants reach each function"() {
        given:
        stack('main') {
            it.topic('News')
            it.appSyncApi('Api', [schema: 'schema.graphql', dataSources: [code: HANDLER]]).attachPermissions('ses')
        }
        stack('more') {
            def api = it.use('main').get('Api')
            api.addDataSources(it, [extra: HANDLER])
            api.addResolvers(it, ['Query a': 'extra', 'Query b': HANDLER, 'Query c': 'code'])
            api.attachPermissionsToDataSource('Query a', 's3').bindToDataSource('Query b', it.use('main').get('News'))
            it.function('Caller', [handler: HANDLER, bind: api, permissions: api])
        }

        when:
        def more = json(run().assembly().resolve('dev-notes-more.template.json'))
        def statements = ofType(more, 'AWS::IAM::Policy').collectEntries {
            [it.get('Properties').PolicyName, it.get('Properties').PolicyDocument.Statement*.Action.flatten()]
        }

        then:
        props(more, 'DataSource')*.Name == ['extra', 'LambdaDS_Query_b']
        props(more, 'Resolver').size() == 3
        statements.find { it.key.startsWith('Lambdaextra') }.value.containsAll(['ses:*', 's3:*'])
        statements.find { it.key.startsWith('LambdaQueryb') }.value.containsAll(['ses:*', 'sns:*'])
        statements.find { it.key.startsWith('Caller') }.value.contains('appsync:GraphQL')
        ofType(more, 'AWS::Lambda::Function').any { it.get('Properties').Environment.Variables.SST_AppSyncApi_url_Api }
    }

    def "an API answers under a name of its own"() {
        given:
        def certificate = { scope -> Certificate.fromCertificateArn(scope, 'Cert', 'arn:aws:acm:us-east-1:123456789012:certificate/abc') } as Function
        def zone = { scope ->
            HostedZone.fromHostedZoneAttributes(scope, 'Zone', HostedZoneAttributes.builder().hostedZoneId('Z1').zoneName('acme.com').build())
        } as Function
        stack('api') {
            def api = it.appSyncApi('Api', [schema: 'schema.graphql', customDomain: [domainName: 'api.acme.com', cdk: [hostedZone: zone]]])
            it.appSyncApi('Other', [schema: 'schema.graphql', customDomain: [domainName: 'b.acme.com', recordType: 'A_AAAA', cdk: [hostedZone: zone]]])
            it.appSyncApi('Far', [schema: 'schema.graphql', customDomain: [domainName: 'c.org', isExternalDomain: true, cdk: [certificate: certificate]]])
            it.function('Caller', [handler: HANDLER, bind: api])
            assert api.customDomainUrl == 'https://api.acme.com/graphql'
        }

        expect:
        with(template('api')) {
            props(it, 'DomainName')*.DomainName == ['api.acme.com', 'b.acme.com', 'c.org']
            ofType(it, 'AWS::CertificateManager::Certificate').size() == 2
            def records = ofType(it, 'AWS::Route53::RecordSet')*.get('Properties')
            records*.Type == ['CNAME', 'A', 'AAAA']
            records[1].AliasTarget.HostedZoneId == 'Z2FDTNDATAQYW2'
            ofType(it, 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables.SST_AppSyncApi_url_Api == 'https://api.acme.com/graphql'
        }
    }

    def "an API may be somebody else's"() {
        given:
        def theirs = { scope ->
            GraphqlApi.fromGraphqlApiAttributes(scope, 'Theirs', GraphqlApiAttributes.builder().graphqlApiId('abc').build())
        } as Function
        stack('api') { it.appSyncApi('Api', [cdk: [graphqlApi: theirs], resolvers: ['Query notes': HANDLER]]) }

        expect:
        with(template('api')) {
            props(it, 'GraphQLApi').empty
            props(it, 'Resolver')[0].ApiId == 'abc'
        }
    }

    def "refused at the line of the construct: #summary"() {
        given:
        handler('broken.graphql', 'type Query {')
        handler('other.graphql', 'type Query { notes: Int }')

        when:
        stack('api') { it.with(body) }
        run()

        then:
        def refused = thrown(UserError)
        with(refused.diagnostics()[0]) {
            it.code() == code
            it.summary() == summary
            it.at().file() == 'AppSyncApiConstructSpec.groovy'
        }

        where:
        code               | body                                                                                                   || summary
        Code.INVALID_VALUE | { it.appSyncApi('A', [customDomain: 'API.acme.com']) }                                                 || "domain name 'API.acme.com' is not in lower case"
        Code.MISSING_PROP  | { it.appSyncApi('A') }                                                                                 || "appSyncApi 'A' needs 'schema'"
        Code.MISSING_FILE  | { it.appSyncApi('A', [schema: 'no.graphql']) }                                                         || "file 'no.graphql' does not exist"
        Code.INVALID_VALUE | { it.appSyncApi('A', [schema: ['schema.graphql', 'broken.graphql']]) }                                 || "schema 'broken.graphql' is not valid GraphQL"
        Code.CONFLICT      | { it.appSyncApi('A', [schema: ['schema.graphql', 'other.graphql']]) }                                  || "schema 'other.graphql' has another 'notes' of 'Query' than a file before it"
        Code.WRONG_TYPE    | { it.appSyncApi('A', [schema: 'schema.graphql', resolvers: ['notes': HANDLER]]) }                      || "'resolvers' of appSyncApi 'A': 'notes' is no field of a type"
        Code.INVALID_VALUE | { it.appSyncApi('A', [schema: 'schema.graphql', resolvers: ['Query notes': 'code']]) }                 || "resolver 'Query notes' names a data source 'code' that is not there"
        Code.MISSING_PROP  | { it.appSyncApi('A', [schema: 'schema.graphql', dataSources: [a: [name: 'x']]]) }                      || "'a' of 'A' has no function"
        Code.CONFLICT      | { it.appSyncApi('A', [schema: 'schema.graphql', resolvers: ['Query a': [handler: HANDLER, requestMapping: [:]]]]) } || "a mapping of resolver 'Query a' needs either 'file' or 'inline'"
        Code.DUPLICATE_ID  | { it.appSyncApi('A', [resolvers: ['Query a': HANDLER]]).addResolvers(['Query  a': HANDLER]) }          || "appSyncApi 'A' has a resolver 'Query a' already"
        Code.INVALID_VALUE | { it.appSyncApi('A').bindToDataSource('code', it.topic('T')) }                                         || "appSyncApi 'A' has no data source or resolver 'code'"
    }
}
