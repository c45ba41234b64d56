package sst.constructs.synth

import java.nio.file.Files
import java.util.function.Function

import software.amazon.awscdk.services.sqs.Queue
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class SynthSpec extends SynthSpecification {
    static final NOTES = [fields: [noteId: 'string'], primaryIndex: [partitionKey: 'noteId']]

    def "an app becomes stacks with SST v2's names, tags and outputs"() {
        given:
        config.app { it.tags(team: 'web'); it.removal('destroy') }
        stack('data') { it.table('Notes', NOTES) }
        stack('api') {
            def api = it.api('Api', [routes: ['GET /notes': 'src/list.main'], defaults: [function: [bind: it.use('data').get('Notes')]]])
            it.outputs(ApiUrl: api.url, Twice: "${api.url}/x ${api.url}")
        }

        when:
        def assembly = run().assembly()
        def api = json(assembly.resolve('dev-notes-api.template.json'))
        def data = json(assembly.resolve('dev-notes-data.template.json'))
        def manifest = json(assembly.resolve('manifest.json')).artifacts['dev-notes-api']

        then:
        api.Outputs.ApiUrl.Value == ['Fn::GetAtt': ['ApiCD79AAA0', 'ApiEndpoint']]
        api.Outputs.Twice.Value['Fn::Join'][1].size() == 3
        manifest.get('properties').tags == ['sst:app': 'notes', 'sst:stage': 'dev', team: 'web']
        manifest.dependencies.contains('dev-notes-data')
        manifest.environment == 'aws://unknown-account/us-east-1'
        ofType(data, 'AWS::DynamoDB::Table')[0].DeletionPolicy == 'Delete'
        ofType(data, 'AWS::DynamoDB::Table')[0].get('Properties').TableName == 'dev-notes-Notes'
        !Files.exists(assembly.resolve('tree.json'))

        and: 'the bound table is known by variable, parameter and grant, across stacks'
        def variables = ofType(api, 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables
        variables.SST_Table_tableName_Notes['Fn::ImportValue'].startsWith('dev-notes-data:ExportsOutputRefNotes')
        variables.SST_SSM_PREFIX == '/sst/notes/dev/'
        ofType(data, 'AWS::SSM::Parameter')*.get('Properties').Name == ['/sst/notes/dev/Table/Notes/tableName']
        ofType(api, 'AWS::IAM::Policy')[0].get('Properties').PolicyDocument.Statement[1].Action == 'dynamodb:*'
    }

    def "sst.json traces every resource to its construct and line"() {
        given:
        stack('api') { it.api('Api', [routes: ['GET /notes': 'src/list.main']]) }

        when:
        def index = json(run().assembly().resolve('sst.json'))
        def resources = index.stacks['dev-notes-api'].resources

        then:
        index.subMap('version', 'app', 'stage', 'region') == [version: 1, app: 'notes', stage: 'dev', region: 'us-east-1']
        index.stacks['dev-notes-api'].name == 'api'
        resources.ApiCD79AAA0.subMap('construct', 'type') == [construct: 'Api', type: 'Api']
        resources.find { it.key.startsWith('ApiLambdaGETnotes') && !it.key.contains('Role') }.value
                .subMap('construct', 'type', 'file') == [construct: 'Api/GET /notes', type: 'Function', file: 'SynthSpec.groovy']
        resources.ApiCD79AAA0.line > 0
    }

    def "the last assembly is used again until something changes, without asking for a kernel"() {
        given:
        stack('api') { it.function('F', [handler: 'src/list.main']) }
        def model = config.build('source')

        when:
        def first = run(model)
        def second = run(model)

        then:
        !first.isReused()
        second.isReused()
        second.fingerprint() == first.fingerprint()
        kernels == 1

        when:
        Files.writeString(project.resolve('src/list.js'), 'export const main = () => 2')
        def third = run(model)

        then:
        !third.isReused()
        third.fingerprint() != first.fingerprint()

        and: 'the code of before is gone from the assembly'
        Files.list(third.assembly()).withCloseable { it.filter { f -> f.fileName.toString().startsWith('asset.') }.count() } == 1
    }

    def "a change of the config's text alone matters only to closures"() {
        given:
        stack('api') { it.secret('TOKEN') }
        run(config.build('before'))

        expect:
        run(config.build('after')).isReused()

        when:
        config.stack('api', { it.cdk({ scope -> scope } as Function) })
        run(config.build('before'))

        then:
        !run(config.build('after')).isReused()
    }

    def "an assembly that was broken off is not used again"() {
        given:
        stack('api') { it.secret('TOKEN') }
        def model = config.build('source')
        def assembly = run(model).assembly()
        Files.delete(assembly.resolve('sst.json'))

        expect:
        !run(model).isReused()
    }

    def "functions that call each other through an API know each other"() {
        given:
        stack('api') {
            def caller = it.function('Caller', [handler: 'src/list.main'])
            def api = it.api('Api', [routes: ['GET /': caller]])
            caller.addEnvironment('API', api.url)
        }

        expect:
        ofType(template('api'), 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables.API ==
                ['Fn::GetAtt': ['ApiCD79AAA0', 'ApiEndpoint']]
    }

    def "the function of a route has values and may be called by others"() {
        given:
        stack('api') {
            def route = it.api('Api', [routes: ['GET /notes/{id}': 'src/list.main']]).getFunction('GET /notes/{id}')
            it.function('Caller', [handler: 'src/list.main', permissions: [route]])
            it.outputs(Arn: route.functionArn)
        }

        expect:
        with(template('api')) {
            def arn = Outputs.Arn.Value
            arn['Fn::GetAtt'][0].startsWith('ApiLambdaGETnotesid')
            ofType(it, 'AWS::IAM::Policy').find { p -> p.toString().contains('Caller') }.get('Properties')
                    .PolicyDocument.Statement[1].Resource == arn
        }
    }

    def "binding less grants less: #access"() {
        given:
        stack('api') {
            def notes = it.table('Notes', NOTES)
            it.function('F', [handler: 'src/list.main', bind: [[notes, access]]])
        }

        expect:
        def actions = ofType(template('api'), 'AWS::IAM::Policy')[0].get('Properties').PolicyDocument.Statement[1].Action
        actions.contains('dynamodb:GetItem') == reads
        actions.contains('dynamodb:PutItem') == writes

        where:
        access      || reads | writes
        'read'      || true  | false
        'write'     || false | true
        'readWrite' || true  | true
    }

    def "cdk props win, and those the CDK does not know are named with a near one"() {
        given:
        stack('api') {
            it.table('Notes', NOTES + [cdk: [table: [pointInTimeRecovery: false, billingMode: 'provisioned', readCapacity: 3]]])
            it.function('F', [handler: 'src/list.main', cdk: [function: [reservedConcurrentExecutions: 5, memorySize: 256]]])
        }

        expect:
        with(template('api')) {
            ofType(it, 'AWS::DynamoDB::Table')[0].get('Properties').ProvisionedThroughput.ReadCapacityUnits == 3
            ofType(it, 'AWS::Lambda::Function')[0].get('Properties').ReservedConcurrentExecutions == 5
            ofType(it, 'AWS::Lambda::Function')[0].get('Properties').MemorySize == 256
        }

        when:
        config.stack('api', { it.api('Api', [cdk: [httpApi: [descripton: 'x']]]) })
        run()

        then:
        def refused = thrown(UserError)
        def error = refused.diagnostics()[0]
        error.code() == Code.UNKNOWN_PROPERTY
        error.summary() == "the CDK has no prop 'descripton' here"
        error.hint() == "did you mean 'description'?"
        error.at().file() == 'SynthSpec.groovy'
    }

    def "closures get CDK objects, make new ones, and give values to others"() {
        given:
        stack('api') {
            def queue = it.cdk({ scope -> new Queue(scope, 'Mine') } as Function)
            def notes = it.table('Notes', NOTES)
            notes.cdk({ table -> table.node.defaultChild.addPropertyOverride('DeletionProtectionEnabled', true); table } as Function)
            it.function('F', [handler: 'src/list.main', environment: [QUEUE: queue.ref({ q -> q.queueUrl } as Function)]])
        }

        expect:
        with(template('api')) {
            ofType(it, 'AWS::DynamoDB::Table')[0].get('Properties').DeletionProtectionEnabled == true
            ofType(it, 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables.QUEUE.Ref.startsWith('Mine')
        }
    }

    def "an exception in a closure is reported at its line"() {
        given:
        stack('api') {
            it.cdk({ scope ->
                new Queue(scope, 'Same')
                new Queue(scope, 'Same')
            } as Function)
        }

        when:
        run()

        then:
        def refused = thrown(UserError)
        def error = refused.diagnostics()[0]
        error.code() == Code.CDK_FAILED
        error.summary().contains("There is already a Construct with name 'Same'")
        error.at().file() == 'SynthSpec.groovy'
        Files.readAllLines(java.nio.file.Path.of('src/test/groovy/sst/constructs/synth/SynthSpec.groovy'))[error.at().line() - 1]
                .contains("new Queue(scope, 'Same')")
    }

    def "everything that cannot be built is reported at once, before the CDK runs"() {
        given:
        handler('src/bad.ts', 'export const main = = 1')
        stack('api') {
            it.function('A', [handler: 'src/none.main'])
            it.function('B', [handler: 'src/bad.main'])
        }

        when:
        run()

        then:
        def refused = thrown(UserError)
        def errors = refused.diagnostics()
        errors*.code() == [Code.MISSING_FILE, Code.BUILD_FAILED]
        errors[1].at().toString() == 'src/bad.ts:1:21'
        kernels == 0
    }

    def "#what is refused by name"() {
        given:
        stack('api') { it.with(body) }

        when:
        run()

        then:
        def refused = thrown(UserError)
        def error = refused.diagnostics()[0]
        error.code() == code
        error.summary() == summary
        error.at().isKnown()

        where:
        what                        | body                                                                   || code                | summary
        'Docker for Python'         | { function('F', [handler: 'a.b', python: [noDocker: false]]) }         || Code.UNSUPPORTED    | 'python.noDocker false is not supported'
        'a key that is no field'    | { table('T', [fields: [a: 'string'], primaryIndex: [partitionKey: 'b']]) } || Code.INVALID_VALUE  | "key 'b' is not among the table's fields"
        'a cdk key of no meaning'   | { table('T', NOTES + [cdk: [tabel: [:]]]) }                            || Code.UNSUPPORTED    | "'cdk' has no 'tabel' here"
        'keys through cdk.table'    | { table('T', NOTES + [cdk: [table: [sortKey: 'x']]]) }                 || Code.CONFLICT       | "'cdk.table' cannot set 'sortKey'"
        'a route that is not there' | { api('A', [routes: ['GET /': 'src/list.main']]).attachPermissionsToRoute('GET /x', 's3') } || Code.INVALID_VALUE | "'A' has no function for 'GET /x'"
        'a URL of a function without' | { def f = function('F', [handler: 'src/list.main']); outputs(U: f.url) } || Code.INVALID_VALUE | "function 'F' has no URL"
    }
}
