package sst.constructs.kernel

import java.nio.file.Files
import java.nio.file.Path

import software.amazon.awscdk.App
import software.amazon.awscdk.AppProps
import software.amazon.awscdk.CfnResource
import software.amazon.awscdk.Stack
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError

class KernelSpec extends Specification {
    @TempDir
    Path folder

    def "the CDK works in a kernel of ours"() {
        given:
        CdkKernel.connect()

        when:
        def app = new App(AppProps.builder().outdir(folder.toString()).build())
        CfnResource.Builder.create(new Stack(app, 'S'), 'R').type('AWS::SQS::Queue').build()
        app.synth()

        then:
        Files.readString(folder.resolve('S.template.json')).contains('AWS::SQS::Queue')
    }

    def "a Ctrl-C that reaches every process of the terminal does not end the kernel"() {
        given:
        CdkKernel.connect()
        def node = ProcessHandle.current().children().toList()

        when:
        node.each { ["kill", "-INT", "${it.pid()}"].execute().waitFor() }
        def stack = new Stack(new App(AppProps.builder().outdir(folder.toString()).build()), 'After')

        then:
        stack.stackName == 'After'
        node.every { it.alive }
    }

    def "node that is missing is named with what to do"() {
        when:
        Kernel.warm(new KernelOptions(CdkKernel.cache(), '/nowhere/node'), {}).connect()

        then:
        def e = thrown(UserError)
        e.message.contains("cannot run '/nowhere/node'")
        e.message.contains('install Node.js 20 or newer')
    }
}
