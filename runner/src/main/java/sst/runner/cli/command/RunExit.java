package sst.runner.cli.command;

import sst.runner.deploy.event.RunResult;
import sst.runner.failure.ExitCode;

/** The exit code of a run. */
final class RunExit {
    private RunExit() {}

    static int code(RunResult result) {
        if (result.stopped()) {
            return ExitCode.INTERRUPTED.code();
        }
        return (result.isGood() ? ExitCode.OK : ExitCode.FAILED).code();
    }
}
