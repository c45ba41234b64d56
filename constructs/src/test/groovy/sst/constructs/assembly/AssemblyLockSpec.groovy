package sst.constructs.assembly

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class AssemblyLockSpec extends Specification {
    static final String HOLDER = '''
import fcntl, sys
lock = open(sys.argv[1], 'a')
fcntl.lockf(lock, fcntl.LOCK_EX)
print('held', flush=True)
sys.stdin.read()
open(sys.argv[2], 'w').close()
'''

    @TempDir
    Path folder

    def 'a second run waits until the process that writes has ended'() {
        given:
        def released = folder.resolve('released')
        def holder = new ProcessBuilder('python3', '-c', HOLDER, folder.resolve('dev.lock').toString(), released.toString()).start()
        holder.inputReader().readLine()

        when:
        def seen = CompletableFuture.supplyAsync { AssemblyLock.holding(folder.resolve('dev')) { Files.exists(released) } }
        holder.outputStream.close()

        then:
        seen.get(60, TimeUnit.SECONDS)

        cleanup:
        holder?.destroyForcibly()
    }

    def 'what the work throws is passed on, and the lock is free again'() {
        when:
        AssemblyLock.holding(folder.resolve('dev')) { throw new IllegalStateException('no') }

        then:
        thrown(IllegalStateException)
        AssemblyLock.holding(folder.resolve('dev')) { 1 } == 1
    }
}
