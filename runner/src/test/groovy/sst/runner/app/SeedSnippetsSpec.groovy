package sst.runner.app

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import com.fasterxml.jackson.databind.ObjectMapper
import sst.model.diagnostic.Diagnostic
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName

/** What SST's users write in TypeScript, written for us: each snippet evaluates and synthesizes. */
class SeedSnippetsSpec extends Specification {
    @TempDir
    @Shared
    Path root

    def setupSpec() {
        ['src/list', 'src/create', 'src/get', 'src/lambda', 'src/trigger', 'services/cronjob'].each { write("${it}.js", 'export const main = () => 1; export const handler = main') }
        write('services/migrations/1_notes.sql', 'create table notes (id int)')
    }

    def "#snippet"() {
        when:
        def types = resources(prelude + '\n' + snippet)*.Type as Set

        then:
        types.containsAll(expected)

        where:
        prelude                | snippet                                                                                                                                       || expected
        ''                     | "api 'Api', routes: ['GET /notes': 'src/list.main', 'POST /notes': 'src/create.main']"                                                        || ['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Route']
        ''                     | "table 'Notes', fields: [noteId: STRING], primaryIndex: [partitionKey: 'noteId']"                                                             || ['AWS::DynamoDB::Table']
        ''                     | "rds 'notesDb', engine: 'postgresql11.13', defaultDatabaseName: 'main', migrations: 'services/migrations'"                                    || ['AWS::RDS::DBCluster']
        ''                     | "cron 'cron', schedule: 'rate(1 minute)', job: 'services/cronjob.main'"                                                                       || ['AWS::Events::Rule']
        ''                     | "def cluster = cdk { scope -> def c = new Cluster(scope, 'Cluster', ClusterProps.builder().vpc(new Vpc(scope, 'Vpc')).build()); c.addCapacity('Capacity', AddCapacityOptions.builder().instanceType(InstanceType.of(InstanceClass.T3, InstanceSize.MICRO)).build()); c }\n function 'F', handler: 'src/lambda.main', environment: [CLUSTER: cluster.ref { it.clusterName }]" || ['AWS::ECS::Cluster', 'AWS::Lambda::Function']
        "def notesDb = rds 'notesDb', engine: 'postgresql11.13', defaultDatabaseName: 'main'\ndef api = api 'Api', routes: ['GET /notes': 'src/list.main']" | 'api.bind notesDb'                       || ['AWS::RDS::DBCluster']
        "def bucket = bucket 'Uploads'" | "function('MyFunction') { handler 'src/lambda.handler'; timeout '3 minutes'; memorySize '1024 MB'; link bucket }"                  || ['AWS::S3::Bucket', 'AWS::Lambda::Function']
        "def bucket = bucket 'Uploads'" | "bucket.subscribe 'src/trigger.handler', events: ['s3:ObjectCreated:*']"                                                            || ['Custom::S3BucketNotifications']
        ''                     | "def named = logicalPrefixedName 'MyResource'; queue('Named') { cdk { queue queueName: named } }"                                                               || ['AWS::SQS::Queue']
        ''                     | "api('Api') { cdk { httpApi description: 'foo', disableExecuteApiEndpoint: true } }"                                                          || ['AWS::ApiGatewayV2::Api']
        ''                     | "api('Api') { cdk { httpApi { scope -> HttpApi.fromHttpApiAttributes(scope, 'Imported', HttpApiAttributes.builder().httpApiId('abc').build()) } } ; routes { get '/x', 'src/get.main' } }" || ['AWS::ApiGatewayV2::Route']
        "def notes = table 'Notes', fields: [noteId: STRING, at: STRING], primaryIndex: [partitionKey: 'noteId']" | "notes.cdk { table -> table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder().indexName('i').partitionKey(Attribute.builder().name('at').type(AttributeType.STRING).build()).build()) }" || ['AWS::DynamoDB::Table']
    }

    def "a function of stacks is a stack, and what it returns is used by its id"() {
        expect:
        app("""
            app { name 'my-sst-app' }
            stack('ApiStack') { api 'Api', routes: ['GET /notes': 'src/list.main'] }
            stack('Site') { outputs Url: use('ApiStack').Api.url, Name: logicalPrefixedName('MyResource') }
        """, 'dev-my-sst-app-Site').Outputs.with { it.Name.Value == 'dev-my-sst-app-MyResource' && it.Url }
    }

    private Collection<Map> resources(String inStack) {
        app("""
            import software.amazon.awscdk.services.apigatewayv2.HttpApi
            import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes
            import software.amazon.awscdk.services.dynamodb.*
            import software.amazon.awscdk.services.ec2.*
            import software.amazon.awscdk.services.ecs.*
            app { name 'seeds' }
            stack('s') {
                $inStack
            }
        """, 'dev-seeds-s').Resources.values()
    }

    private Map app(String text, String template) {
        write('sst.config.groovy', text)
        def listener = [found: { Diagnostic d -> throw new AssertionError((Object) d.toString()) }, note: { }, warn: { }] as ConfigApp.Listener
        def surroundings = new ConfigApp.Surroundings(root, Path.of(System.getProperty('user.home')), Clock.systemUTC(), new PrintWriter(Writer.nullWriter()), listener,
                { app, question -> throw new AssertionError((Object) question.key()) } as Lookups)
        def app = new ConfigApp(new AppSetting(ProjectFolder.at(root), new StageName('dev'), new ReadyAssembly.Choices('dev', null, 'us-east-1', null, [:]), surroundings))
        assert app.check().diagnostics() == []
        new ObjectMapper().readValue(app.build().folder().resolve("${template}.template.json").toFile(), Map)
    }

    private void write(String file, String text) {
        Path path = root.resolve(file)
        Files.createDirectories(path.parent)
        Files.writeString(path, text)
    }
}
