package sst.constructs.build;

/** What a function runs: a package for one of Lambda's runtimes, or an image. */
public sealed interface BuiltCode permits BuiltFunction, BuiltImage {
    /** The same for the same code. */
    String hash();
}
