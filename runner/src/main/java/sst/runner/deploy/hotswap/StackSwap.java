package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.hotswap.Swap.FunctionPaths;
import sst.runner.deploy.pace.Pace;

/** Swaps the functions of one deployed stack, and keeps on record what CloudFormation does not know of. */
public final class StackSwap {
    private final StackState stack;
    private final SwapRecord record;
    private final Place place;

    /**
     * Where the stack is.
     *
     * @param stacks with the rights to look at stacks
     * @param functions with the caller's own rights, because deploy roles may not touch functions
     */
    public record Place(CloudFormationPort stacks, FunctionPort functions, String account, String region, Pace pace) {}

    public StackSwap(StackState stack, SwapRecord record, Place place) {
        this.stack = stack;
        this.record = record;
        this.place = place;
    }

    /**
     * Brings functions to what a template says that CloudFormation has not deployed, and those that were swapped before
     * and have not changed back to it.
     */
    public void swap(Swap.Possible possible, JsonNode template) throws InterruptedException {
        Map<String, Map<String, String>> before = record.of(stack.name());
        Map<String, Map<String, String>> after = new TreeMap<>();
        for (FunctionPaths function : possible.functions()) {
            Map<String, String> paths = new TreeMap<>();
            function.paths().forEach(path -> paths.put(path, hash(at(template, function.logicalId(), path))));
            after.put(function.logicalId(), paths);
        }
        Map<String, Map<String, String>> toDo = new TreeMap<>();
        after.forEach((id, paths) -> paths.forEach((path, hash) -> {
            if (!hash.equals(before.getOrDefault(id, Map.of()).get(path))) {
                toDo.computeIfAbsent(id, i -> new TreeMap<>()).put(path, hash);
            }
        }));
        before.forEach((id, paths) -> paths.forEach((path, hash) -> {
            if (!after.getOrDefault(id, Map.of()).containsKey(path)) {
                toDo.computeIfAbsent(id, i -> new TreeMap<>()).put(path, hash);
            }
        }));
        record.put(stack.name(), union(before, toDo));
        apply(toDo, template);
        record.put(stack.name(), after);
    }

    /** Brings everything that was swapped back to what CloudFormation deployed. */
    public void revert(JsonNode deployed) throws InterruptedException {
        apply(record.of(stack.name()), deployed);
        record.forget(stack.name());
    }

    /** Until a swap has ended nobody knows which of two values is in place, so no hash is right. */
    private static Map<String, Map<String, String>> union(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> toDo) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        before.forEach((id, paths) -> all.put(id, new TreeMap<>(paths)));
        toDo.forEach((id, paths) -> paths.keySet()
                .forEach(path -> all.computeIfAbsent(id, i -> new TreeMap<>()).put(path, "")));
        return all;
    }

    private void apply(Map<String, Map<String, String>> functions, JsonNode template) throws InterruptedException {
        if (functions.isEmpty()) {
            return;
        }
        Map<String, String> refs = refs();
        Swapper swapper = new Swapper(place.functions(), place.pace(), new TemplateValues(refs));
        for (Map.Entry<String, Map<String, String>> function : functions.entrySet()) {
            String name = refs.get(function.getKey());
            JsonNode properties =
                    template.path("Resources").path(function.getKey()).path("Properties");
            if (name != null && !properties.isMissingNode()) {
                swapper.apply(
                        name, properties, new TreeSet<>(function.getValue().keySet()));
            }
        }
    }

    private Map<String, String> refs() {
        Map<String, String> refs = new HashMap<>(stack.parameters());
        Page.all(token -> place.stacks().resources(stack.arn(), token))
                .forEach(resource -> refs.put(resource.logicalId(), resource.physicalId()));
        refs.put("AWS::AccountId", place.account());
        refs.put("AWS::Region", place.region());
        refs.put("AWS::StackName", stack.name());
        refs.put("AWS::StackId", stack.arn());
        refs.put("AWS::Partition", Objects.requireNonNull(stack.arn().split(":", 3)[1]));
        refs.put("AWS::URLSuffix", place.region().startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
        return refs;
    }

    private static JsonNode at(JsonNode template, String logicalId, String path) {
        JsonNode node = template.path("Resources").path(logicalId).path("Properties");
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    private static String hash(JsonNode value) {
        return UUID.nameUUIDFromBytes(value.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
