package sst.constructs.build.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What esbuild says about a bundle it made, its "metafile". See https://esbuild.github.io/api/#metafile. */
record Bundle(JsonNode metafile) {
    static final String METAFILE = ".sst-metafile.json";

    /** Takes the metafile away from the code beside which esbuild wrote it. */
    static Bundle take(Path file) {
        try {
            JsonNode metafile = new ObjectMapper().readTree(file.toFile());
            Files.delete(file);
            return new Bundle(metafile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    List<Path> inputs(Path project) {
        List<Path> files = new ArrayList<>();
        metafile.path("inputs").fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("(") && !name.startsWith("<")) {
                files.add(project.resolve(name).normalize());
            }
        });
        return files;
    }

    /** What the entry exports; nothing when it is CommonJS, whose exports are not known without running it. */
    List<String> exports() {
        List<String> exports = new ArrayList<>();
        for (JsonNode output : metafile.path("outputs")) {
            String entry = output.path("entryPoint").asText("");
            boolean isModule = metafile.path("inputs")
                    .path(entry)
                    .path("format")
                    .asText("")
                    .equals("esm");
            if (!entry.isEmpty() && isModule) {
                output.path("exports").forEach(name -> exports.add(name.asText()));
            }
        }
        return exports;
    }
}
