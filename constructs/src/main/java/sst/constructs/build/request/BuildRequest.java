package sst.constructs.build.request;

import sst.model.diagnostic.SourceRef;

/**
 * One function to build.
 *
 * @param function its address in the app, such as {@code Api/Lambda_GET_notes}; unique, and what the user is told
 * @param at where the config names it
 * @param handler {@code path/to/file.function}, {@code package.Class} or {@code package.Class::method}
 * @param target what it will run on
 * @param path the folder of its Maven or Gradle project, relative to the app; empty when there is none
 * @param options settings of the languages
 * @param packing what is done around the build
 */
public record BuildRequest(
        String function,
        SourceRef at,
        String handler,
        Target target,
        String path,
        BuildOptions options,
        Packing packing) {

    /**
     * What a function runs on.
     *
     * @param runtime Lambda's name, such as {@code nodejs22.x}; empty to take it from the handler's file
     * @param architecture {@code x86_64} or {@code arm64}
     */
    public record Target(String runtime, String architecture) {
        /** Whether this can be the runtime: it is it, or none is asked for. */
        public boolean allows(String prefix) {
            return runtime.isEmpty() || runtime.startsWith(prefix);
        }

        /** The version in the runtime's name, such as {@code 22} or {@code 3.12}; the fallback when none is asked for. */
        public String version(String prefix, String fallback) {
            String version = runtime.isEmpty() ? fallback : runtime.substring(prefix.length());
            return version.endsWith(".x") ? version.substring(0, version.length() - 2) : version;
        }
    }
}
