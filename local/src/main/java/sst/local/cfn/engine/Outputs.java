package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Exports;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackOutput;
import sst.local.cfn.template.OutputDeclaration;
import sst.local.cfn.template.TemplateError;
import sst.local.cfn.value.Evaluator;

/**
 * Works out outputs and keeps exports unique and in use.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">AWS</a>
 */
public final class Outputs {
    private final Tools tools;

    /** Outputs in these tables. */
    public Outputs(Tools tools) {
        this.tools = tools;
    }

    /** Keeps the outputs of a stack whose resources are all there. */
    void settle(Work work, Set<String> active) {
        StackId id = work.stack().id();
        List<StackOutput> outputs = evaluate(work);
        checkExports(id, outputs);
        List<StackOutput> before = tools.tables().stacks().get(id).outputs();
        checkUse(id, before, outputs);
        // Step evaluators share the lookups, but steps that were finished before a kill ran in another process.
        active.forEach(logicalId -> collectImports(work, logicalId));
        tools.tables().exports().replace(id, outputs);
        tools.tables()
                .stacks()
                .update(id, now -> now.withResults(outputs, work.lookups().imports()));
    }

    /** Refuses the end of exports that other stacks use. */
    public void checkDeletion(Stack stack) {
        checkUse(stack.id(), stack.outputs(), List.of());
    }

    /** The names of the stacks that use an export. */
    public Set<String> users(String region, String exportName) {
        return tools.tables().stacks().all(region).stream()
                .filter(stack -> !stack.isDeleted() && stack.imports().contains(exportName))
                .map(stack -> stack.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collectImports(Work work, String logicalId) {
        JsonNode properties = work.declaration(logicalId).properties();
        if (properties.toString().contains("ImportValue")) {
            work.evaluator().evaluate(properties);
        }
    }

    private List<StackOutput> evaluate(Work work) {
        Evaluator evaluator = work.evaluator();
        LocalAddresses addresses = new LocalAddresses(tools);
        List<StackOutput> outputs = new ArrayList<>();
        for (OutputDeclaration output : work.template().outputs().values()) {
            if (!output.condition().isEmpty() && !evaluator.holds(output.condition())) {
                continue;
            }
            JsonNode value = addresses.rewrite(evaluator.evaluate(output.value()));
            if (!value.isValueNode() || value.isNull()) {
                throw new TemplateError(
                        "Template format error: The Value field of every Outputs member must evaluate to a String.");
            }
            String export =
                    output.exportName().isMissingNode() ? "" : evaluator.text(output.exportName(), "Export Name");
            outputs.add(new StackOutput(output.name(), value.asText(), output.description(), export));
        }
        return outputs;
    }

    private void checkExports(StackId id, List<StackOutput> outputs) {
        Set<String> own = new TreeSet<>();
        for (StackOutput output : outputs) {
            String name = output.exportName();
            if (name.isEmpty()) {
                continue;
            }
            if (!own.add(name)) {
                throw new TemplateError(
                        "Duplicate export name " + name + " found in the Outputs block of the template");
            }
            tools.tables()
                    .exports()
                    .find(id.region(), name)
                    .filter(other -> !other.stackArn().equals(id.arn()))
                    .ifPresent(other -> refuseTaken(other));
        }
    }

    private static void refuseTaken(Exports.Export other) {
        String owner = other.stackArn().split("/", -1)[1];
        throw new TemplateError("Export with name " + other.name() + " is already exported by stack " + owner
                + ". Rename the export and try again.");
    }

    private void checkUse(StackId id, List<StackOutput> before, List<StackOutput> after) {
        Map<String, String> values = new HashMap<>();
        after.forEach(output -> values.put(output.exportName(), output.value()));
        for (StackOutput output : before) {
            String name = output.exportName();
            if (name.isEmpty() || output.value().equals(values.get(name))) {
                continue;
            }
            Set<String> users = users(id.region(), name);
            users.remove(id.name());
            if (!users.isEmpty()) {
                String by = " as it is in use by " + String.join(" and ", users);
                throw new TemplateError(
                        values.containsKey(name)
                                ? "Cannot update export " + name + by
                                : "Export " + name + " cannot be deleted" + by);
            }
        }
    }
}
