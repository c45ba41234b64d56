package sst.local.cfn.request;

/**
 * Where a template is.
 *
 * @param body the text itself; empty when it is elsewhere
 * @param url of an object in S3; empty when it is elsewhere
 * @param usePrevious whether the stack's present template stays
 */
public record TemplateSource(String body, String url, boolean usePrevious) {
    /** Whether the caller says where a template is. */
    public boolean isGiven() {
        return !body.isEmpty() || !url.isEmpty() || usePrevious;
    }
}
