package sst.local.cfn.api.call;

import sst.local.cfn.changeset.ChangeSets;
import sst.local.cfn.engine.Launch;
import sst.local.cfn.engine.Outputs;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.request.Preparation;
import sst.local.cfn.request.TemplateTexts;
import sst.local.cfn.stack.Stack;

/**
 * What the operations work with.
 *
 * @param tools of the engine
 * @param launch begins operations
 * @param preparation checks requests
 * @param texts fetches templates
 * @param changeSets that wait
 * @param pages how long answers are cut
 */
public record Desk(
        Tools tools, Launch launch, Preparation preparation, TemplateTexts texts, ChangeSets changeSets, int pages) {
    /** The outputs and exports of stacks. */
    public Outputs outputs() {
        return new Outputs(tools);
    }

    /** A stack that must exist, deleted or not, or AWS's error. */
    public Stack stack(String region, String nameOrArn) {
        return tools.tables()
                .stacks()
                .find(region, nameOrArn)
                .orElseThrow(() -> Problems.invalid("Stack with id " + nameOrArn + " does not exist"));
    }

    /** A stack that must exist, in the wording of operations that change it. */
    public Stack living(String region, String nameOrArn) {
        return tools.tables()
                .stacks()
                .find(region, nameOrArn)
                .filter(stack -> !stack.isDeleted())
                .orElseThrow(() -> Problems.invalid("Stack [" + nameOrArn + "] does not exist"));
    }

    /** The description that a stack's template gives. */
    public String description(Stack stack) {
        return tools.tables().templates().read(stack.input().template()).description();
    }
}
