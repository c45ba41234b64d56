package sst.runner.outputs;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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

    /**
     * Whether the file can be written, asked before a deploy that takes minutes.
     *
     * @throws sst.model.diagnostic.SstException when it cannot
     */
    public static void requireWritable(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString());
            }
            Files.delete(partial(file));
        } catch (IOException e) {
            throw Problems.unwritable(file, e);
        }
    }

    private static Path partial(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "outputs", ".partial");
    }

    /** @param redactor hides secrets, which have no place in a file that is passed around */
    public static void write(Path file, Map<String, Map<String, String>> outputs, UnaryOperator<String> redactor) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Path partial = partial(file);
            String text = redactor.apply(JSON.writer(printer).writeValueAsString(outputs)) + "\n";
            Files.writeString(partial, text, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.unwritable(file, e);
        }
    }
}
