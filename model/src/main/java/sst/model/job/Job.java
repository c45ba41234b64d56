package sst.model.job;

import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.ref.Ref;

/** The handle of a job. */
public final class Job extends ConstructHandle<JobProps> {
    public Job(ConstructScope scope, JobBlock block) {
        super(scope, block);
    }

    /** The name of the function that starts and stops the job; handlers call it through their client library. */
    public Ref getFunctionName() {
        return ref("functionName");
    }

    /** The name of the CodeBuild project. */
    public Ref getProjectName() {
        return ref("projectName");
    }

    /** The ARN of the CodeBuild project. */
    public Ref getProjectArn() {
        return ref("projectArn");
    }

    /** Lets the job see and use resources. */
    public Job bind(Object... resources) {
        attachBindings("", resources);
        return this;
    }

    /** Grants permissions. */
    public Job attachPermissions(Object... permissions) {
        attachGrants("", permissions);
        return this;
    }

    /** Adds an environment variable. */
    public Job addEnvironment(String name, CharSequence value) {
        block().add("environment", Map.of(name, value));
        return this;
    }
}
