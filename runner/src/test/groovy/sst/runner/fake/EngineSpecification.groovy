package sst.runner.fake

import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.AbstractExecutorService
import java.util.concurrent.ExecutorService
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.assembly.AssemblyReader
import sst.runner.assets.image.Docker
import sst.runner.aws.account.Aws
import sst.runner.deploy.Access
import sst.runner.deploy.Deployment
import sst.runner.deploy.Removal
import sst.runner.deploy.RollbackRun
import sst.runner.deploy.Run
import sst.runner.deploy.pace.Stop
import sst.runner.deploy.Wishes
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.RunResult
import sst.runner.deploy.lock.LockOwner
import sst.runner.plan.Plan
import sst.runner.remote.DeployedStage

/** The engine over an account in memory, in time that only passes when somebody waits. */
abstract class EngineSpecification extends Specification {
    @TempDir
    Path folder

    FakeAws aws = new FakeAws()
    FakeCloudFormation cfn = aws.cloudFormation
    Stop stop = new Stop()
    List<DeployEvent> events = []
    int runs = 0
    /** What programs that the engine starts are given. */
    Map<String, String> env = [:]
    /** The process that runs are said to be in; it decides whether its locks are abandoned. */
    long pid = ProcessHandle.current().pid()

    AssemblyOnDisk assembly() {
        new AssemblyOnDisk(folder.resolve("out${runs++}"))
    }

    RunResult deploy(AssemblyOnDisk assembly, Closure approval = { Plan plan -> }) {
        deploy(assembly, Wishes.USUAL, approval)
    }

    RunResult deploy(AssemblyOnDisk assembly, Wishes wishes, Closure approval = { Plan plan -> }) {
        new Deployment(AssemblyReader.read(assembly.done()).stacks(), run(), wishes).deploy(approval)
    }

    Plan plan(AssemblyOnDisk assembly, Wishes wishes = Wishes.USUAL) {
        new Deployment(AssemblyReader.read(assembly.done()).stacks(), run(), wishes).plan()
    }

    RunResult rollBack(List<String> skip = []) {
        def stage = stage()
        new RollbackRun(stage, run()).rollBack(stage.stacks(), skip)
    }

    RunResult remove(List<String> leave = []) {
        def stage = stage()
        new Removal(stage, run()).remove(stage.stacks(), leave)
    }

    DeployedStage stage() {
        new DeployedStage('notes', 'dev', cfn.describeEach())
    }

    Run run() {
        def access = new Access() {
            String account() { aws.account }
            String region() { 'eu-west-1' }
            String endpoint() { null }
            Aws in(String region) { aws }
        }
        def where = new DeployEvent.Where('notes', 'dev', 'eu-west-1', aws.account, false)
        new Run("run${runs++}", 'deploy', where, access, new LockOwner('ada', 'host', pid, started()),
            folder.resolve('cache'), folder.resolve('swaps.json'), aws.pace, new DirectExecutor(), stop, new Docker(env), { events << it })
    }

    static Instant started() {
        ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH)
    }

    static Map fn(String key = 'a') {
        [Type: 'AWS::Lambda::Function', Properties: [Code: [S3Key: key]]]
    }

    List<String> warnings() {
        events.findAll { it instanceof DeployEvent.Warned }*.text()
    }

    boolean isUnlocked() {
        aws.blobs.objects.keySet().every { !it.startsWith('sst/locks') }
    }

    /** Runs everything in the caller's thread, so that a run is the same each time. */
    static class DirectExecutor extends AbstractExecutorService implements ExecutorService {
        void execute(Runnable task) { task.run() }
        void shutdown() { }
        List<Runnable> shutdownNow() { [] }
        boolean isShutdown() { false }
        boolean isTerminated() { false }
        boolean awaitTermination(long time, TimeUnit unit) { true }
    }
}
