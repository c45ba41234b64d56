package sst.local.lambda

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class JavaFunctionSpec extends Specification {
    static final Map<String, String> CORE = [
        'com/amazonaws/services/lambda/runtime/Context.java':
        'package com.amazonaws.services.lambda.runtime; public interface Context { String getAwsRequestId(); int getRemainingTimeInMillis(); int getMemoryLimitInMB(); String getFunctionName(); LambdaLogger getLogger(); }',
        'com/amazonaws/services/lambda/runtime/LambdaLogger.java':
        'package com.amazonaws.services.lambda.runtime; public interface LambdaLogger { void log(String message); }',
        'com/amazonaws/services/lambda/runtime/RequestHandler.java':
        'package com.amazonaws.services.lambda.runtime; public interface RequestHandler<I, O> { O handleRequest(I input, Context context); }',
        'com/amazonaws/services/lambda/runtime/RequestStreamHandler.java':
        'package com.amazonaws.services.lambda.runtime; public interface RequestStreamHandler { void handleRequest(java.io.InputStream in, java.io.OutputStream out, Context context) throws java.io.IOException; }'
    ]
    static final String IMPORT = 'import com.amazonaws.services.lambda.runtime.*; import java.util.*; '

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LambdaBench bench

    def setupSpec() {
        bench = new LambdaBench(folder.resolve('state'))
    }

    /** The user's classes in the root and the interfaces in a jar of lib, as a build lays them out. */
    private Map<String, Object> compiled(String source) {
        def work = Files.createTempDirectory(folder, 'compile')
        def core = compile(work.resolve('core'), CORE, '')
        def own = compile(work.resolve('own'), ['Main.java': IMPORT + source], work.resolve('core/out').toString())
        own + ['lib/core.jar': LambdaBench.zip(core)]
    }

    private static Map<String, Object> compile(Path work, Map<String, String> sources, String classPath) {
        def files = sources.collect { name, text ->
            def file = work.resolve(name)
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
            file.toString()
        }
        def out = Files.createDirectories(work.resolve('out'))
        def arguments = ['-d', out.toString(), '-cp', classPath ?: out.toString(), '--release', '17'] + files
        assert ToolProvider.systemJavaCompiler.run(null, null, null, *arguments) == 0
        Files.walk(out).filter { Files.isRegularFile(it) }.toList().collectEntries { [out.relativize(it).toString(), Files.readAllBytes(it)] }
    }

    private void java(String name, String source, String handler) {
        bench.create(name, compiled(source), [Runtime: 'java21', Handler: handler, MemorySize: 256])
    }

    private Object run(String name, Object event = [:]) {
        LambdaBench.json(bench.invoke(name, event))
    }

    def 'a handler may have its method from a class that is not public'() {
        given:
        java('inherits', '''public class Main extends Base {}
            abstract class Base implements RequestHandler<Map<String, Object>, String> {
                public String handleRequest(Map<String, Object> in, Context context) { return "hi " + in.get("name"); }
            }''', 'Main::handleRequest')

        expect:
        run('inherits', [name: 'Ann']) == 'hi Ann'
    }

    def 'a request handler gets and gives records'() {
        given:
        java('typed', '''public class Main implements RequestHandler<Main.In, Main.Out> {
            public record In(String name, List<Integer> numbers) {}
            public record Out(String hi, int sum, String function, boolean inTime) {}
            public Out handleRequest(In in, Context context) {
                context.getLogger().log("got " + in.name());
                System.out.println("plain");
                return new Out(in.name(), in.numbers().stream().mapToInt(i -> i).sum(), context.getFunctionName(), context.getRemainingTimeInMillis() > 5000);
            }
        }''', 'Main')

        expect:
        run('typed', [name: 'Ann', numbers: [1, 2], unknown: 1]) == [hi: 'Ann', sum: 3, function: 'typed', inTime: true]
        bench.log('typed').contains('got Ann\nplain\n')
    }

    def 'maps, streams, strings and plain methods work: #handler'() {
        given:
        def name = 'java' + handler.replaceAll(/\W/, '')
        java(name, '''public class Main implements RequestStreamHandler {
            public void handleRequest(java.io.InputStream in, java.io.OutputStream out, Context context) throws java.io.IOException { out.write('['); in.transferTo(out); out.write(']'); }
            public Map<String, Object> twice(Map<String, Object> event) { return Map.of("n", 2 * (Integer) event.get("n")); }
            public String named(Bean bean, Context context) { return "n=" + bean.getN() + " " + context.getMemoryLimitInMB(); }
            public static int constant() { return 42; }
            public static class Bean { private int n; public int getN() { return n; } public void setN(int n) { this.n = n; } }
        }''', handler)

        expect:
        run(name, [n: 4]) == answer

        where:
        handler               || answer
        'Main::handleRequest' || [[n: 4]]
        'Main'                || [[n: 4]]
        'Main::twice'         || [n: 8]
        'Main::named'         || 'n=4 256'
        'Main::constant'      || 42
    }

    def 'failures come back as Lambda reports them: #type'() {
        given:
        def name = 'broken' + type.replaceAll(/\W/, '')
        java(name, '''public class Main {
            public String fail(Map<String, Object> event) { throw new IllegalStateException("bad \\"x\\"", new RuntimeException("why")); }
            public String exit(Map<String, Object> event) { System.exit(3); return ""; }
            public static class Start { public Start() { throw new UnsupportedOperationException("no start"); } public int run() { return 1; } }
        }''', handler)

        when:
        def error = run(name)

        then:
        error.errorType == type
        error.errorMessage.contains(message)

        where:
        type                                      | handler           || message
        'java.lang.IllegalStateException'         | 'Main::fail'      || 'bad "x"'
        'java.lang.ClassNotFoundException'        | 'Gone::run'       || 'Class not found: Gone'
        'java.lang.NoSuchMethodException'         | 'Main::nope'      || 'No public method named nope'
        'java.lang.UnsupportedOperationException' | 'Main$Start::run' || 'no start'
        'Runtime.ExitError'                       | 'Main::exit'      || 'exit status 3'
    }
}
