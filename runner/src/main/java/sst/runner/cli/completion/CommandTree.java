package sst.runner.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What there is to complete.
 *
 * @param commands by their first name
 */
record CommandTree(List<Option> options, List<Command> commands) {

    /** An option; kind is empty when it takes no value. */
    record Option(List<String> names, String kind, String description) {}

    /**
     * A command.
     *
     * @param options its own, without those of every command
     * @param words kinds of its arguments in order, the last for all that follow
     */
    record Command(String name, List<String> aliases, String description, List<Option> options, List<String> words) {}

    /** What a value is called where it is declared, and what completes it. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("S", "stage"),
            Map.entry("STACK", "stack"),
            Map.entry("FN", "function"),
            Map.entry("SCRIPT", "script"),
            Map.entry("DIR", "folder"),
            Map.entry("F", "file"),
            Map.entry("FILE", "file"),
            Map.entry("EVENT", "file"),
            Map.entry("ARGS", "file"),
            Map.entry("CMD", "program"),
            Map.entry("P", "profile"));

    static CommandTree of(CommandSpec root) {
        List<Option> shared = options(root, List.of());
        List<String> known =
                root.options().stream().map(OptionSpec::longestName).toList();
        Map<String, Command> commands = new LinkedHashMap<>();
        for (CommandLine line : root.subcommands().values()) {
            CommandSpec spec = line.getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                commands.putIfAbsent(spec.name(), command(spec, known));
            }
        }
        return new CommandTree(shared, List.copyOf(commands.values()));
    }

    private static Command command(CommandSpec spec, List<String> shared) {
        List<String> words = new ArrayList<>();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            words.add(kind(parameter.paramLabel()));
        }
        return new Command(
                spec.name(),
                List.of(spec.aliases()),
                text(spec.usageMessage().description()),
                options(spec, shared),
                words);
    }

    private static List<Option> options(CommandSpec spec, List<String> without) {
        return spec.options().stream()
                .filter(option -> !option.hidden() && !without.contains(option.longestName()))
                .map(option -> new Option(
                        List.of(option.names()),
                        option.arity().max() == 0 ? "" : kind(option.paramLabel()),
                        text(option.description())))
                .toList();
    }

    /** The choices where they are written out, else the kind of name; {@code any} where nothing can be offered. */
    private static String kind(String label) {
        return label.contains("|") ? label.replace('|', ' ') : KINDS.getOrDefault(label, "any");
    }

    private static String text(String[] description) {
        return String.join(" ", description).replaceAll("\\s+", " ").strip();
    }
}
