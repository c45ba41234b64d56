package sst.constructs.build;

import java.nio.file.Path;

/**
 * A function's code, ready for Lambda.
 *
 * @param zip the package
 * @param hash of the packed files; the same for the same code on every machine
 * @param handler as Lambda's {@code Handler} wants it
 * @param runtime Lambda's name of the runtime
 * @param inputHash of everything the code was built from
 */
public record BuiltFunction(Path zip, String hash, String handler, String runtime, String inputHash)
        implements BuiltCode {}
