package sst.runner.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.app.AppIdentity;
import sst.runner.assembly.Assembly;
import sst.runner.assembly.AssemblyReader;
import sst.runner.assembly.StackArtifact;
import sst.runner.assembly.StackSettings;
import sst.runner.failure.Problems;
import sst.runner.remote.DeployedStage;

/** Reads an assembly's stacks, marks them as the app's and picks the ones that the user named. */
final class Selection {
    private Selection() {}

    /** @param names of the config or of CloudFormation; none for all */
    static List<StackArtifact> stacks(Path assembly, AppIdentity app, List<String> names) {
        Assembly read = AssemblyReader.read(assembly);
        List<StackArtifact> chosen = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(names);
        for (StackArtifact stack : read.stacks()) {
            List<String> known = List.of(stack.label(), stack.stackName());
            unknown.removeAll(known);
            if (names.isEmpty() || known.stream().anyMatch(names::contains)) {
                chosen.add(marked(stack, app));
            }
        }
        if (!unknown.isEmpty()) {
            String wrong = unknown.iterator().next();
            List<String> labels =
                    read.stacks().stream().map(StackArtifact::label).toList();
            throw Problems.of(Code.USAGE, "no stack '" + wrong + "' in " + app.name())
                    .hint(Suggestion.hint(wrong, labels))
                    .asError();
        }
        return chosen;
    }

    private static StackArtifact marked(StackArtifact stack, AppIdentity app) {
        StackSettings own = stack.settings();
        Map<String, String> tags = new HashMap<>(own.tags());
        tags.put(DeployedStage.APP_TAG, app.name());
        tags.put(DeployedStage.STAGE_TAG, app.stage().text());
        StackSettings settings = new StackSettings(
                own.parameters(),
                tags,
                own.terminationProtection() || (app.protect() && !app.local()),
                own.templateUrl(),
                own.deployRole(),
                own.executionRole(),
                own.bootstrapVersion(),
                own.bootstrapParameter());
        return new StackArtifact(
                stack.id(),
                stack.stackName(),
                stack.label(),
                stack.region(),
                stack.account(),
                stack.template(),
                stack.templateText(),
                settings,
                stack.dependsOn(),
                stack.assets(),
                stack.origins());
    }
}
