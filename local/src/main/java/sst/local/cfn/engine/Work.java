package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.change.ChangePlanner;
import sst.local.cfn.engine.tool.StackBound;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.template.Dependencies;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.template.Template;
import sst.local.cfn.value.Evaluator;
import sst.local.cfn.value.TemplateScope;
import sst.local.wire.CallContext;

/**
 * One operation on a stack: what it has to make.
 *
 * @param tools of the engine
 * @param stack as it was when this part of the operation began
 * @param template to be made
 * @param lookups what exists
 */
record Work(Tools tools, Stack stack, Template template, LiveLookups lookups) {
    static Work of(Tools tools, Stack stack) {
        Template template = tools.tables().templates().read(stack.input().template());
        return new Work(tools, stack, template, new LiveLookups(tools, stack.id()));
    }

    /** A fresh evaluator; each thread takes its own. */
    Evaluator evaluator() {
        TemplateScope.Place place = new TemplateScope.Place(
                stack.id().region(),
                stack.id().name(),
                stack.id().arn(),
                stack.input().notificationArns());
        return new Evaluator(new TemplateScope(place, template, stack.input().parameters(), lookups));
    }

    /** The resources that shall exist, each with those that it needs. */
    Map<String, Set<String>> graph() {
        return Dependencies.of(template, ChangePlanner.active(template, evaluator()));
    }

    ResourceDeclaration declaration(String logicalId) {
        ResourceDeclaration declaration = template.resources().get(logicalId);
        if (declaration == null) {
            throw new IllegalStateException("no resource " + logicalId);
        }
        return declaration;
    }

    /** The provider of a type, for use in a stack. */
    static ResourceProvider provider(Tools tools, Stack stack, String type) {
        ResourceProvider provider = tools.providers()
                .find(type)
                .orElseThrow(() -> new IllegalStateException("not supported locally: " + type));
        ResourceProvider bound = provider instanceof StackBound unbound ? unbound.within(stack, type) : provider;
        // A stack inside keeps what it is given, so it is given references.
        boolean keeps = type.equals("AWS::CloudFormation::Stack");
        return keeps
                ? bound
                : new Revealing(bound, tools.secureValues(stack.id().region()));
    }

    /** What a provider is asked. */
    static ResourceRequest request(Tools tools, Stack stack, Asked asked) {
        CallContext context = new CallContext(
                stack.id().region(),
                CallContext.ACCOUNT,
                tools.ids().get().toString(),
                tools.host().endpoint());
        return new ResourceRequest(
                stack.id().name(), asked.logicalId(), asked.properties(), asked.tags(), asked.name(), context);
    }

    /** The parts of a request that differ from resource to resource. */
    record Asked(String logicalId, ObjectNode properties, Map<String, String> tags, String name) {}
}
