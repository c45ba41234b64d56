package sst.constructs.job;

import java.time.Duration;
import java.util.Objects;
import sst.constructs.host.Errors;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.UserError;
import sst.model.function.Architecture;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionRuntime;
import sst.model.job.JobBlock;
import sst.model.job.JobMemory;
import sst.model.job.JobProps;

/** A job's code is built and bound as a function's is: its props as those of a function, checked. */
final class JobFunctions {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(36);

    private JobFunctions() {}

    static FunctionProps of(ConstructModel model) {
        JobProps props = settled(model);
        FunctionBlock function = new FunctionBlock();
        function.set("handler", Objects.requireNonNull(props.handler()));
        function.set("runtime", Objects.requireNonNull(props.runtime()));
        function.set("architecture", Objects.requireNonNull(props.architecture()));
        function.set("copyFiles", props.copyFiles());
        function.set("environment", props.environment());
        function.set("bind", props.bind());
        function.set("permissions", props.permissions());
        if (props.nodejs() != null) {
            function.set("nodejs", props.nodejs());
        }
        if (props.container() != null) {
            function.set("container", props.container());
        }
        return function.build();
    }

    /** The props with their defaults. */
    static JobProps settled(ConstructModel model) {
        JobProps props = JobBlock.SCHEMA.withDefaults(model.props(JobProps.class));
        String job = "job '" + model.id().id() + "'";
        Duration timeout = Objects.requireNonNull(props.timeout());
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw refused("timeout", "'timeout' of " + job + " is out of range", "write '5 minutes' to '36 hours'");
        }
        JobMemory memory = Objects.requireNonNull(props.memorySize());
        if (props.architecture() == Architecture.ARM_64 && !memory.isThereForArm()) {
            throw refused("memorySize", job + " has no ARM machine with " + memory, "write '3 GB' or '15 GB'");
        }
        requireRuntime(props, job);
        return props;
    }

    private static void requireRuntime(JobProps props, String job) {
        FunctionRuntime runtime = Objects.requireNonNull(props.runtime());
        boolean isContainer = runtime == FunctionRuntime.CONTAINER;
        if (!isContainer && !runtime.family().equals("nodejs")) {
            throw refused("runtime", job + " cannot run " + runtime, "use a nodejs runtime, or container");
        }
        if (isContainer && (props.container() == null || props.container().cmd().isEmpty())) {
            throw refused("container", job + " has no commands to run", "write container { cmd 'npm', 'start' }");
        }
    }

    private static UserError refused(String prop, String summary, String hint) {
        return Errors.of(Code.INVALID_VALUE, summary).hint(hint).subject(prop).asError();
    }
}
