package sst.constructs.parity

import java.util.function.Function

import software.amazon.awscdk.Stack
import sst.constructs.cdk.DescribedCdk
import sst.model.app.build.AppBuilder
import sst.model.app.build.CdkHandle
import sst.model.app.build.StackBlock
import sst.model.construct.ConstructHandle

/**
 * The CDK objects of one recorded test. In the config each stands as what a stack's cdk block returns; it is made when
 * the CDK runs and somebody asks for it, or in its block's turn.
 */
class CdkRecording {
    private static final String TEXTS = 'aws-cdk-lib.Duration'

    private final DescribedCdk cdk
    private final Map<String, Object> handles
    private final Map<String, Closure<?>> recipes = [:]
    private final Map<String, Class<?>> types = [:]
    private final Map<String, Object> built = [:]
    private Stack any

    /**
     * @param handles what the config made so far, by the recording's names
     */
    CdkRecording(DescribedCdk cdk, Map<String, Object> handles) {
        this.cdk = cdk
        this.handles = handles
    }

    /** An object made on its own: the handle of a cdk block. */
    CdkHandle define(Map op) {
        String name = op.as ?: "unnamed${recipes.size()}"
        types[name] = op.how == 'new' ? cdk.type(op['class']) : cdk.result(op['class'], op.method)
        block(name, op.args, { make(op) })
    }

    /** A call on such an object. */
    CdkHandle call(Map op) {
        String name = op.as ?: "unnamed${recipes.size()}"
        types[name] = Object
        block(name, [['$ref': op.on], op.args], { cdk.call(value(op.on instanceof String ? ['$ref': op.on] : op.on), op.method, values(op.args)) })
    }

    /** A value written in place, as the config takes it: plain where a word says it, else a cdk block. */
    Object inPlace(Map written) {
        if (written.how == 'enum') {
            return written.name
        }
        if (written['class'] == TEXTS && written.method in ['millis', 'seconds', 'minutes', 'hours', 'days']) {
            return java.time.Duration."of${written.method.capitalize()}"(written.args[0] as long)
        }
        CdkHandle handle = block("unnamed${recipes.size()}", written, { make(written) })
        boolean isText = written.how == 'static' && written.method && cdk.result(written['class'], written.method) == String
        isText ? handle.ref({ it } as Function) : handle
    }

    /** A value of an object: a reference when it is a text, else an object too. */
    Object chain(String name, List path) {
        Closure<?> walk = { walk(it, path) }
        if (types[name] != null && DescribedCdk.result(types[name], path) == String) {
            return handles[name].ref(walk as Function)
        }
        block("$name.${path.join('.')}", ['$ref': name], { walk(get(name)) })
    }

    private CdkHandle block(String name, Object involved, Closure<?> recipe) {
        recipes[name] = recipe
        watch(involved)
        StackBlock owner = refs(involved).collect { handles[it] }.find { it instanceof StackBlock } ?:
                handles.values().find { it instanceof StackBlock }
        if (owner == null) {
            throw new Replay.NotThere('a CDK object without a stack')
        }
        owner.cdk({ Object scope ->
            any = (Stack) scope
            get(name)
        } as Function)
    }

    private Object get(String name) {
        if (!built.containsKey(name)) {
            if (!recipes.containsKey(name)) {
                throw new Replay.NotThere("the CDK object of $name")
            }
            built[name] = recipes[name].call()
        }
        built[name]
    }

    private Object make(Map written) {
        List args = values(written.args)
        switch (written.how) {
            case 'enum': return cdk.constant(written['class'], written.name)
            case 'new': return cdk.construct(written['class'], args)
        }
        written.method ? cdk.statically(written['class'], written.method, args) : cdk.constant(written['class'], written.name)
    }

    private List values(Object args) {
        List given = (args ?: []).reverse().dropWhile { it instanceof Map && it.containsKey('$undefined') }.reverse()
        given.collect { value(it) }
    }

    private Object value(Object recorded) {
        if (recorded instanceof List) {
            return recorded.collect { value(it) }
        }
        if (!(recorded instanceof Map)) {
            return recorded
        }
        if (recorded.containsKey('$ref')) {
            return object(recorded.'$ref')
        }
        if (recorded.containsKey('$get')) {
            def on = recorded.'$get'.on
            return walk(on instanceof String ? object(on) : value(on), recorded.'$get'.path)
        }
        if (recorded.containsKey('$concat')) {
            return recorded.'$concat'.collect { value(it).toString() }.join('')
        }
        recorded.containsKey('$cdk') ? make(recorded.'$cdk') : recorded.collectEntries { key, each -> [key, value(each)] }
    }

    private Object object(String name) {
        def handle = handles[name]
        if (handle instanceof AppBuilder) {
            return any.node.root
        }
        handle instanceof StackBlock ? any.node.root.node.findChild(handle.logicalPrefixedName(handle.name())) : get(name)
    }

    private static Object walk(Object on, List path) {
        path.inject(on) { object, step -> step instanceof Integer ? object[step] : object."$step" }
    }

    /** Keeps the CDK's object of each construct that is named, once it is made. */
    private void watch(Object involved) {
        refs(involved).findAll { handles[it] instanceof ConstructHandle && !recipes.containsKey(it) }.each { name ->
            recipes[name] = { throw new Replay.NotThere("the CDK object of $name before it is made") }
            handles[name].cdk({ Object object -> built[name] = object } as Function)
        }
    }

    private static Set<String> refs(Object value) {
        if (value instanceof List) {
            return value.collectMany { refs(it) } as Set
        }
        if (!(value instanceof Map)) {
            return [] as Set
        }
        Set<String> own = value.containsKey('$ref') ? [value.'$ref'] as Set : [] as Set
        Set<String> chained = value.'$get' instanceof Map && value.'$get'.on instanceof String ? [value.'$get'.on] as Set : [] as Set
        own + chained + (value.values().collectMany { refs(it) } as Set)
    }
}
