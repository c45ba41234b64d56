package sst.runner.load

import groovy.transform.CompileStatic
import java.nio.file.Path
import java.time.Instant
import sst.runner.assembly.AssemblyReader
import sst.runner.aws.Page
import sst.runner.aws.stack.ChangeSetRequest
import sst.runner.aws.stack.ChangeSetState
import sst.runner.aws.stack.CloudFormationPort
import sst.runner.aws.stack.StackEvent
import sst.runner.aws.stack.StackState
import sst.runner.aws.stack.StackStatus
import sst.runner.assets.image.Docker
import sst.runner.deploy.Access
import sst.runner.deploy.Deployment
import sst.runner.deploy.Run
import sst.runner.deploy.Wishes
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.DeployEvents
import sst.runner.deploy.event.RunResult
import sst.runner.deploy.lock.LockOwner
import sst.runner.deploy.pace.Stop
import sst.runner.fake.AssemblyOnDisk
import sst.runner.fake.EngineSpecification.DirectExecutor
import sst.runner.fake.FakeAws
import sst.runner.history.RunLog
import sst.runner.history.UsualTimes
import sst.runner.ui.PlainUi
import sst.runner.ui.Screen

/**
 * Deploys many stacks of many events each, in a process of its own whose heap is bounded, through all that a real run
 * passes: planner, graph, watch, estimates, log and printer.
 */
class ManyStacks {
    static void main(String[] args) {
        int stacks = args[0] as int
        int each = args[1] as int
        Path folder = Path.of(args[2])
        def assembly = new AssemblyOnDisk(folder.resolve('out'))
        stacks.times { assembly.stack("s$it", [Fn: [Type: 'AWS::Lambda::Function', Properties: [Code: [S3Key: "k$it".toString()]]]]) }
        def printed = new CountingStream()
        def aws = new FakeAws()
        def cloud = new Torrent(aws.pace.now, each)
        def port = new ProxyAws(aws, cloud)
        def access = new Access() {
            String account() { aws.account }
            String region() { 'eu-west-1' }
            String endpoint() { null }
            sst.runner.aws.account.Aws in(String region) { port }
        }
        def screen = new Screen(new PrintStream(printed), new PrintStream(printed), 80, false, false)
        def ui = new PlainUi(screen, folder, { it }, new PlainUi.Answers(false, { null }))
        def log = new RunLog(folder.resolve('log'), { it })
        long events = 0
        def told = new DeployEvents(new UsualTimes(folder.resolve('times.json'), aws.pace.clock(), { DeployEvent event ->
            events += event instanceof DeployEvent.ResourceMoved ? 1 : 0
            log.accept(event)
            ui.event(event)
        }))
        def where = new DeployEvent.Where('notes', 'dev', 'eu-west-1', aws.account, false)
        def run = new Run('run', 'deploy', where, access, new LockOwner('ada', 'host', ProcessHandle.current().pid(), Instant.EPOCH),
            folder.resolve('cache'), folder.resolve('swaps.json'), aws.pace, new DirectExecutor(), new Stop(), new Docker([:]), told)
        RunResult result = new Deployment(AssemblyReader.read(assembly.done()).stacks(), run, new Wishes(true, false, false)).deploy { }
        long peak = java.lang.management.ManagementFactory.memoryPoolMXBeans.findAll { it.type.name() == 'HEAP' }.sum { it.peakUsage.used } as long
        println "good=${result.good} stacks=${result.stacks().size()} events=$events printed=${printed.bytes} peakMb=${(long) (peak / 1048576)}"
    }

    /** Everything of a fake account but CloudFormation. */
    static class ProxyAws implements sst.runner.aws.account.Aws {
        @Delegate
        final FakeAws rest
        final CloudFormationPort cloud

        ProxyAws(FakeAws rest, CloudFormationPort cloud) {
            this.rest = rest
            this.cloud = cloud
        }

        @Override
        CloudFormationPort cloudFormation() { cloud }

        @Override
        sst.runner.aws.account.Aws as(String roleArn) { this }
    }

    static class CountingStream extends OutputStream {
        long bytes

        @Override
        void write(int b) { bytes++ }

        @Override
        void write(byte[] all, int from, int length) { bytes += length }
    }

    /** Stacks that tell a tenth of their events at each look, newest first in pages of 100, kept nowhere. */
    @CompileStatic
    static class Torrent implements CloudFormationPort {
        static final int LOOKS = 10
        static final int PAGE = 100
        final Instant start
        final int each
        final Map<String, Integer> looks = [:]

        Torrent(Instant start, int each) {
            this.start = start
            this.each = each
        }

        private static String arn(String stack) {
            stack.startsWith('arn:') ? stack : "arn:aws:cloudformation:eu-west-1:1:stack/$stack/1"
        }

        private StackState state(String arn) {
            String status = looks[arn] >= LOOKS ? 'CREATE_COMPLETE' : 'CREATE_IN_PROGRESS'
            new StackState(arn.split('/')[1], arn, new StackStatus(status), '', start, [:], [:], [], false)
        }

        @Override
        Optional<StackState> describe(String nameOrArn) {
            String arn = arn(nameOrArn)
            if (!looks.containsKey(arn)) {
                return Optional.empty()
            }
            looks[arn] = looks[arn] + 1
            Optional.of(state(arn))
        }

        @Override
        Page<StackState> describeAll(String token) { new Page<StackState>([], null) }

        @Override
        Page<StackEvent> events(String nameOrArn, String token) {
            String arn = arn(nameOrArn)
            int newest = token == null ? each.intdiv(LOOKS) * Math.min(LOOKS, looks[arn]) : token as int
            int oldest = Math.max(0, newest - PAGE)
            List<StackEvent> page = []
            for (int number = newest; number > oldest; number--) {
                page << new StackEvent("$arn-$number-0123456789abcdef0123456789abcdef", start.plusSeconds(1), "Resource$number",
                    "physical-$number", 'AWS::Lambda::Function', new StackStatus('CREATE_COMPLETE'), '', 'token')
            }
            new Page<StackEvent>(page, oldest == 0 ? null : oldest.toString())
        }

        @Override
        String createChangeSet(ChangeSetRequest request) {
            looks[arn(request.stackName())] = 0
            arn(request.stackName())
        }

        @Override
        ChangeSetState changeSet(String stackArn, String name) { new ChangeSetState('CREATE_COMPLETE', '', 'AVAILABLE', start) }

        @Override
        void executeChangeSet(String stackArn, String name, String token, boolean keepFailed) { }

        @Override
        String change(ChangeSetRequest request, boolean keepFailed) { throw new UnsupportedOperationException() }

        @Override
        String template(String nameOrArn) { throw new UnsupportedOperationException() }

        @Override
        Page<sst.runner.aws.stack.StackResource> resources(String nameOrArn, String token) { throw new UnsupportedOperationException() }

        @Override
        Page<String> importers(String export, String token) { new Page<String>([], null) }

        @Override
        void deleteChangeSet(String stackArn, String name) { throw new UnsupportedOperationException() }

        @Override
        void deleteStack(String stackArn, String token, String role) { throw new UnsupportedOperationException() }

        @Override
        void rollback(String stackArn, String token, String role) { throw new UnsupportedOperationException() }

        @Override
        void continueRollback(String stackArn, String token, String role, List<String> skip) { throw new UnsupportedOperationException() }

        @Override
        void deleteStackRetaining(String stackArn, String token, String role, List<String> retain) { throw new UnsupportedOperationException() }

        @Override
        String detectDrift(String stackArn) { throw new UnsupportedOperationException() }

        @Override
        Optional<String> driftDetected(String detection) { throw new UnsupportedOperationException() }

        @Override
        Page<sst.runner.aws.stack.ResourceDrift> drifts(String stackArn, String token) { throw new UnsupportedOperationException() }

        @Override
        void policy(String stackArn, String policy) { throw new UnsupportedOperationException() }

        @Override
        void protect(String stackName, boolean protection) { }
    }
}
