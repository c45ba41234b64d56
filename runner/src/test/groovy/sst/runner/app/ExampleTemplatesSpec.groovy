package sst.runner.app

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.constructs.kernel.KernelOptions
import sst.model.diagnostic.Diagnostic
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName

/** The example with one of every construct: what others say of its templates. */
class ExampleTemplatesSpec extends Specification {
    static final Path EXAMPLE = Path.of('../examples/shop')
    static final KernelOptions KERNEL = KernelOptions.of(System.getenv(), Path.of(System.getProperty('user.home')))

    @TempDir
    @Shared
    Path root

    @Shared
    Path assembly

    def setupSpec() {
        Files.walk(EXAMPLE).withCloseable { paths ->
            paths.filter { Files.isRegularFile(it) && !it.toString().contains('.sst') }.each {
                Path copy = root.resolve(EXAMPLE.relativize(it).toString())
                Files.createDirectories(copy.parent)
                Files.copy(it, copy)
            }
        }
        def listener = [found: { Diagnostic d -> throw new AssertionError((Object) d.toString()) }, note: { }, warn: { }] as ConfigApp.Listener
        def surroundings = new ConfigApp.Surroundings(root, Path.of(System.getProperty('user.home')), Clock.systemUTC(), new PrintWriter(Writer.nullWriter()), listener,
                { app, question -> throw new AssertionError((Object) question.key()) } as Lookups)
        def app = new ConfigApp(new AppSetting(ProjectFolder.at(root), new StageName('dev'), new ReadyAssembly.Choices('dev', null, 'us-east-1', null, [:]), surroundings))
        assembly = app.build().folder()
    }

    def "it has at least twelve kinds of constructs"() {
        expect:
        def kinds = new ObjectMapper().readTree(assembly.resolve('sst.json').toFile()).path('stacks').collectMany { it.path('resources').collect { it.path('type').asText() } } as Set
        kinds.size() >= 12
    }

    def "the CDK's rules find no error in #template"() {
        when:
        def report = validated(assembly.resolve(template))

        then:
        report.findAll { it.severity == 'error' } == []

        where:
        template << ['dev-shop-data.template.json', 'dev-shop-events.template.json', 'dev-shop-api.template.json']
    }

    @Requires(value = { ExampleTemplatesSpec.hasLinter() }, reason = 'cfn-lint is not installed')
    def "cfn-lint finds no error in #template"() {
        expect:
        output(['cfn-lint', '--non-zero-exit-code', 'none', '--format', 'json', assembly.resolve(template).toString()], [:])
                .with { new ObjectMapper().readValue(it, List) }
                .findAll { it.Level == 'Error' }.collect { "$it.Rule.Id $it.Message".toString() } == []

        where:
        template << ['dev-shop-data.template.json', 'dev-shop-events.template.json', 'dev-shop-api.template.json']
    }

    static boolean hasLinter() {
        try {
            def process = new ProcessBuilder('cfn-lint', '--version').redirectErrorStream(true).start()
            process.outputStream.close()
            process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0
        } catch (IOException ignored) {
            false
        }
    }

    /** The rules that come with the CDK, over a written template, in a process of their own. */
    private List<Map> validated(Path template) {
        Path plugin = Files.walk(KERNEL.cache().resolve('kernel'), 6).withCloseable { paths ->
            paths.filter { it.endsWith('core/lib/validation/cloudformation-validate-plugin.js') || Files.isDirectory(it) }
                    .map { it.endsWith('cloudformation-validate-plugin.js') ? it : it.resolve('core/lib/validation/cloudformation-validate-plugin.js') }
                    .filter { Files.isRegularFile(it) }.findFirst().get()
        }
        String script = """
            const { CloudFormationValidatePlugin } = require(process.env.PLUGIN);
            const stackTemplates = [{ stackConstructPath: 'stack', templatePath: process.env.TEMPLATE }];
            const report = new CloudFormationValidatePlugin().validate({ stackTemplates, region: 'us-east-1', accountId: '111111111111' });
            console.log(JSON.stringify(report.violations));
        """
        new ObjectMapper().readValue(output([KERNEL.node(), '-e', script], [PLUGIN: plugin.toString(), TEMPLATE: template.toString()]), List)
    }

    private static String output(List<String> command, Map<String, String> environment) {
        def builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
        builder.environment().putAll(environment)
        def process = builder.start()
        process.outputStream.close()
        def text = process.inputStream.text
        assert process.waitFor(120, TimeUnit.SECONDS)
        assert process.exitValue() == 0
        text
    }
}
