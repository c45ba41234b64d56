package sst.local.cfn.value;

/**
 * A parameter as a caller gives it.
 *
 * @param value the new value
 * @param usePrevious whether the stack's present value stays
 */
public record GivenParameter(String value, boolean usePrevious) {}
