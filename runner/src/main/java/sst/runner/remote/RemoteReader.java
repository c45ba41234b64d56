package sst.runner.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.Remote;

/** Reads the deployed side of a plan with as few calls as will do. */
public final class RemoteReader {
    /** From this many stacks on, listing the region is fewer calls than asking for each. */
    private static final int SWEEP_FROM = 3;

    private static final JsonMapper JSON = new JsonMapper();

    private final CloudFormationPort cloudFormation;
    private final TemplateCache cache;

    public RemoteReader(CloudFormationPort cloudFormation, TemplateCache cache) {
        this.cloudFormation = cloudFormation;
        this.cache = cache;
    }

    /** Those of the named stacks that exist, with their templates where these matter. */
    public Map<String, Remote> read(Set<String> names) {
        Map<String, Remote> found = new HashMap<>();
        states(names).values().forEach(state -> found.put(state.name(), remote(state)));
        return found;
    }

    /** Every stack of the region that is not deleted. */
    public List<StackState> sweep() {
        return Page.all(cloudFormation::describeAll).stream()
                .filter(state -> !state.status().is("DELETE_COMPLETE"))
                .toList();
    }

    /** As {@link #read(Set)}, of a region whose stacks are known. */
    public Map<String, Remote> read(Set<String> names, List<StackState> known) {
        Map<String, Remote> found = new HashMap<>();
        known.stream()
                .filter(state -> names.contains(state.name()))
                .forEach(state -> found.put(state.name(), remote(state)));
        return found;
    }

    /** Those of the named stacks that exist. */
    public Map<String, StackState> states(Set<String> names) {
        List<StackState> states = names.size() >= SWEEP_FROM
                ? Page.all(cloudFormation::describeAll)
                : names.stream()
                        .flatMap(name -> cloudFormation.describe(name).stream())
                        .toList();
        return states.stream()
                .filter(state -> names.contains(state.name()) && !state.status().is("DELETE_COMPLETE"))
                .collect(Collectors.toMap(StackState::name, state -> state, (a, b) -> a));
    }

    private Remote remote(StackState state) {
        boolean matters = state.status().isUpdatable() || state.status().isPaused();
        return matters ? new Remote(state, template(state)) : Remote.withoutTemplate(state);
    }

    private JsonNode template(StackState state) {
        String text = cache.find(state).orElseGet(() -> {
            String read = cloudFormation.template(state.arn());
            cache.keep(state, read);
            return read;
        });
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // A stack that somebody deployed from YAML: everything in it then counts as changed.
            return MissingNode.getInstance();
        }
    }
}
