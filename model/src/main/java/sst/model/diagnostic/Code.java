package sst.model.diagnostic;

/** Every error that can be traced to a user's line, each with the number that documents and users quote. */
public enum Code {
    SYNTAX("SST1001", "The file does not compile."),
    EVALUATION("SST1002", "The user's own code in the config threw an exception."),
    UNKNOWN_METHOD("SST1101", "No prop, construct or method of that name belongs to this block."),
    UNKNOWN_PROPERTY("SST1102", "No prop, construct or variable of that name is known here."),
    WRONG_TYPE("SST1103", "The value has a form that the prop does not take."),
    MISSING_PROP("SST1104", "A prop that has no default was not set."),
    INVALID_VALUE("SST1105", "The value has the right form but is not allowed."),
    CONFLICT("SST1106", "Two props, or two uses of one, exclude each other."),
    INVALID_NAME("SST1201", "A name breaks the rules for names."),
    DUPLICATE_ID("SST1202", "Two constructs of one class have the same id."),
    UNKNOWN_STACK("SST1203", "No stack of that name was written before this line."),
    UNKNOWN_CONSTRUCT("SST1204", "The stack has no construct of that id."),
    CIRCULAR_STACKS("SST1205", "Stacks refer to each other in a circle."),
    NO_APP("SST1206", "The config has no app block, or no stack."),
    MISSING_FILE("SST1301", "A file or folder that the config names does not exist."),
    BUILD_FAILED("SST1302", "A function's code could not be built."),
    UNSUPPORTED("SST1303", "This combination is not supported."),
    TOOL_MISSING("SST1304", "A program that the build needs is not on this machine."),
    CDK_FAILED("SST1401", "The CDK, or a cdk closure of the config, threw an exception."),
    CREDENTIALS("SST2001", "No usable AWS credentials."),
    WRONG_ACCOUNT("SST2002", "The credentials belong to another account than the config allows."),
    NOT_BOOTSTRAPPED("SST2003", "Account and region have no usable bootstrap stack."),
    STAGE_PROTECTED("SST2004", "The stage is protected."),
    STAGE_LOCKED("SST2005", "Another run holds the stage."),
    STACK_BLOCKED("SST2006", "A stack is in a state that needs a decision."),
    DEPLOY_FAILED("SST2007", "CloudFormation could not deploy a stack."),
    NOT_DEPLOYED("SST2008", "The stage, stack or function is not deployed."),
    ASSEMBLY("SST2009", "The cloud assembly is not usable."),
    CLOUD("SST2010", "The cloud answered with an error."),
    LOCAL_CLOUD("SST2101", "The local cloud could not be started or reached."),
    USAGE("SST3001", "The command line is wrong."),
    SCRIPT_SYNTAX("SST3101", "A script does not compile."),
    SCRIPT_FAILED("SST3102", "A script threw an exception."),
    SCRIPT_REFUSED("SST3103", "A script may not run on this stage, or may not write to it."),
    SCRIPT_TIMEOUT("SST3104", "A script took longer than it was given."),
    DEPENDENCY("SST3105", "A library that a script asks for cannot be had."),
    BROAD_PERMISSION("SST4101", "Advice: a function may do more than it is likely to need."),
    SHARED_BINDING("SST4102", "Advice: every function of the app may use a resource."),
    FULL_ACCESS("SST4103", "Advice: a binding grants everything on its resource."),
    NO_DEAD_LETTERS("SST4104", "Advice: what a consumer fails on is lost, or holds up what comes after it."),
    TIMEOUT("SST4105", "Advice: a function's timeout does not fit what calls it."),
    UNPROTECTED_DATA("SST4106", "Advice: a production stage can be removed with its data."),
    MANY_RESOURCES("SST4107", "Advice: a stack comes near the number of resources that CloudFormation takes."),
    UNUSED("SST4108", "Advice: nothing uses what is there.");

    private final String number;
    private final String meaning;

    Code(String number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The stable number, such as {@code SST1103}. */
    public String number() {
        return number;
    }

    /** What the code means, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
