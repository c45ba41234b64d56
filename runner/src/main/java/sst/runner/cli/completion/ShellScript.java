package sst.runner.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** A shell for which completion can be made. */
public enum ShellScript {
    BASH,
    ZSH,
    FISH;

    /** The shell of that name. */
    public static Optional<ShellScript> of(String name) {
        return Stream.of(values())
                .filter(shell -> shell.fileName().equals(name))
                .findFirst();
    }

    /** The script that completes the commands below a root. */
    public String text(CommandSpec root) {
        CommandTree tree = CommandTree.of(root);
        return this == FISH
                ? resource("fish").replace("# {commands}\n", FishCommands.of(tree))
                : resource(fileName())
                        .replace("# {names}\n", resource("names.sh"))
                        .replace("# {commands}\n", tables(tree));
    }

    private String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The declared commands as functions for bash and zsh, which print a table of names, kinds and descriptions. */
    private static String tables(CommandTree tree) {
        List<String> lines = new ArrayList<>();
        lines.add("_sst_commands() {");
        lines.add(printf(tree.commands().stream().map(each -> each.name() + "\t" + each.description())));
        lines.add("}\n\n_sst_options() {");
        lines.add(printf(rows(tree.options())));
        lines.add("  case $1 in");
        tree.commands().stream().filter(each -> !each.options().isEmpty()).forEach(each -> {
            lines.add("    " + pattern(each) + ")");
            lines.add(printf(rows(each.options())) + " ;;");
        });
        lines.add("  esac\n}\n\n_sst_words() {\n  case $1 in");
        tree.commands().stream().filter(each -> !each.words().isEmpty()).forEach(each -> {
            lines.add("    " + pattern(each) + ")");
            lines.add(printf(each.words().stream()) + " ;;");
        });
        lines.add("  esac\n}\n");
        return String.join("\n", lines);
    }

    private static Stream<String> rows(List<CommandTree.Option> options) {
        return options.stream().flatMap(option -> option.names().stream()
                .map(name -> name + "\t" + option.kind() + "\t" + option.description()));
    }

    private static String pattern(CommandTree.Command command) {
        return Stream.concat(Stream.of(command.name()), command.aliases().stream())
                .collect(Collectors.joining("|"));
    }

    private static String printf(Stream<String> lines) {
        return lines.map(line -> " \\\n    " + quoted(line)).collect(Collectors.joining("", "  printf '%s\\n'", ""));
    }

    /** One word of any shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String resource(String name) {
        try (InputStream stream = ShellScript.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
