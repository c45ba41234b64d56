package sst.constructs.kernel

import java.nio.file.Path

/** The one kernel of the test JVM. */
class CdkKernel {
    static Path cache() {
        KernelOptions.of(System.getenv(), Path.of(System.getProperty('user.home'))).cache()
    }

    static Kernel connect() {
        def kernel = Kernel.warm(KernelOptions.of(System.getenv(), Path.of(System.getProperty('user.home'))), { System.err.println(it) })
        kernel.connect()
        kernel
    }
}
