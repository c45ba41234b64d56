package sst.constructs.build.request;

import java.util.List;
import sst.model.function.build.BuildHook;

/**
 * What is done around the build proper, whatever the language.
 *
 * @param copyFiles further files to pack
 * @param before runs first
 * @param after runs on the folder that is packed
 * @param stamp stands for the text of closures among them
 */
public record Packing(List<CopyFile> copyFiles, List<BuildHook> before, List<BuildHook> after, String stamp) {
    public Packing {
        copyFiles = List.copyOf(copyFiles);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Files alone. */
    public static Packing of(List<CopyFile> copyFiles) {
        return new Packing(copyFiles, List.of(), List.of(), "");
    }

    /**
     * A file or folder to pack beside the code.
     *
     * @param from relative to the app
     * @param to relative to the package's root
     */
    public record CopyFile(String from, String to) {}
}
