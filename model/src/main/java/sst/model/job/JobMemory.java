package sst.model.job;

/**
 * The sizes of machine that CodeBuild has.
 *
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-compute-types.html">AWS</a>
 */
public enum JobMemory {
    SMALL("3 GB", "BUILD_GENERAL1_SMALL", true),
    MEDIUM("7 GB", "BUILD_GENERAL1_MEDIUM", false),
    LARGE("15 GB", "BUILD_GENERAL1_LARGE", true),
    X2_LARGE("145 GB", "BUILD_GENERAL1_2XLARGE", false);

    private final String text;
    private final String computeType;
    private final boolean isThereForArm;

    JobMemory(String text, String computeType, boolean isThereForArm) {
        this.text = text;
        this.computeType = computeType;
        this.isThereForArm = isThereForArm;
    }

    /** CodeBuild's name of the machine. */
    public String computeType() {
        return computeType;
    }

    /** Whether there is such a machine with an ARM processor. */
    public boolean isThereForArm() {
        return isThereForArm;
    }

    @Override
    public String toString() {
        return text;
    }
}
