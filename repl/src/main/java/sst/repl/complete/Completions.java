package sst.repl.complete;

import groovy.lang.GroovyObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.model.app.Constructs;
import sst.model.diagnostic.UserError;
import sst.model.ref.View;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;
import sst.repl.command.Command;
import sst.repl.command.Commands;
import sst.repl.lang.LiveNames;
import sst.repl.session.LiveApp;
import sst.repl.view.ConstructView;
import sst.repl.view.Deeds;
import sst.repl.view.PropsView;

/** Everything that could be typed next, from the commands, the DSL and the live app. */
public final class Completions {
    private final Commands commands;
    private final LiveNames names;
    private final Members members;
    private final Words words;
    private final Supplier<Optional<CodeProposals>> code;

    /** Where live things come from. */
    public record Sources(Supplier<LiveApp> app, LiveNames names, Deeds deeds, Running running) {}

    /** Ids of what a session holds beside the app. */
    public record Running(Supplier<List<String>> plans, Supplier<List<Integer>> jobs) {}

    public Completions(Commands commands, Sources sources) {
        this(commands, sources, Optional::empty);
    }

    /** @param code what completes code, while lines are in another language than Groovy */
    public Completions(Commands commands, Sources sources, Supplier<Optional<CodeProposals>> code) {
        this.code = code;
        this.commands = commands;
        this.names = sources.names();
        this.members = new Members(sources.deeds());
        this.words = new Words(commands, sources);
    }

    /** The proposals for a line up to the cursor, those that begin as the word at the cursor does. */
    public List<Proposal> at(String before) {
        if (before.startsWith("/")) {
            return command(before.substring(1));
        }
        Optional<CodeProposals> other = this.code.get();
        if (other.isPresent() && !before.startsWith("?")) {
            return other.get().proposals(before);
        }
        String code = before.startsWith("?") ? before.replaceFirst("^\\?+\\s*", "") : before;
        Cursor cursor = Cursor.in(code);
        Stream<Proposal> all = cursor.prop().isEmpty() ? code(cursor) : choices(cursor);
        return all.filter(each -> begins(each.text(), cursor.word()))
                .sorted(Comparator.comparing(Proposal::group).thenComparing(Proposal::text))
                .toList();
    }

    private static boolean begins(String text, String word) {
        return text.regionMatches(true, 0, word, 0, word.length());
    }

    private List<Proposal> command(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 0) {
            return commands.all().stream()
                    .filter(each -> begins(each.name(), text))
                    .map(each -> new Proposal("/" + each.name(), "commands", each.doc(), " "))
                    .toList();
        }
        Optional<Command> command = commands.all().stream()
                .filter(each -> text.startsWith(each.name() + " "))
                .findFirst();
        String word = text.substring(space + 1);
        return command.map(each -> words.of(each, word).stream()
                        .filter(proposal -> begins(proposal.text(), word))
                        .toList())
                .orElse(List.of());
    }

    private Stream<Proposal> code(Cursor cursor) {
        if (!cursor.path().isEmpty()) {
            return members.of(walk(cursor.path())).stream();
        }
        Optional<BlockSchema<?>> block = Schemas.of(cursor.blocks());
        if (block.isPresent()) {
            return Stream.concat(block.get().props().stream().map(Schemas::proposal), live());
        }
        boolean isStack = !cursor.blocks().isEmpty()
                && cursor.blocks().get(cursor.blocks().size() - 1).equals("stack");
        return isStack ? Stream.concat(constructs(), live()) : Stream.concat(top(), live());
    }

    private static Stream<Proposal> constructs() {
        return Constructs.all().stream()
                .map(kind -> new Proposal(kind.method(), "new", kind.schema().doc(), "('"));
    }

    private static Stream<Proposal> top() {
        return Stream.of(
                new Proposal("stack", "new", "a stack, or more of one", "('"),
                Proposal.of("stage", "app", "the stage's name"),
                Proposal.of("env", "app", "environment variables and those of .env files"));
    }

    private Stream<Proposal> live() {
        List<Proposal> live = new ArrayList<>();
        names.getVariables().forEach((name, value) -> {
            boolean isOwn = names.own().containsKey(name);
            String type = value == null ? "null" : value.getClass().getSimpleName();
            live.add(Proposal.of(name, isOwn ? "variables" : "app", type.replace("StackBlock", "stack")));
        });
        return live.stream();
    }

    /** The thing that a path leads to; only the model is read, nothing of the user's is called. */
    private @Nullable Object walk(List<String> path) {
        if (!names.hasVariable(path.get(0))) {
            return null;
        }
        Object found = names.getVariable(path.get(0));
        for (String part : path.subList(1, path.size())) {
            if (!(found instanceof View)) {
                return null;
            }
            try {
                found = ((GroovyObject) found).getProperty(part);
            } catch (UserError unknown) {
                return null;
            }
        }
        return found;
    }

    private Stream<Proposal> choices(Cursor cursor) {
        Optional<PropSchema> prop = cursor.path().isEmpty()
                ? Schemas.of(cursor.blocks()).flatMap(block -> block.prop(cursor.prop()))
                : schema(walk(cursor.path())).flatMap(schema -> schema.prop(cursor.prop()));
        return prop.stream()
                .flatMap(each -> each.type().choices().stream().map(choice -> Proposal.of(choice, each.name(), "")));
    }

    private static Optional<BlockSchema<?>> schema(@Nullable Object owner) {
        if (owner instanceof PropsView props) {
            return Optional.of(props.schema());
        }
        return owner instanceof ConstructView construct
                ? Optional.of(construct.handle().block().schema())
                : Optional.empty();
    }
}
