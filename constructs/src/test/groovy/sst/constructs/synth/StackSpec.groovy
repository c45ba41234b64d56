package sst.constructs.synth

import java.util.function.Consumer

import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

/** Stacks, their names and their order. */
class StackSpec extends SynthSpecification {
    def "several stacks become artifacts, each under stage, app and its own name or id"() {
        given:
        stack('data') { it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']]) }
        config.stack([id: 'kept', tags: [team: 'notes'], description: 'the API', terminationProtection: true], 'api', { it.topic('News') } as Consumer)

        expect:
        artifacts().keySet() == ['dev-notes-data', 'dev-notes-kept'] as Set
        artifacts()['dev-notes-kept'].get('properties').with { it.terminationProtection && it.tags.team == 'notes' }
        json(run().assembly().resolve('dev-notes-kept.template.json')).Description == 'the API'
    }

    def "a stack name of the user's own tells stages apart: #name"() {
        given:
        config.stack([stackName: name], 'api', { it.topic('News') } as Consumer)

        expect:
        artifacts().values()*.get('properties')*.stackName == [name]

        where:
        name << ['dev-legacy', 'legacy-dev', 'our-dev-legacy']
    }

    def "a stack name without the stage is refused, with one that has it"() {
        given:
        config.stack([stackName: 'legacy'], 'api', { it.topic('News') } as Consumer)

        when:
        run()

        then:
        def refused = thrown(UserError)
        refused.diagnostics()[0].code() == Code.INVALID_NAME
        refused.diagnostics()[0].hint() == 'write "${stage}-legacy"'
    }

    def "what a stack uses of another is deployed before it, and crosses by an export"() {
        given:
        stack('data') { it.topic('News') }
        stack('api') {
            it.outputs(Topic: it.use('data').get('News').topicArn)
        }

        expect:
        artifacts()['dev-notes-api'].dependencies.contains('dev-notes-data')
        json(run().assembly().resolve('dev-notes-api.template.json')).Outputs.Topic.Value.containsKey('Fn::ImportValue')
    }

    def "a function that one stack adds to another's API may know what its stack made"() {
        given:
        stack('core') { it.api('Api') }
        stack('orders') {
            def api = it.use('core').get('Api')
            def orders = it.table('Orders', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
            api.addRoutes(it, ['GET /orders': 'src/list.main'])
            api.bindToRoute('GET /orders', orders)
        }

        when:
        def template = template('orders')

        then:
        ofType(template, 'AWS::Lambda::Function')[0].get('Properties').Environment.Variables.containsKey('SST_Table_tableName_Orders')
        (artifacts()['dev-notes-core'].dependencies ?: []).every { !it.startsWith('dev-notes-orders') || it.endsWith('.assets') }
    }

    private Map<String, Map> artifacts() {
        json(run().assembly().resolve('manifest.json')).artifacts.findAll { it.value.type == 'aws:cloudformation:stack' }
    }
}
