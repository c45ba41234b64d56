package sst.runner.cli.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
public final class GlobalOptions {
    @Option(names = "--stage", paramLabel = "S", scope = ScopeType.INHERIT, description = "the stage")
    @Nullable
    String stage;

    @Option(
            names = "--app",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the project's folder; the working directory if not given")
    @Nullable
    Path app;

    @Option(
            names = "--cloud",
            paramLabel = "local|aws",
            scope = ScopeType.INHERIT,
            description = "where the stage lives, instead of what the app says")
    @Nullable
    String cloud;

    @Option(names = "--region", paramLabel = "R", scope = ScopeType.INHERIT, description = "the AWS region")
    @Nullable
    String region;

    @Option(
            names = "--profile",
            paramLabel = "P",
            scope = ScopeType.INHERIT,
            description = "a profile of the AWS configuration")
    @Nullable
    String profile;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "a ready cloud assembly instead of the config")
    @Nullable
    Path from;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "results and events as JSON lines")
    boolean json;

    @Option(names = "--yes", scope = ScopeType.INHERIT, description = "answer every question with yes")
    boolean yes;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "stack traces")
    boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "no colours")
    boolean noColor;
}
