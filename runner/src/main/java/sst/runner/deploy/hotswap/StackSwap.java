package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.Page;
import sst.runner.aws.StateMachinePort;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.hotswap.Swap.Part;
import sst.runner.deploy.pace.Pace;

/** Swaps resources of one deployed stack, and keeps on record what CloudFormation does not know of. */
public final class StackSwap {
    private final StackState stack;
    private final SwapRecord record;
    private final Place place;

    /**
     * Where the stack is.
     *
     * @param stacks with the rights to look at stacks
     * @param services with the caller's own rights, because deploy roles may not touch what is swapped
     */
    public record Place(CloudFormationPort stacks, Services services, String account, String region, Pace pace) {}

    /** The services that resources are swapped by. */
    public record Services(FunctionPort functions, StateMachinePort machines) {}

    public StackSwap(StackState stack, SwapRecord record, Place place) {
        this.stack = stack;
        this.record = record;
        this.place = place;
    }

    /**
     * Brings resources to what a template says that CloudFormation has not deployed, and those that were swapped before
     * and have not changed back to it.
     */
    public void swap(Swap.Possible possible, JsonNode template) throws InterruptedException {
        Map<String, Map<String, String>> before = record.of(stack.name());
        Map<String, Map<String, String>> after = new TreeMap<>();
        for (Part part : possible.parts()) {
            Map<String, String> paths = new TreeMap<>();
            part.paths().forEach(path -> paths.put(path, hash(at(template, part.logicalId(), path))));
            after.put(part.logicalId(), paths);
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

    private void apply(Map<String, Map<String, String>> parts, JsonNode template) throws InterruptedException {
        if (parts.isEmpty()) {
            return;
        }
        Map<String, String> refs = refs();
        TemplateValues values = new TemplateValues(template, refs);
        for (String logicalId : SwapOrder.of(parts.keySet(), template)) {
            String physicalId = refs.get(logicalId);
            JsonNode resource = template.path("Resources").path(logicalId);
            if (physicalId != null && resource.has("Properties")) {
                Set<String> paths =
                        new TreeSet<>(parts.getOrDefault(logicalId, Map.of()).keySet());
                apply(new Deployed(logicalId, physicalId, resource), paths, values);
            }
        }
    }

    private record Deployed(String logicalId, String physicalId, JsonNode resource) {}

    private void apply(Deployed one, Set<String> paths, TemplateValues values) throws InterruptedException {
        JsonNode properties = one.resource().path("Properties");
        FunctionPort functions = place.services().functions();
        switch (one.resource().path("Type").asText()) {
            case SwapRules.FUNCTION ->
                new Swapper(functions, place.pace(), values).apply(one.physicalId(), properties, paths);
            case SwapRules.STATE_MACHINE ->
                place.services()
                        .machines()
                        .define(one.physicalId(), values.text(properties.path(SwapRules.DEFINITION)));
            default ->
                new FileUploads(functions, place.pace().clock(), values).upload(one.logicalId(), one.physicalId());
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
