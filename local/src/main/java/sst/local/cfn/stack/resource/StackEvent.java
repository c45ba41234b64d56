package sst.local.cfn.stack.resource;

/**
 * One event of a stack or of one of its resources.
 *
 * @param id unique
 * @param subject what it is about
 * @param status of a stack or resource
 * @param reason empty when there is nothing to say
 * @param at milliseconds since the epoch
 * @param token the caller's token of the operation; empty when it gave none
 */
public record StackEvent(String id, Subject subject, String status, String reason, long at, String token) {
    /**
     * What an event is about.
     *
     * @param logicalId in the template; the stack's name for the stack itself
     * @param physicalId empty when nothing exists yet
     * @param type of the resource
     * @param properties as JSON text; empty for the stack itself
     */
    public record Subject(String logicalId, String physicalId, String type, String properties) {}
}
