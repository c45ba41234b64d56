package sst.repl.complete;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.repl.command.Command;
import sst.repl.command.Commands;
import sst.repl.session.LiveApp;
import sst.repl.view.ConstructView;
import sst.repl.view.StackView;

/** The words that commands take. */
final class Words {
    private final Commands commands;
    private final Completions.Sources sources;

    Words(Commands commands, Completions.Sources sources) {
        this.commands = commands;
        this.sources = sources;
    }

    List<Proposal> of(Command command, String word) {
        return switch (command.takes()) {
            case NOTHING -> List.of();
            case FILES -> files(word);
            case JOBS ->
                sources.running().jobs().get().stream()
                        .map(each -> Proposal.of(String.valueOf(each), "jobs", ""))
                        .toList();
            case DEPENDENCIES -> new LocalRepository(repository()).of(word);
            case COMMANDS ->
                commands.all().stream()
                        .map(each -> Proposal.of(each.name(), "commands", each.doc()))
                        .toList();
            case STACKS -> stacks();
            case THINGS -> things();
            case PLANS -> plans();
            case CHECKPOINTS ->
                app().checkpoints().stream()
                        .map(each -> Proposal.of(each, "checkpoints", ""))
                        .toList();
            case FUNCTIONS -> functions();
            case STAGES -> stages();
        };
    }

    private Path repository() {
        return app().setting().surroundings().home().resolve(".m2").resolve("repository");
    }

    /** Stages of which something was built here; to ask the cloud for others would keep the user waiting. */
    private List<Proposal> stages() {
        Path built = app().setting().project().assembly(app().setting().stage()).getParent();
        return built == null ? List.of() : below(built, "", "stages", Files::isDirectory);
    }

    private List<Proposal> files(String word) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        return below(app().setting().project().root().resolve(folder), folder, "files", file -> true);
    }

    private static List<Proposal> below(Path folder, String before, String group, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(wanted)
                    .map(each ->
                            before + each.getFileName() + (group.equals("files") && Files.isDirectory(each) ? "/" : ""))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(name -> Proposal.of(name, group, ""))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private LiveApp app() {
        return sources.app().get();
    }

    private List<Proposal> stacks() {
        return app().model().stacks().stream()
                .map(each ->
                        Proposal.of(each.name(), "stacks", each.constructs().size() + " constructs"))
                .toList();
    }

    private List<Proposal> things() {
        List<Proposal> things = new ArrayList<>(stacks());
        for (StackModel stack : app().model().stacks()) {
            for (ConstructModel each : stack.constructs()) {
                things.add(Proposal.of(each.id().id(), "constructs", each.id().type() + " " + each.at()));
            }
        }
        return things;
    }

    private List<Proposal> plans() {
        List<Proposal> plans = new ArrayList<>();
        sources.running().plans().get().forEach(each -> plans.add(Proposal.of(each, "plans", "")));
        plans.addAll(stacks());
        return plans;
    }

    private List<Proposal> functions() {
        List<Proposal> functions = new ArrayList<>();
        for (String name : sources.names().getVariables().keySet()) {
            Object thing = sources.names().getVariable(name);
            if (thing instanceof StackView stack) {
                stack.functions()
                        .forEach(each ->
                                functions.add(Proposal.of(name + "." + each.shortName(), "functions", each.key())));
            } else if (thing instanceof ConstructView construct
                    && construct.type().equals("Function")) {
                functions.add(Proposal.of(name, "functions", ""));
            }
        }
        return functions;
    }
}
