package sst.runner.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.Plan;
import sst.runner.plan.Planner;
import sst.runner.plan.Remote;
import sst.runner.plan.diff.ResourceRules;
import sst.runner.remote.DeployedStage;
import sst.runner.remote.ExportsInUse;
import sst.runner.remote.RemoteReader;

/** Looks at what is deployed and plans what is to be done about it. */
final class Survey {
    private final List<StackArtifact> stacks;
    private final Run run;
    private final Sites sites;
    private final boolean whole;
    private final Planner planner = new Planner(ResourceRules.bundled());

    /** @param whole whether the stacks are the whole app, so that others of the stage are left over */
    Survey(List<StackArtifact> stacks, Run run, boolean whole) {
        this.stacks = List.copyOf(stacks);
        this.run = run;
        this.sites = run.sites();
        this.whole = whole;
    }

    Plan plan() {
        return run.patience().call("the deployed stacks", this::look);
    }

    private Plan look() {
        Map<String, List<StackArtifact>> byRegion = new LinkedHashMap<>();
        stacks.forEach(stack -> byRegion.computeIfAbsent(sites.region(stack), region -> new ArrayList<>())
                .add(stack));
        List<StackState> orphans = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, StackArtifact> kept = new HashMap<>();
        Map<String, Remote> deployed = new HashMap<>();
        byRegion.forEach((region, group) -> {
            CloudFormationPort cloudFormation = sites.site(group.get(0)).cloudFormation();
            Map<String, Remote> found = read(cloudFormation, group, orphans);
            ExportsInUse exports = new ExportsInUse(cloudFormation, run.state().resolve("templates"));
            for (StackArtifact stack : group) {
                Remote remote = found.get(stack.stackName());
                if (remote != null && !remote.template().isMissingNode()) {
                    kept.put(stack.stackName(), exports.kept(stack, remote.state()));
                }
            }
            notes.addAll(exports.notes());
            deployed.putAll(found);
        });
        List<StackArtifact> wanted = stacks.stream()
                .map(stack -> kept.getOrDefault(stack.stackName(), stack))
                .toList();
        return new Plan(planner.plan(wanted, deployed).stacks(), orphans, notes);
    }

    private Map<String, Remote> read(
            CloudFormationPort cloudFormation, List<StackArtifact> group, List<StackState> orphans) {
        RemoteReader reader = new RemoteReader(cloudFormation, run.templates());
        Set<String> names = new TreeSet<>();
        group.forEach(stack -> names.add(stack.stackName()));
        if (!whole) {
            return reader.read(names);
        }
        List<StackState> all = reader.sweep();
        Set<String> known = new TreeSet<>();
        stacks.forEach(stack -> known.add(stack.stackName()));
        all.stream()
                .filter(state -> isOfThisStage(state) && !known.contains(state.name()))
                .forEach(orphans::add);
        return reader.read(names, all);
    }

    private boolean isOfThisStage(StackState state) {
        return run.where().app().equals(state.tags().get(DeployedStage.APP_TAG))
                && run.where().stage().equals(state.tags().get(DeployedStage.STAGE_TAG));
    }
}
