package sst.local.cfn.stack;

/**
 * One output of a stack.
 *
 * @param name in the template
 * @param value as text
 * @param description empty when there is none
 * @param exportName empty when it is not exported
 */
public record StackOutput(String name, String value, String description, String exportName) {}
