package sst.constructs.script

import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class ScriptSpec extends SynthSpecification {
    static final HANDLER = 'src/list.main'

    private static Map resource(Map template) {
        ofType(template, 'Custom::SSTScript')[0]
    }

    def "a script calls its functions with its params, once they may do what they have to"() {
        given:
        stack('data') {
            def files = it.bucket('Files')
            def script = it.script('Seed', [onCreate: HANDLER, onDelete: [handler: HANDLER, timeout: '1 minute'], params: [bucket: files.bucketName, count: 3]])
            script.bind(files)
        }

        when:
        def template = template('data')
        def resource = resource(template)
        def functions = ofType(template, 'AWS::Lambda::Function')

        then:
        resource.get('Properties').keySet().containsAll(['UserCreateFunction', 'UserDeleteFunction', 'UserParams', 'Version'])
        !resource.get('Properties').containsKey('UserUpdateFunction')
        resource.get('Properties').UserParams['Fn::Join'][1].join('').contains('"count":3')
        functions.findAll { it.get('Properties').Environment }*.get('Properties').Timeout as Set == [900, 60] as Set
        resource.DependsOn.any { it.contains('onCreateFunctionServiceRoleDefaultPolicy') }
        template.Resources.keySet().any { it.startsWith('SeedScriptHandler') }
    }

    def "the version follows the code, so that an unchanged app is not deployed again"() {
        given:
        stack('data') { it.script('Seed', [onUpdate: HANDLER]) }

        when:
        def first = resource(template('data')).get('Properties').Version
        handler('src/list.js', 'export const main = () => 2')
        def second = resource(template('data')).get('Properties').Version
        handler('src/list.js')
        def third = resource(template('data')).get('Properties').Version

        then:
        first != second
        first == third
    }

    def "defaults go below the functions, and what the user sets wins"() {
        given:
        stack('data') {
            it.script('Seed', [onCreate: HANDLER, onUpdate: [handler: HANDLER, memorySize: 512], version: 'v5',
                               defaults: [function: [timeout: '5 minutes', memorySize: 256]]])
        }

        when:
        def template = template('data')
        def own = ofType(template, 'AWS::Lambda::Function')*.get('Properties').findAll { it.Environment }

        then:
        own*.Timeout == [300, 300]
        own*.MemorySize as Set == [256, 512] as Set
        resource(template).get('Properties').Version == 'v5'
    }

    def "a script without functions, and defaults for a function that is there, are refused"() {
        given:
        stack('data') { stack ->
            def there = stack.function('There', [handler: HANDLER])
            stack.script('Seed', props(there))
        }

        when:
        run()

        then:
        def refused = thrown(UserError)
        def error = refused.diagnostics()[0]
        error.code() == code
        error.summary().contains(summary)

        where:
        props                                                                | code              | summary
        ({ [params: [a: 1]] })                                               | Code.MISSING_PROP | "script 'Seed' needs 'onCreate', 'onUpdate' or 'onDelete'"
        ({ [onCreate: it, defaults: [function: [timeout: '5 minutes']]] })   | Code.CONFLICT     | "'onCreate' is an existing function"
    }
}
