package sst.constructs.kernel

import java.lang.ref.WeakReference

import software.amazon.awscdk.App
import software.amazon.awscdk.Stack
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
}
