package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Exports;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.value.TemplateScope;

/** Answers from what exists now; remembers which exports were asked for. */
public final class LiveLookups implements TemplateScope.Lookups {
    private final Tools tools;
    private final StackId stack;
    private final Set<String> imports = ConcurrentHashMap.newKeySet();

    /** The lookups of one stack. */
    public LiveLookups(Tools tools, StackId stack) {
        this.tools = tools;
        this.stack = stack;
    }

    /** The export names that were found. */
    Set<String> imports() {
        return Set.copyOf(imports);
    }

    @Override
    public Optional<JsonNode> reference(String logicalId) {
        return current(logicalId)
                .map(instance -> TextNode.valueOf(instance.state().ref()));
    }

    @Override
    public Optional<JsonNode> attribute(String logicalId, String attribute) {
        return current(logicalId)
                .flatMap(instance ->
                        Optional.ofNullable(instance.state().attributes().get(attribute)));
    }

    @Override
    public Optional<String> imported(String exportName) {
        Optional<String> value =
                tools.tables().exports().find(stack.region(), exportName).map(Exports.Export::value);
        if (value.isPresent()) {
            imports.add(exportName);
        }
        return value;
    }

    @Override
    public Optional<String> systemParameter(String name) {
        return tools.parameters().value(stack.region(), name);
    }

    private Optional<Instance> current(String logicalId) {
        return tools.tables().resources().find(stack, logicalId).map(StackResource::current);
    }
}
