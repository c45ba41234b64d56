package sst.local.cfn.template;

/** A template, parameter or expression that CloudFormation would refuse; the message is AWS's text. */
public final class TemplateError extends RuntimeException {
    /** An error with AWS's text. */
    public TemplateError(String text) {
        super(text);
    }

    /** AWS's text. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
