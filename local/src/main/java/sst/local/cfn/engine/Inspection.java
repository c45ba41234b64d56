package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.drift.Detection;
import sst.local.cfn.drift.Drift;
import sst.local.cfn.drift.ResourceDrift;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.reference.SecureValues;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.StackResource;

/** Reads the resources of a stack as they really are. */
public final class Inspection {
    private final Tools tools;

    /** An inspection with the engine's tools. */
    public Inspection(Tools tools) {
        this.tools = tools;
    }

    /** Looks at every resource whose type can be read, or at the one of that logical id. */
    public Detection detect(Stack stack, @Nullable String only) {
        List<ResourceDrift> drifts = new ArrayList<>();
        tools.tables().resources().all(stack.id()).values().forEach(resource -> {
            if (only == null || only.equals(resource.logicalId())) {
                look(stack, resource).ifPresent(drifts::add);
            }
        });
        return new Detection(
                tools.ids().get().toString(), stack.id().arn(), stack.run().id(), tools.now(), drifts);
    }

    private Optional<ResourceDrift> look(Stack stack, StackResource resource) {
        Instance there = resource.current();
        if (there == null
                || !(tools.providers().find(there.type()).orElse(null) instanceof ReadableProvider provider)) {
            return Optional.empty();
        }
        var asked = new Work.Asked(resource.logicalId(), there.properties(), there.tags(), there.name());
        Optional<ObjectNode> actual = provider.read(Work.request(tools, stack, asked), there.state())
                .map(read -> SecureValues.veil(read, there.properties()));
        return Optional.of(Drift.of(
                new Drift.Deployed(
                        resource.logicalId(), there.physicalId(), there.type(), there.properties(), tools.now()),
                actual));
    }
}
