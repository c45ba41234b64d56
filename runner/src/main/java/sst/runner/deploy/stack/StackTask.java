package sst.runner.deploy.stack;

import java.time.Duration;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;

/** Work on one stack, done in steps so that many stacks share few threads and no thread waits for AWS. */
public interface StackTask {
    /** The stack's name. */
    String stack();

    /** The config's name of the stack. */
    String label();

    /** Does the next piece of work: at most a few calls. A step that failed may be taken again. */
    Step step();

    /** The outcome when the work ends without AWS having an opinion. */
    default StackOutcome ended(Verdict verdict) {
        return new StackOutcome(stack(), label(), verdict, java.util.Map.of(), null);
    }

    /** What comes after a step. */
    sealed interface Step {}

    /** Come again after a while. */
    record Again(Duration after) implements Step {
        /** Come again as soon as possible. */
        public static final Again NOW = new Again(Duration.ZERO);
    }

    /** The work has ended, well or badly. */
    record Ended(StackOutcome outcome) implements Step {}
}
