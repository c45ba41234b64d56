package sst.runner.cli.command.change;

import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.failure.ExitCode;

/** The exit code of a run. */
final class RunExit {
    private RunExit() {}

    static int code(RunResult result) {
        if (result.stopped()) {
            return ExitCode.INTERRUPTED.code();
        }
        boolean expired = result.stacks().stream()
                .anyMatch(stack -> stack.verdict() == Verdict.DETACHED && stack.cause() != null);
        if (expired) {
            return ExitCode.NO_CREDENTIALS.code();
        }
        return (result.isGood() ? ExitCode.OK : ExitCode.FAILED).code();
    }
}
