package sst.local.cfn.change;

/**
 * One property that differs.
 *
 * @param name of the property
 * @param recreation whether its change replaces the resource
 */
public record PropertyChange(String name, Recreation recreation) {}
