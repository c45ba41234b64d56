package sst.constructs.job;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.codebuild.Project;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogRetention;
import software.amazon.awscdk.services.logs.LogRetentionRetryOptions;
import software.amazon.awscdk.services.logs.RetentionDays;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.function.InlineFunction;
import sst.model.construct.ConstructModel;
import sst.model.job.JobProps;
import sst.model.value.CdkOverride;

/** {@code job}: a CodeBuild project that runs the user's code, and a function that starts and stops it. */
public final class JobConstruct {
    private static final int LOG_RETENTION_RETRIES = 100;
    private static final Actions ACTIONS = new Actions("lambda:*", List.of(), List.of("lambda:InvokeFunction"));

    private final Spot spot;
    private final Project project;
    private final JobRunner runner;
    private final Function manager;

    private JobConstruct(ConstructModel model, StackSite site) {
        JobProps props = model.props(JobProps.class);
        this.spot = Resource.spot(model, site, id(props));
        JobProject made = new JobProject(spot, site.code().of(model, ""));
        this.project = made.project();
        this.runner = new JobRunner(JobFunctions.of(model), project);
        made.codeRead().ifPresent(runner::allow);
        logs(props);
        this.manager = manager();
        runner.environment("SST_APP", site.app().name());
        runner.environment("SST_STAGE", site.app().stage());
        runner.environment("SST_SSM_PREFIX", site.parameterPrefix());
    }

    private static Map<String, CdkOverride> id(JobProps props) {
        String id = props.cdk() == null ? null : props.cdk().id();
        return id == null ? Map.of() : Map.of("id", CdkOverride.of(Map.of("id", id)));
    }

    /** How jobs are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new JobConstruct(model, site).asConstruct(),
                (model, stack) -> Map.of("", JobFunctions.of(model)));
    }

    private void logs(JobProps props) {
        if (props.logRetention() != null) {
            LogRetention.Builder.create(spot.scope(), "LogRetention")
                    .logGroupName("/aws/codebuild/" + project.getProjectName())
                    .retention(RetentionDays.valueOf(props.logRetention().name()))
                    .logRetentionRetryOptions(LogRetentionRetryOptions.builder()
                            .maxRetries(LOG_RETENTION_RETRIES)
                            .build())
                    .build();
        }
    }

    private Function manager() {
        Grant use =
                Grant.allow(List.of("codebuild:StartBuild", "codebuild:StopBuild"), List.of(project.getProjectArn()));
        return InlineFunction.builder(spot.scope(), "Manager", "job")
                .timeout(Duration.seconds(10))
                .memorySize(1024)
                .environment(Map.of("SST_JOB_PROVIDER", "codebuild", "SST_JOB_RUNNER", project.getProjectName()))
                .initialPolicy(List.of(use.statement()))
                .build();
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, project)
                .value("functionName", manager::getFunctionName)
                .value("projectName", project::getProjectName)
                .value("projectArn", project::getProjectArn)
                .bound(access -> ACTIONS.on(access, List.of(manager.getFunctionArn())), "functionName")
                .functions(Map.of("", new AppConstruct.Member(runner, true)));
    }
}
