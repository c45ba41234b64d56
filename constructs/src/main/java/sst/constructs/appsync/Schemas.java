package sst.constructs.appsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import software.amazon.awscdk.services.appsync.SchemaFile;
import sst.constructs.construct.ProjectFiles;

/** The schema of a GraphQL API from its files. */
final class Schemas {
    private Schemas() {}

    /** Makes something with the schema as the CDK takes it: a file, which has to be there until then. */
    static <T> T with(ProjectFiles files, List<String> paths, Function<SchemaFile, T> make) {
        try {
            Path file = Files.createTempFile("schema", ".graphql");
            try {
                Files.writeString(file, text(files, paths));
                return make.apply(SchemaFile.fromAsset(file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a schema", e);
        }
    }

    private static String text(ProjectFiles files, List<String> paths) {
        if (paths.size() == 1) {
            return files.text(paths.get(0));
        }
        SchemaMerge merge = new SchemaMerge();
        paths.forEach(path -> merge.add(path, files.text(path)));
        return merge.text();
    }
}
