package sst.constructs.build.artifact;

import java.util.Optional;
import sst.constructs.build.request.BuildRequest;

/** One family of runtimes: knows its handlers when it sees them, and how their code is made. */
public interface Language {
    /**
     * How to make the function's code; empty when the handler is not of this language, or its file does not exist.
     *
     * @throws sst.model.diagnostic.UserError when the handler is of this language and wrong
     */
    Optional<Recipe> recipe(BuildRequest request);
}
