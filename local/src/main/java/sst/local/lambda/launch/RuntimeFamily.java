package sst.local.lambda.launch;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of runtime that the local cloud can run, by the prefix of AWS's identifier. */
public enum RuntimeFamily {
    /** JavaScript on the machine's Node. */
    NODE("nodejs"),
    /** Python on the machine's Python 3. */
    PYTHON("python3"),
    /** Java on the machine's newest JDK. */
    JAVA("java"),
    /** The code's own {@code bootstrap} executable. */
    PROVIDED("provided");

    private final String prefix;

    RuntimeFamily(String prefix) {
        this.prefix = prefix;
    }

    /** The family of an identifier such as {@code nodejs20.x}; empty when the local cloud cannot run it. */
    public static Optional<RuntimeFamily> of(String runtime) {
        return Arrays.stream(values())
                .filter(family -> runtime.startsWith(family.prefix))
                .findFirst();
    }
}
