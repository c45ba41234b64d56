package sst.constructs.parity

import java.util.function.Consumer

import sst.constructs.cdk.DescribedCdk
import sst.model.app.build.AppBuilder
import sst.model.app.build.CdkHandle
import sst.model.app.Constructs
import sst.model.app.build.StackBlock
import sst.model.app.StageContext
import sst.model.construct.ConstructHandle
import sst.model.function.Function
import sst.model.function.FunctionBlock
import sst.model.ref.Ref
import sst.model.schema.Block

/** Does what a recorded test did, through the surface that users have: props as maps, and the methods of handles. */
class Replay {
    private static final String EXPECTED = 'Expected'
    private static final Map<String, String> TYPES = ['Config.Secret': 'Secret', 'Config.Parameter': 'Parameter']

    private final Map<String, Object> made = [:]
    private final Map<String, StackBlock> stacks = [:]
    private final List<Map> deferred = []
    private final Map<StackBlock, Map> dependencies = [:]
    private final CdkRecording cdk
    AppBuilder config

    Replay(DescribedCdk classes) {
        cdk = new CdkRecording(classes, made)
    }

    /** What the product has no word for yet. */
    static class NotThere extends RuntimeException {
        NotThere(String what) {
            super("not there yet: $what")
        }
    }

    void run(List<Map> ops) {
        ops.each { perform(it) }
        if (!deferred.empty) {
            config.stack(EXPECTED, { StackBlock block ->
                deferred.eachWithIndex { each, at -> block.outputs([("value$at".toString()): each.actual]) }
            } as Consumer)
        }
    }

    boolean hasStacks() {
        !stacks.isEmpty()
    }

    /** Checks the values that are known only when the CDK has run. */
    void later(Map<String, Map> templates, Map manifest) {
        dependencies.each { stack, op ->
            List wanted = op.args[0].collect { value(it) }.collect { it.logicalPrefixedName(it.name()) }
            List actual = manifest.artifacts[stack.logicalPrefixedName(stack.name())].dependencies.findAll { !it.endsWith('.assets') }
            assert actual == wanted
        }
        Map outputs = templates.find { it.key.endsWith("-$EXPECTED") }?.value?.Outputs ?: [:]
        deferred.eachWithIndex { each, at -> check(each.op, outputs["value$at".toString()]?.Value) }
    }

    private void perform(Map op) {
        switch (op.op) {
            case 'app': app(op); break
            case 'new': made[op.as] = create(op); break
            case 'call': call(op); break
            case 'static': statically(op); break
            case 'finish': break
            case 'cdk': defineCdk(op); break
            case 'expect': expect(op); break
            default: throw new NotThere("operation ${op.op} of ${op.prop ?: op.fn ?: op['class']}")
        }
    }

    private void app(Map op) {
        Map props = [name: 'app', stage: 'test', region: 'us-east-1', mode: 'deploy'] + (value(op.props) ?: [:])
        if (props.mode == 'remove') {
            throw new NotThere('mode remove')
        }
        config = new AppBuilder(new StageContext(props.stage, [:], '', props.mode == 'dev')).app(props.name).region(props.region)
        made[op.as] = config
    }

    private Object create(Map op) {
        Map props = value(op.props) ?: [:]
        if (op['class'] == 'Stack') {
            return stack(op.id, props)
        }
        String type = TYPES.getOrDefault(op['class'], op['class'])
        def kind = Constructs.all().find { it.type() == type }
        if (kind == null) {
            throw new NotThere("construct $type")
        }
        def scope = value(op.scope instanceof String ? ['$ref': op.scope] : op.scope)
        if (!(scope instanceof StackBlock)) {
            throw new NotThere("a scope other than a stack")
        }
        scope.construct(kind, op.id, props)
    }

    private StackBlock stack(String id, Map options) {
        StackBlock opened = null
        config.stack(options, id, { StackBlock block -> opened = block } as Consumer)
        stacks[id] = opened
        opened
    }

    private void defineCdk(Map op) {
        def handle = op.as || op.construct ? cdk.define(op) : null
        if (op.as) {
            made[op.as] = handle
        }
    }

    private void call(Map op) {
        if (op.lib == 'cdk') {
            def handle = cdk.call(op)
            made[op.as ?: "call${made.size()}".toString()] = handle
            return
        }
        def on = op.on instanceof String ? made[op.on] : value(op.on)
        List args = (op.args ?: []).collect { value(it) }
        def result = on instanceof StackBlock || on instanceof AppBuilder ? tell(on, op.method, args) : invoke(on, op.method, args)
        if (op.as) {
            made[op.as] = result
        }
    }

    private static Object tell(Object on, String method, List args) {
        switch (method) {
            case 'setDefaultFunctionProps': return defaults(on, args[0])
            case 'addDefaultFunctionEnv': return defaults(on, [environment: args[0]])
            case 'addDefaultFunctionPermissions': return defaults(on, [permissions: args[0]])
            case 'addDefaultFunctionBinding': return defaults(on, [bind: args[0]])
            case 'addDefaultFunctionLayers': return defaults(on, [layers: args[0]])
            case 'addOutputs': return on.outputs(args[0])
            case 'setDefaultRemovalPolicy': return on.app().removal(args[0])
        }
        invoke(on, method, args)
    }

    private static Object defaults(Object on, Map props) {
        def target = on instanceof AppBuilder ? on.app() : on
        target.defaults({ it.function(props) } as Consumer)
    }

    private static Object invoke(Object on, String method, List args) {
        if (on == null || !on.metaClass.respondsTo(on, method, *args)) {
            throw new NotThere("method $method of ${on?.class?.simpleName}")
        }
        on."$method"(*args)
    }

    private void statically(Map op) {
        String name = "${op['class']}.${op.method}"
        List args = (op.args ?: []).collect { value(it) }
        switch (name) {
            case 'Config.Secret.create': args[0].secrets(*args.drop(1)); break
            case 'Config.Parameter.create': args[0].parameters(args[1]); break
            case 'Function.fromDefinition': made[op.as] = definition(args); break
            case 'Function.mergeProps': made[op.as] = functionProps(args[0], args[1]); break
            case 'Stack.of':
                def of = stacks[args[0].constructId().stack()]
                assert of.is(made[op.returns.'$ref'])
                break
            default: throw new NotThere(name)
        }
    }

    /** A function as other constructs take it: a handler, props over inherited ones, or one that is there. */
    private static Object definition(List args) {
        if (args[2] instanceof ConstructHandle) {
            return args[2]
        }
        Map own = args[2] instanceof Map ? args[2] : [handler: args[2]]
        args[0].construct(Constructs.FUNCTION, args[1], functionProps(args[3] ?: [:], own))
    }

    private static Block functionProps(Map base, Map own) {
        def block = new FunctionBlock()
        block.fill(base)
        block.fill(own)
        block
    }

    private void expect(Map op) {
        if (op.value instanceof Map && op.value.'$get'?.path == ['dependencies'] && op.matcher == 'toEqual') {
            dependencies[value(['$ref': op.value.'$get'.on])] = op
            return
        }
        def actual = value(op.value)
        if (op.matcher in ['toBe', 'toEqual', 'toMatch'] && actual instanceof Ref) {
            if (op.args[0] instanceof Map && op.args[0].'$regex'?.contains('Token\\[TOKEN')) {
                return // A reference is what we have for a value that only the CDK knows.
            }
            if (!op.containsKey('actual')) {
                throw new NotThere("the text of a reference before the CDK runs")
            }
            deferred << [op: op, actual: actual]
            return
        }
        check(op, actual)
    }

    private void check(Map op, Object actual) {
        def args = op.args.collect { value(it) }
        if (fits(op.matcher, actual, args) == Boolean.TRUE.equals(op.not)) {
            throw new AssertionError((Object) "expected ${op.not ? 'not ' : ''}$op.matcher $op.args, got $actual")
        }
    }

    private static boolean fits(String matcher, Object actual, List args) {
        switch (matcher) {
            case 'toBeDefined': return actual != null
            case 'toBeUndefined': return actual == null
            case 'toBeTruthy': return actual
            case 'toBeFalsy': return !actual
            case 'toBe':
            case 'toEqual': return actual instanceof Block ? actual.partial() == functionProps([:], args[0]).partial() : actual == args[0]
            case 'toHaveLength': return actual.size() == args[0]
            case 'toContain': return actual instanceof Ref ? actual.toString().contains(args[0].toString()) : actual.contains(args[0])
            case 'toMatch': return (actual.toString() =~ TemplateMatcher.regex(args[0])).find()
        }
        throw new NotThere("expectation $matcher")
    }

    private Object value(Object recorded) {
        if (recorded instanceof List) {
            return recorded.collect { value(it) }
        }
        recorded instanceof Map ? fromMap(recorded) : recorded
    }

    private Object fromMap(Map recorded) {
        if (recorded.containsKey('$ref')) {
            return made[recorded.'$ref']
        }
        if (recorded.containsKey('$get')) {
            return chain(recorded.'$get')
        }
        if (recorded.containsKey('$concat')) {
            return recorded.'$concat'.collect { value(it).toString() }.join('')
        }
        if (recorded.containsKey('$cdk')) {
            return cdk.inPlace(recorded.'$cdk')
        }
        if (recorded.keySet().any { it in ['$function', '$class', '$opaque'] }) {
            throw new NotThere("value ${recorded.keySet()}")
        }
        boolean isUndefined = recorded.containsKey('$undefined')
        isUndefined ? null : recorded.findAll { !(it.value instanceof Map && it.value.containsKey('$undefined')) }
                .collectEntries { key, each -> [key, value(each)] }
    }

    private Object chain(Map get) {
        if (get.on instanceof String && made[get.on] instanceof CdkHandle) {
            return cdk.chain(get.on, get.path)
        }
        if (get.on instanceof String && made[get.on] instanceof ConstructHandle && get.path[0] == 'cdk' && get.path.size() == 2) {
            return made[get.on]
        }
        if (get.on instanceof String && isOfCdk(made[get.on], get.path)) {
            return cdk.chain(get.on, get.path)
        }
        def on = get.on instanceof String ? made[get.on] : value(get.on)
        get.path.inject(on) { object, step -> step instanceof Integer ? object[step] : property(object, step) }
    }

    /** SST's functions are the CDK's functions too. */
    private static boolean isOfCdk(Object on, List path) {
        on instanceof Function && !on.hasProperty(path[0].toString())
    }

    private static Object property(Object on, String name) {
        if (on instanceof Map) {
            return on[name]
        }
        if (on instanceof ConstructHandle && !on.hasProperty(name)) {
            throw new NotThere("value $name of ${on.class.simpleName}")
        }
        on."$name"
    }
}
