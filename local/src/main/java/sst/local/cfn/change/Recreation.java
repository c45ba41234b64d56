package sst.local.cfn.change;

/** Whether a change of a property makes CloudFormation replace the resource. */
public enum Recreation {
    NEVER("Never"),
    CONDITIONALLY("Conditionally"),
    ALWAYS("Always");

    private final String text;

    Recreation(String text) {
        this.text = text;
    }

    /** AWS's word. */
    public String text() {
        return text;
    }
}
