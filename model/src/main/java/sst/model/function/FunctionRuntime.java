package sst.model.function;

/** The runtimes of SST v2, by Lambda's names, and the two that are built in other ways. */
public enum FunctionRuntime {
    CONTAINER("container"),
    RUST("rust"),
    NODEJS16("nodejs16.x"),
    NODEJS18("nodejs18.x"),
    NODEJS20("nodejs20.x"),
    NODEJS22("nodejs22.x"),
    PYTHON37("python3.7"),
    PYTHON38("python3.8"),
    PYTHON39("python3.9"),
    PYTHON310("python3.10"),
    PYTHON311("python3.11"),
    PYTHON312("python3.12"),
    PYTHON313("python3.13"),
    DOTNETCORE31("dotnetcore3.1"),
    DOTNET6("dotnet6"),
    DOTNET8("dotnet8"),
    JAVA8("java8"),
    JAVA11("java11"),
    JAVA17("java17"),
    JAVA21("java21"),
    GO("go"),
    GO1("go1.x");

    private final String text;

    FunctionRuntime(String text) {
        this.text = text;
    }

    /** The language family: {@code nodejs}, {@code python}, {@code java}, {@code dotnet}, {@code go} … */
    public String family() {
        return text.replaceAll("(core)?[0-9.x]+$", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
