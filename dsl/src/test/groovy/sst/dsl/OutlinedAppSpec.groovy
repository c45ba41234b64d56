package sst.dsl

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.app.AppProps
import sst.model.app.StageContext

class OutlinedAppSpec extends Specification {

    static final List<StageContext> CONTEXTS = [
            new StageContext('dev', [:], '', false),
            new StageContext('prod', [REGION: 'eu-north-1', EMPTY: '', NAME: 'prod'], '', false),
            new StageContext('pr-7', [REGION: ''], 'local', true)]

    @TempDir
    Path root

    def 'what is read is what a run says, in every stage: #body'() {
        given:
        config("app { name 'x'; $body }\nstack('s') { secret 'K' }")

        expect:
        CONTEXTS.every { context ->
            def whole = ConfigEvaluator.evaluate(request(context)).orThrow()
            OutlinedApp.read(request(context)).get() == whole.props()
        }

        where:
        body << ["",
                 "region 'eu-west-1'; profile 'p'; account '123456789012'",
                 "region = 'eu-west-1'; removal = 'retain'",
                 "cloud stage == 'prod' ? 'aws' : 'local'; protect stage == 'prod'",
                 "protect stage != 'dev' && !isDev",
                 "protect(stage in ['prod', 'staging'] || stage == 'pr-7')",
                 "protect stage !in ['prod', 'staging']",
                 "protect env.EMPTY ? true : false",
                 "protect env.REGION == 'eu-north-1'",
                 "region env.REGION ?: 'eu-west-1'",
                 "region env['REGION'] ?: (stage == 'prod' ? 'a' : 'b')",
                 "profile \"team-\${stage}-\${env.REGION}-\${isDev}\"",
                 "tags team: 'web', stage: stage, \"quoted\": 'yes'",
                 "tags([team: 'web']); tags more: 'x'",
                 "defaults { function { timeout '5 seconds'; memorySize 512; environment STAGE: stage } }",
                 "defaults function: [runtime: 'nodejs22.x', environment: [A: 'b']]"]
    }

    def 'the app block is found wherever the files keep it: #text'() {
        given:
        file('more/one.groovy', "app { region 'eu-west-1' }")
        file('more/two.groovy', "include '../deep.groovy'")
        file('deep.groovy', "app { tags deep: stage }")
        config(text + "\nstack('s') { secret 'K' }")

        expect:
        def whole = ConfigEvaluator.evaluate(request()).orThrow()
        OutlinedApp.read(request()).get() == whole.props()

        where:
        text << ["app name: 'x', tags: [a: 'b']",
                 "app([name: 'x'])",
                 "app { name 'x' }\napp { protect true }",
                 "stack('first', region: 'eu-west-1') { }\napp { name 'x' }",
                 "import java.time.Duration\napp { name 'x' }\nclass Own { static String A = 'b' }",
                 "app { name 'x' }\ninclude 'more/*.groovy'",
                 "include \"more/\${'one'}.groovy\"\napp { name 'x' }"]
    }

    def 'what only a run can tell is left to one: #text'() {
        given:
        file('more.groovy', more)
        config(text + "\nstack('s') { secret 'K' }")
        ConfigEvaluator.evaluate(request()).orThrow()

        expect:
        OutlinedApp.read(request()).empty
        ConfigEvaluator.app(request()).get().name() == 'x'

        where:
        text                                                      | more
        "println 'top'\napp { name 'x' }"                         | ''
        "app { name 'x'; println 'inside' }"                      | ''
        "def n = 'x'\napp { name n }"                             | ''
        "app { def n = 'x'; name n }"                             | ''
        "app { name new String('x') }"                            | ''
        "app { name 'X'.toLowerCase() }"                          | ''
        "app { name 'x'; if (stage == 'dev') { protect true } }"  | ''
        "app { name 'x'; tags { team 'web' } }"                   | ''
        "app { it.name 'x' }"                                     | ''
        "app { a -> a.name 'x' }"                                 | ''
        "app { name 'x'; tags a: \"\${1 + 1}\" }"                 | ''
        "app { name 'x'; protect isLocal }"                       | ''
        "app { name 'x'; tags a: env.getOrDefault('A', 'b') }"    | ''
        "app { name 'x'; protect 1 == 1 }"                        | ''
        "app { name 'x'; protect \"\$stage\" in ['dev'] }"        | ''
        "app { name 'x' }\nstack(new String('t')) { }"            | ''
        "app { name 'x' }\nif (stage == 'dev') { app { protect true } }" | ''
        "def include(String file) { app { name 'x' } }\ninclude 'y'"     | ''
        "import static java.util.Map.of as stage\napp { name 'x' }"      | ''
        "app { name 'x' }\ninclude 'more.groovy'"                 | "println 'more'"
        "app { name 'x' }\ninclude 'more.groovy'\ninclude 'more.groovy'" | ''
    }

    def 'a change of a file, of a class that it may use, or of nothing is seen'() {
        given:
        config("app { name 'x' }\ninclude 'more.groovy'\nstack('s') { secret 'K' }")
        file('more.groovy', "app { region 'eu-west-1' }")
        ConfigEvaluator.evaluate(request()).orThrow()

        expect:
        OutlinedApp.read(request()).get().region() == 'eu-west-1'

        when:
        file(changed, text)

        then:
        OutlinedApp.read(request()).empty

        and:
        ConfigEvaluator.app(request()).present
        OutlinedApp.read(request()).present

        where:
        changed             | text
        'sst.config.groovy' | "app { name 'y' }\ninclude 'more.groovy'\nstack('s') { secret 'K' }"
        'more.groovy'       | "app { region 'us-west-2' }"
        'stacks/Own.groovy' | 'class Own { }'
    }

    def 'what is wrong is left to a run, which has its line: #text'() {
        given:
        config("app { name 'x' }\nstack('s') { secret 'K' }")
        ConfigEvaluator.evaluate(request()).orThrow()
        config(text)

        expect:
        ConfigEvaluator.app(request()).empty
        OutlinedApp.read(request()).empty

        where:
        text << ["app { name '3' }", "app { nam 'x' }", "app { name 'x'; cloud 'moon' }", "app { name env.MISSING }",
                 "app { name 'x' }\ninclude 'missing.groovy'", "include 'sst.config.groovy'\napp { name 'x' }"]
    }

    def 'a broken entry counts as absent'() {
        given:
        config("app { name 'x' }\nstack('s') { secret 'K' }")
        ConfigEvaluator.evaluate(request()).orThrow()
        def entry = Files.list(root.resolve('.sst/cache')).toList().find { it.toString().endsWith('.outline') }
        def bytes = Files.readAllBytes(entry)

        expect:
        (0..<bytes.length).every { length ->
            Files.write(entry, Arrays.copyOf(bytes, length))
            OutlinedApp.read(request()).empty
        }
        ConfigEvaluator.app(request()).get() == new AppProps('x', null, null, null, null, null, null, [:], null)
    }

    private void config(String text) {
        file('sst.config.groovy', text)
    }

    private void file(String name, String text) {
        def path = root.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text)
    }

    private ConfigRequest request(StageContext context = CONTEXTS[0]) {
        new ConfigRequest(root, 'sst.config.groovy', context, root.resolve('.sst/cache'), new PrintWriter(new StringWriter()))
    }
}
