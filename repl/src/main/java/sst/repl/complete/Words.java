package sst.repl.complete;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            case NOTHING, FILES -> List.of();
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
            case STAGES -> List.of();
        };
    }

    private Path repository() {
        return app().setting().surroundings().home().resolve(".m2").resolve("repository");
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
