package sst.constructs.build;

import java.nio.file.Files;
import java.nio.file.Path;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.build.ContainerProps;

/**
 * The folder of a container's Dockerfile. Docker itself builds the image when the app is deployed; here is only seen
 * that it can begin.
 *
 * @param function what the user calls the function or job
 * @param at the line that names it
 * @param folder the build's context
 * @param props how it is built
 */
public record ImageFolder(String function, SourceRef at, Path folder, ContainerProps props) {
    /**
     * Looks whether folder and Dockerfile are there.
     *
     * @throws sst.model.diagnostic.UserError when one is not
     */
    public void check() {
        if (!Files.isDirectory(folder)) {
            throw Errors.of(Code.MISSING_FILE, "no folder for the container of '" + function + "'")
                    .detail("looked for " + folder)
                    .hint("name the folder of the Dockerfile as handler")
                    .at(at)
                    .asError();
        }
        String name = props.file() == null ? "Dockerfile" : props.file();
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw Errors.of(Code.MISSING_FILE, "no such file: '" + name + "' of container '" + function + "'")
                    .detail("looked for " + folder.resolve(name))
                    .hint("write container { file '…' } when it has another name")
                    .at(at)
                    .asError();
        }
    }

    /** The hash of everything the image is made from. */
    public String hash() {
        ContentHash hash = new ContentHash().add(props.toString());
        for (Path file : Inputs.filesUnder(folder).stream().sorted().toList()) {
            hash.add(folder.relativize(file).toString()).add(ContentHash.of(file));
        }
        return hash.hex();
    }
}
