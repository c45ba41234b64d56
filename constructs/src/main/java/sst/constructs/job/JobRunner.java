package sst.constructs.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.codebuild.Project;
import sst.constructs.construct.AppFunction;
import sst.constructs.construct.Grant;
import sst.model.function.FunctionProps;

/** A CodeBuild project as what bindings, variables and grants go to. */
final class JobRunner implements AppFunction {
    private final FunctionProps props;
    private final Project project;
    private final Map<String, String> variables = new LinkedHashMap<>();

    JobRunner(FunctionProps props, Project project) {
        this.props = props;
        this.project = project;
    }

    @Override
    public FunctionProps props() {
        return props;
    }

    /** The CDK's project takes no variable after it is made; its resource does. */
    @Override
    public void environment(String name, String value) {
        variables.put(name, value);
        List<Map<String, String>> all = variables.entrySet().stream()
                .map(each -> Map.of("Name", each.getKey(), "Type", "PLAINTEXT", "Value", each.getValue()))
                .toList();
        CfnResource resource =
                (CfnResource) Objects.requireNonNull(project.getNode().getDefaultChild());
        resource.addPropertyOverride("Environment.EnvironmentVariables", all);
    }

    @Override
    public void allow(Grant grant) {
        project.addToRolePolicy(grant.statement());
    }
}
