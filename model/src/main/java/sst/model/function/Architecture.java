package sst.model.function;

/** The processor a function runs on. */
public enum Architecture {
    X86_64("x86_64"),
    ARM_64("arm_64");

    private final String text;

    Architecture(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
