package sst.constructs.build.jvm;

import sst.constructs.build.request.BuildRequest;

/** Lambda's Java runtimes. */
final class JvmRuntime {
    private static final String DEFAULT = "21";

    private JvmRuntime() {}

    static String of(BuildRequest.Target target) {
        return target.runtime().isEmpty() ? "java" + DEFAULT : target.runtime();
    }

    /** The class file level to compile for: the runtime's, or this JVM's when that is older. */
    static int release(BuildRequest.Target target) {
        String version = target.version("java", DEFAULT).replaceAll("\\D.*", "");
        return Math.min(Integer.parseInt(version), Runtime.version().feature());
    }
}
