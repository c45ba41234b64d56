package sst.constructs.build.artifact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sst.constructs.host.ContentHash;

/**
 * The contents of inputs at one moment.
 *
 * @param files how each looked
 * @param hash of all names and contents
 */
record InputState(List<Look.Seen> files, String hash) {
    static InputState of(Inputs inputs, Look look) {
        List<Look.Seen> files = new ArrayList<>();
        ContentHash all = new ContentHash();
        for (Path file : inputs.allFiles()) {
            Look.Seen seen = look.at(file);
            files.add(seen);
            all.add(seen.name()).add(seen.hash());
        }
        for (Path folder : inputs.folders()) {
            all.add(look.name(folder)).addAll(Inputs.names(folder));
        }
        return new InputState(files, all.hex());
    }

    /** Whether a file was written after the moment, so that it is not known which of its contents was used. */
    boolean hasChangedSince(long millis) {
        return files.stream().anyMatch(file -> file.modified() > millis);
    }
}
