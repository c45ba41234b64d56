package sst.local.cfn.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.change.ChangePlanner;
import sst.local.cfn.change.PlannedUpdate;
import sst.local.cfn.change.ResourceChange;
import sst.local.cfn.engine.LiveLookups;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.Template;
import sst.local.cfn.template.TemplateError;
import sst.local.cfn.value.Evaluator;
import sst.local.cfn.value.ParameterValue;
import sst.local.cfn.value.ParameterValues;
import sst.local.cfn.value.Rules;
import sst.local.cfn.value.TemplateScope;

/** Checks a request against everything that can be known before it is carried out. */
public final class Preparation {
    private final Tools tools;
    private final TemplateTexts texts;
    private final ChangePlanner planner;

    /** Requests against these stacks. */
    public Preparation(Tools tools, TemplateTexts texts) {
        this.tools = tools;
        this.texts = texts;
        this.planner = new ChangePlanner(tools.specification());
    }

    /**
     * Reads and checks a request.
     *
     * @param id the stack, which need not exist
     * @param request what is asked
     * @param existing the stack as it is; null, or under review, when it is to be made
     * @throws TemplateError with AWS's text
     * @throws sst.local.wire.AwsException for missing capabilities
     */
    public Prepared prepare(StackId id, StackRequest request, @Nullable Stack existing) {
        String text = text(request, existing);
        Template template = Template.of(text);
        StackInput input = input(id, request, existing, new Text(text, template));
        TemplateScope.Place place = new TemplateScope.Place(id.region(), id.name(), id.arn(), input.notificationArns());
        LiveLookups lookups = new LiveLookups(tools, id);
        Evaluator evaluator = new Evaluator(new TemplateScope(place, template, input.parameters(), lookups));
        Rules.check(template, evaluator);
        Capabilities.check(template, request.capabilities());
        Set<String> active = ChangePlanner.active(template, evaluator);
        tools.providers()
                .check(template.resources().values().stream()
                        .filter(resource -> active.contains(resource.logicalId()))
                        .toList());
        Map<String, StackResource> resources = tools.tables().resources().all(id);
        refuseTypeChanges(template, resources);
        PlannedUpdate update = new PlannedUpdate(
                resources, before(existing), existing == null ? null : existing.input(), template, input);
        List<ResourceChange> changes = planner.plan(update, place, lookups);
        return new Prepared(input, template, changes, changes.isEmpty() && isSame(update));
    }

    private record Text(String text, Template template) {}

    private String text(StackRequest request, @Nullable Stack existing) {
        if (!request.template().usePrevious()) {
            return texts.fetch(request.template());
        }
        if (existing == null) {
            throw new TemplateError("Either Template URL or Template Body must be specified.");
        }
        return tools.tables().templates().text(existing.input().template());
    }

    private StackInput input(StackId id, StackRequest request, @Nullable Stack existing, Text text) {
        Map<String, ParameterValue> previous =
                existing == null ? Map.of() : existing.input().parameters();
        Map<String, ParameterValue> parameters = new ParameterValues(
                        name -> tools.parameters().value(id.region(), name))
                .resolve(text.template(), request.parameters(), previous);
        Map<String, String> tags = request.tags();
        List<String> notified = request.notificationArns();
        return new StackInput(
                tools.tables().templates().keep(text.text()),
                parameters,
                tags != null
                        ? tags
                        : existing == null ? Map.of() : existing.input().tags(),
                notified != null
                        ? notified
                        : existing == null ? List.of() : existing.input().notificationArns(),
                request.capabilities(),
                request.roleArn());
    }

    private @Nullable Template before(@Nullable Stack existing) {
        return existing == null || tools.tables().resources().all(existing.id()).isEmpty()
                ? null
                : tools.tables().templates().read(existing.input().template());
    }

    private static void refuseTypeChanges(Template template, Map<String, StackResource> resources) {
        Set<String> changed = new TreeSet<>();
        template.resources().values().forEach(declaration -> {
            StackResource resource = resources.get(declaration.logicalId());
            if (resource != null
                    && resource.current() != null
                    && !resource.type().equals(declaration.type())) {
                changed.add(declaration.logicalId());
            }
        });
        if (!changed.isEmpty()) {
            throw new TemplateError("Update of resource type is not permitted. The new template modifies resource type"
                    + " of the following resources: " + changed);
        }
    }

    private static boolean isSame(PlannedUpdate update) {
        Template before = update.before();
        StackInput input = update.beforeInput();
        return before != null
                && input != null
                && before.outputs().equals(update.after().outputs())
                && input.tags().equals(update.afterInput().tags())
                && input.notificationArns().equals(update.afterInput().notificationArns());
    }
}
