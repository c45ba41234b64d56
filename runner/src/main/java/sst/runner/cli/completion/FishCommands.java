package sst.runner.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declared commands as fish wants them: a {@code complete} for each. */
final class FishCommands {
    private FishCommands() {}

    static String of(CommandTree tree) {
        List<String> lines = new ArrayList<>();
        lines.add("function __sst_takes_value\n    contains -- $argv[1] "
                + takingValues(tree).collect(Collectors.joining(" ")) + "\nend\n");
        tree.options().forEach(option -> lines.add(option("", option)));
        for (CommandTree.Command command : tree.commands()) {
            String names = String.join(" ", names(command));
            lines.add("complete -c sst -n __sst_no_command -a " + command.name() + " -d "
                    + ShellScript.quoted(command.description()));
            String condition = " -n " + ShellScript.quoted("__sst_command_is " + names);
            command.options().forEach(option -> lines.add(option(condition, option)));
            words(command, names).forEach(lines::add);
        }
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> takingValues(CommandTree tree) {
        Stream<CommandTree.Option> all = Stream.concat(
                tree.options().stream(), tree.commands().stream().flatMap(each -> each.options().stream()));
        return all.filter(option -> !option.kind().isEmpty())
                .flatMap(option -> option.names().stream())
                .distinct();
    }

    private static List<String> names(CommandTree.Command command) {
        List<String> names = new ArrayList<>(List.of(command.name()));
        names.addAll(command.aliases());
        return names;
    }

    private static String option(String condition, CommandTree.Option option) {
        StringBuilder line = new StringBuilder("complete -c sst").append(condition);
        option.names().forEach(name -> line.append(name.startsWith("--") ? " -l " : " -s ")
                .append(name.replaceFirst("^-+", "")));
        if (!option.kind().isEmpty()) {
            line.append(" -x -a ").append(ShellScript.quoted("(__sst_names " + option.kind() + ")"));
        }
        return line.append(" -d ")
                .append(ShellScript.quoted(option.description()))
                .toString();
    }

    private static List<String> words(CommandTree.Command command, String names) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < command.words().size(); i++) {
            boolean last = i == command.words().size() - 1;
            String condition = "__sst_word_is " + i + (last ? " more " : " only ") + names;
            lines.add("complete -c sst -n " + ShellScript.quoted(condition) + " -a "
                    + ShellScript.quoted("(__sst_names " + command.words().get(i) + ")"));
        }
        return lines;
    }
}
