package sst.constructs.synth

import java.util.function.Consumer

import com.fasterxml.jackson.databind.ObjectMapper
import sst.model.app.build.AppBuilder
import sst.model.app.build.StackBlock
import sst.model.app.StageContext

/**
 * Replays programs that were recorded from SST v2's own construct tests and compares logical ids, types and properties
 * with the templates that SST v2 made of them, so that an app can move over in place.
 */
class TemplateParitySpec extends SynthSpecification {
    static final List<Map> RECORDED = new ObjectMapper().readValue(TemplateParitySpec.getResource('/parity/sst-v2.json'), List)

    /** AWS asks for a second permission on open function URLs since October 2025; the CDK adds it. */
    static final Set<String> ADDED_BY_THE_CDK = ['FunctioninvokefunctionE13A6513'] as Set

    def "#test.name"() {
        given:
        handler('test/lambda.js', 'export const handler = () => 1')
        handler('test/constructs/lambda.js', 'export const handler = () => 1')
        config = new AppBuilder(new StageContext('test', [:], '', false)).app('app').region('us-east-1')
        replay(test.program)

        when:
        def result = synth().run(config.build('source'), options('my-account'))
        def ours = json(result.assembly().resolve('test-app-stack.template.json')).Resources

        then:
        def differences = test.resources.collectMany { id, theirs -> differences(id, theirs, ours[id]) }
        differences == []
        ours.findAll { it.value.Type != 'AWS::SSM::Parameter' }.keySet() - test.resources.keySet() - ADDED_BY_THE_CDK == [] as Set

        where:
        test << RECORDED
    }

    private void replay(List<Map> program) {
        def made = [:]
        config.stack('stack', { StackBlock stack ->
            program.each { step ->
                if (step.op == 'new' && step['class'] != 'Stack') {
                    made[step.as] = make(stack, step['class'], step.id, value(step.props ?: [:], made))
                } else if (step.op == 'call') {
                    tell(stack, made[step.on], step.method, value(step.args, made))
                }
            }
        } as Consumer)
    }

    private static Object make(StackBlock stack, String type, String id, Map props) {
        switch (type) {
            case 'Function': return stack.function(id, props)
            case 'Api': return stack.api(id, props)
            case 'Table': return stack.table(id, props)
            case 'Config.Secret': return stack.secret(id, props)
            case 'Config.Parameter': return stack.parameter(id, props)
        }
        throw new IllegalArgumentException(type)
    }

    private static void tell(StackBlock stack, Object on, String method, List args) {
        switch (method) {
            case 'setDefaultFunctionProps': stack.defaults { it.function(args[0]) }; break
            case 'addDefaultFunctionEnv': stack.defaults { it.function(environment: args[0]) }; break
            case 'addDefaultFunctionPermissions': stack.defaults { it.function(permissions: args[0]) }; break
            case 'addDefaultFunctionBinding': stack.defaults { it.function(bind: args[0]) }; break
            default: on."$method"(*args)
        }
    }

    private static Object value(Object recorded, Map made) {
        if (recorded instanceof Map) {
            return recorded.containsKey('$ref') ? made[recorded.$ref] : recorded.collectEntries { k, v -> [k, value(v, made)] }
        }
        recorded instanceof List ? recorded.collect { value(it, made) } : recorded
    }

    private static List<String> differences(String id, Map theirs, Map ours) {
        if (ours == null) {
            return ["no $id of ${theirs.Type}".toString()]
        }
        def wanted = comparable(theirs)
        def got = comparable(ours)
        wanted == got ? [] : ["$id: wanted $wanted, got $got".toString()]
    }

    /** Without what both make on purpose in their own way: code, tags of the app, SST v2's test-only parameter prefix. */
    private static Map comparable(Map resource) {
        def properties = new LinkedHashMap(resource.get('Properties') ?: [:])
        if (resource.Type == 'AWS::Lambda::Function') {
            properties.keySet().removeAll(['Code', 'Handler'])
            // The CDK's own helper functions run on the newest Node that its version knows.
            properties.keySet().removeAll(properties.MemorySize == null ? ['Runtime'] : [])
        }
        properties.remove('Tags')
        def json = new ObjectMapper()
        json.readValue(json.writeValueAsString([type: resource.Type, properties: properties])
                .replace('/test/test/', '/sst/app/test/'), Map)
    }
}
