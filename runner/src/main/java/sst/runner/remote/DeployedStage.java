package sst.runner.remote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;

/**
 * The stacks of one app and stage, found by the tags that every deploy sets. It needs no config, so a stage can be looked
 * at and removed when its config is gone or broken.
 */
public record DeployedStage(String app, String stage, List<StackState> stacks) {
    public static final String APP_TAG = "sst:app";
    public static final String STAGE_TAG = "sst:stage";

    public DeployedStage {
        stacks = List.copyOf(stacks);
    }

    /** Reads the stage; one that is not deployed has no stacks. */
    public static DeployedStage read(CloudFormationPort cloudFormation, String app, String stage) {
        return all(cloudFormation, app).stream()
                .filter(deployed -> deployed.stage().equals(stage))
                .findFirst()
                .orElse(new DeployedStage(app, stage, List.of()));
    }

    /** Every deployed stage of an app in the region, by name. */
    public static List<DeployedStage> all(CloudFormationPort cloudFormation, String app) {
        Map<String, List<StackState>> stages = new TreeMap<>();
        for (StackState state : Page.all(cloudFormation::describeAll)) {
            boolean gone = state.status().is("DELETE_COMPLETE");
            String stage = state.tags().get(STAGE_TAG);
            if (!gone && stage != null && app.equals(state.tags().get(APP_TAG))) {
                stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(state);
            }
        }
        List<DeployedStage> all = new ArrayList<>();
        stages.forEach((stage, stacks) -> {
            stacks.sort(Comparator.comparing(StackState::name));
            all.add(new DeployedStage(app, stage, stacks));
        });
        return all;
    }

    /** The config's name of a stack: its CloudFormation name without the stage and app that the default name begins with. */
    public String label(StackState stack) {
        String prefix = stage + "-" + app + "-";
        return stack.name().startsWith(prefix) ? stack.name().substring(prefix.length()) : stack.name();
    }

    /** A stack by the config's name or by CloudFormation's. */
    public Optional<StackState> find(String name) {
        return stacks.stream()
                .filter(stack -> stack.name().equals(name) || label(stack).equals(name))
                .findFirst();
    }
}
