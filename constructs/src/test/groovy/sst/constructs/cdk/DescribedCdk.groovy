package sst.constructs.cdk

import java.lang.reflect.Executable
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.util.jar.JarFile

import software.amazon.awscdk.App
import sst.constructs.construct.AppConstruct
import sst.constructs.construct.Values
import sst.model.ref.ConstructId

/** Makes and calls CDK objects that are described by JavaScript's names: {@code aws-cdk-lib.aws_s3.Bucket}. */
class DescribedCdk {
    /** The CDK for Java has no such class, member or form of arguments. */
    static class NotFound extends RuntimeException {
        NotFound(String what) {
            super("the CDK for Java has no $what")
        }
    }

    private final CdkValues values = new CdkValues(new CdkProps(new PlainValues()))
    private final Map<String, List<String>> packages = packages()

    Object construct(String described, List args) {
        invoke(type(described).constructors.toList(), null, args, "constructor of $described")
    }

    Object statically(String described, String method, List args) {
        invoke(named(type(described), method), null, args, "method $method of $described")
    }

    Object constant(String described, String name) {
        type(described).getField(name).get(null)
    }

    Object call(Object on, String method, List args) {
        invoke(named(on.class, method), on, args, "method $method of ${on.class.simpleName}")
    }

    /** What a static method, or a chain of getters on an object of the class, gives. */
    Class<?> result(String described, String method) {
        named(type(described), method)[0]?.returnType ?: Object
    }

    static Class<?> result(Class<?> type, List path) {
        path.inject(type) { Class<?> each, step ->
            each.methods.find { it.name == "get${step.toString().capitalize()}" && it.parameterCount == 0 }?.returnType ?: Object
        }
    }

    Class<?> type(String described) {
        List<String> parts = described.tokenize('.')
        String module = parts.size() > 2 ? parts[1].toString().replaceAll(/^aws_/, '') : ''
        String name = parts.drop(module.empty ? 1 : 2).join('$')
        if (parts[0] == 'constructs') {
            return Class.forName("software.constructs.$name")
        }
        String found = packages.getOrDefault(plain(module), []).find { exists("$it.$name") }
        if (found == null) {
            throw new NotFound("class $described")
        }
        Class.forName("$found.$name")
    }

    private static boolean exists(String name) {
        App.classLoader.getResource("${name.replace('.', '/')}.class") != null
    }

    private Object invoke(List<Executable> candidates, Object on, List args, String what) {
        for (Executable candidate : candidates) {
            Optional<Object[]> fitting = fit(candidate, args)
            if (fitting.present) {
                return run(candidate, on, fitting.get())
            }
        }
        throw new NotFound("$what for $args")
    }

    private static Object run(Executable candidate, Object on, Object[] args) {
        try {
            candidate instanceof Method ? candidate.invoke(on, args) : candidate.newInstance(args)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    private Optional<Object[]> fit(Executable candidate, List args) {
        List<Object> given = spread(candidate, args)
        if (given.size() != candidate.parameterCount) {
            return Optional.empty()
        }
        List<Object> fitting = []
        given.eachWithIndex { value, at ->
            values.convert(value, candidate.genericParameterTypes[at]).ifPresent { fitting << it }
        }
        fitting.size() == given.size() ? Optional.of(fitting as Object[]) : Optional.empty()
    }

    /** Trailing arguments of a method with any number of them, as the array that reflection takes. */
    private static List<Object> spread(Executable candidate, List args) {
        int fixed = candidate.parameterCount - 1
        if (!candidate.varArgs || args.size() < fixed) {
            return args
        }
        Class<?> item = candidate.parameterTypes[fixed].componentType
        List rest = args.drop(fixed)
        rest.every { item.isInstance(it) } ? args.take(fixed) + [rest.asType(candidate.parameterTypes[fixed])] : args
    }

    private static List<Method> named(Class<?> type, String name) {
        type.methods.findAll { it.name == name && !it.bridge }
    }

    /** The CDK's packages by JavaScript's name of the module, of which only letters and digits are kept. */
    private static Map<String, List<String>> packages() {
        String jar = new File(App.protectionDomain.codeSource.location.toURI()).path
        Set<String> found = new JarFile(jar).withCloseable { file ->
            file.entries().findAll { it.name.endsWith('.class') }
                    .collect { it.name.substring(0, it.name.lastIndexOf('/')).replace('/', '.') } as Set
        }
        found.groupBy { plain(it.replaceFirst(/^software\.amazon\.awscdk\.?(services\.|aws_)?/, '')) }
    }

    private static String plain(String name) {
        name.toLowerCase(Locale.ROOT).replaceAll(/[^a-z0-9]/, '')
    }

    /** Values that are the CDK's already. */
    private static class PlainValues implements Values {
        @Override
        AppConstruct construct(ConstructId id) {
            throw new IllegalArgumentException("no construct ${id.path()}")
        }
    }
}
