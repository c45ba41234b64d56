package sst.local.cfn.request;

import java.util.List;
import sst.local.cfn.change.ResourceChange;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.template.Template;

/**
 * A request that may be carried out.
 *
 * @param input what the stack shall be made from
 * @param template read from it
 * @param changes what would be done to resources
 * @param isEmpty whether nothing at all would change
 */
public record Prepared(StackInput input, Template template, List<ResourceChange> changes, boolean isEmpty) {}
