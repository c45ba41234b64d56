package sst.acceptance.harness

import org.opentest4j.TestAbortedException

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit

/** One process as a user starts it: its output kept in files, ended with all its children after a deadline. */
final class Command {

    /** What users need not have: a spec that drives one of these is skipped where it is missing. .ci/run installs them. */
    static final List<String> OPTIONAL = ['aws', 'tmux', 'zsh', 'fish']

    final List<String> argv
    Path folder = Path.of('.')
    Map<String, String> env = [:]
    Duration deadline = Duration.ofSeconds(120)
    String input = ''

    Command(Object... argv) {
        this.argv = argv*.toString()
    }

    Command in(Path folder) {
        this.folder = folder
        this
    }

    Command with(Map<String, ?> env) {
        this.env += env.collectEntries { key, value -> [key.toString(), value?.toString()] }
        this
    }

    Command within(int seconds) {
        deadline = Duration.ofSeconds(seconds)
        this
    }

    Finished run() {
        def running = start()
        try {
            running.finish(deadline)
        } finally {
            running.close()
        }
    }

    /** Skips the running spec when the program is not on the PATH. */
    static void need(String program) {
        if (!System.getenv('PATH').split(File.pathSeparator).any { new File(it, program).canExecute() }) {
            throw new TestAbortedException("$program is not on the PATH")
        }
    }

    Running start() {
        if (argv.first() in OPTIONAL) {
            need(argv.first())
        }
        def output = Files.createTempDirectory('sst-out-')
        def builder = new ProcessBuilder(argv)
            .directory(folder.toFile())
            .redirectOutput(output.resolve('out').toFile())
            .redirectError(output.resolve('err').toFile())
        def environment = builder.environment()
        environment.keySet().removeIf { it.startsWith('AWS_') || it.startsWith('SST_') }
        env.each { key, value -> value == null ? environment.remove(key) : environment.put(key, value) }
        def process = builder.start()
        process.outputStream.withCloseable { it << input }
        new Running(argv, process, output)
    }

    /** The whole output of a process that ended. */
    static final class Finished {

        final String command
        final int exit
        final String out
        final String err

        Finished(String command, int exit, String out, String err) {
            this.command = command
            this.exit = exit
            this.out = out
            this.err = err
        }

        /** What a failed condition prints. */
        @Override
        String toString() {
            "`$command` ended with $exit\n--- stdout\n$out\n--- stderr\n$err"
        }
    }

    static final class Running implements AutoCloseable {

        final Process process
        private final List<String> argv
        private final Path output

        Running(List<String> argv, Process process, Path output) {
            this.argv = argv
            this.process = process
            this.output = output
        }

        String getOut() {
            text('out')
        }

        String getErr() {
            text('err')
        }

        /** As `kill -9` of this one process, not of its children. */
        void kill() {
            process.toHandle().destroyForcibly()
            process.waitFor()
        }

        Finished finish(Duration deadline) {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("`${argv.join(' ')}` still ran after $deadline\n$out\n$err" as Object)
            }
            new Finished(argv.join(' '), process.exitValue(), out, err)
        }

        @Override
        void close() {
            if (process.alive) {
                process.descendants().forEach { it.destroyForcibly() }
                process.destroyForcibly().waitFor()
            }
            output.toFile().deleteDir()
        }

        private String text(String name) {
            new String(Files.readAllBytes(output.resolve(name)), 'UTF-8')
        }
    }
}
