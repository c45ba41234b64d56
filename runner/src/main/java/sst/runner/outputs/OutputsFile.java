package sst.runner.outputs;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.UnaryOperator;
import sst.runner.failure.Problems;

/** Writes outputs as {@code {stackName: {key: value}}}, which is SST v2's form, whole or not at all. */
public final class OutputsFile {
    private static final JsonMapper JSON = new JsonMapper();

    private OutputsFile() {}

    /** @param redactor hides secrets, which have no place in a file that is passed around */
    public static void write(Path file, Map<String, Map<String, String>> outputs, UnaryOperator<String> redactor) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "outputs", ".partial");
            String text = redactor.apply(JSON.writer(printer).writeValueAsString(outputs)) + "\n";
            Files.writeString(partial, text, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.unwritable(file, e);
        }
    }
}
