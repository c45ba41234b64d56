package sst.constructs.build.request;

import java.util.List;
import java.util.Map;

/**
 * SST v2's {@code nodejs} settings.
 *
 * @param format {@code esm} or {@code cjs}
 * @param isMinified whether names and spaces are shortened
 * @param hasSourceMap whether a source map is packed beside the code
 * @param isSplit whether code that is imported on demand goes to files of its own
 * @param banner text at the top of the bundle; may be empty
 * @param install packages that are not bundled but installed into the package
 * @param loader esbuild's loader by file extension, such as {@code .png} to {@code file}
 * @param arguments further settings of esbuild as its command line takes them, such as {@code --external:sharp}
 */
public record NodeOptions(
        String format,
        boolean isMinified,
        boolean hasSourceMap,
        boolean isSplit,
        String banner,
        List<String> install,
        Map<String, String> loader,
        List<String> arguments) {

    public NodeOptions {
        install = List.copyOf(install);
        loader = Map.copyOf(loader);
        arguments = List.copyOf(arguments);
    }

    /** SST v2's defaults. */
    public static NodeOptions defaults() {
        return new NodeOptions("esm", false, false, false, "", List.of(), Map.of(), List.of());
    }

    public boolean isModule() {
        return format.equals("esm");
    }
}
