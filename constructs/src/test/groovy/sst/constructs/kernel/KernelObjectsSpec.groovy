package sst.constructs.kernel

import java.lang.ref.WeakReference

import software.amazon.awscdk.App
import software.amazon.awscdk.Aws
import software.amazon.awscdk.IStableStringProducer
import software.amazon.awscdk.Lazy
import software.amazon.awscdk.Stack
import software.amazon.awscdk.Token
import software.amazon.awscdk.services.lambda.Runtime
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class KernelObjectsSpec extends Specification {
    def eventually = new PollingConditions(timeout: 60)

    def "what nothing refers to any more goes, and constants stay good"() {
        given:
        def kernel = CdkKernel.connect()
        def constant = Runtime.NODEJS_22_X
        def app = new WeakReference<App>(new App())

        when:
        kernel.release()

        then:
        eventually.eventually {
            System.gc()
            assert app.get() == null
        }
        constant.name == 'nodejs22.x'
        Runtime.NODEJS_22_X.runtimeEquals(constant)
    }

    def "an object that is still in use works after a release"() {
        given:
        def kernel = CdkKernel.connect()
        def stack = new Stack(new App(), 'Kept')

        when:
        kernel.release()

        then:
        stack.stackName == 'Kept'
        stack.node.root.node.path == ''
    }

    def "the kernel drops what nothing here refers to, a constant stays good"() {
        given:
        def kernel = CdkKernel.connect()
        def constant = Runtime.NODEJS_22_X
        def before = kernel.release()

        when:
        20.times { n -> new Stack(new App(), "Dropped$n").node.path }

        then: 'it has 40 objects more, until they are collected here'
        eventually.eventually {
            System.gc()
            assert kernel.release() <= before + 4
        }
        constant.name == 'nodejs22.x'
    }

    def "what JavaScript hands over once more after it was dropped is good"() {
        given:
        def kernel = CdkKernel.connect()
        def stack = new Stack(new App(), 'Again')
        def id = stack.node.id
        def before = kernel.release()

        when:
        eventually.eventually {
            System.gc()
            assert kernel.release() < before
        }

        then:
        stack.node.id == id
        stack.node.root.node.id == ''
    }

    def "tokens of modules outlive the synthesis that made them, those of an app are gone with it"() {
        given:
        def kernel = CdkKernel.connect()
        def region = Aws.REGION
        def kept = Lazy.string({ 'late' } as IStableStringProducer)

        when:
        kernel.release()

        then:
        def stack = new Stack(new App(), 'Tokens')
        stack.resolve(region) == [Ref: 'AWS::Region']
        stack.resolve("in $region".toString()).toString().contains('AWS::Region')
        Token.isUnresolved(kept)
    }
}
