package sst.repl.command.set;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.lang.LiveNames;
import sst.repl.view.Callable;
import sst.runner.action.function.InvokeAction;
import sst.runner.action.function.LogsAction;
import sst.runner.aws.FunctionPort.Invocation;
import sst.runner.failure.Problems;

/** Commands on one deployed function. */
public final class FunctionCommands implements Command.Group {
    private static final Duration BACK = Duration.ofHours(1);
    private static final Pattern JSON = Pattern.compile("\\s[{\\[].*", Pattern.DOTALL);

    private final Desk desk;
    private final LiveNames names;

    public FunctionCommands(Desk desk, LiveNames names) {
        this.desk = desk;
        this.names = names;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "logs",
                        "[FUNCTION] [-f]",
                        "show its log of the last hour, or those of all; -f stays until Ctrl-C",
                        Takes.FUNCTIONS,
                        this::logs),
                new Command("invoke", "FUNCTION [JSON]", "call it and show its answer", Takes.FUNCTIONS, this::invoke));
    }

    private void logs(Arguments arguments) throws InterruptedException {
        String function = arguments.names().isEmpty() ? "" : function(arguments.names());
        boolean isFollowing = arguments.has("-f", "--follow");
        AtomicInteger count = new AtomicInteger();
        new LogsAction(desk.context(), desk.constructNames())
                .logs(desk.app().identity(), new LogsAction.Request(function, BACK, isFollowing), line -> {
                    count.incrementAndGet();
                    desk.show(List.of(line.shown()));
                });
        if (count.get() == 0 && !isFollowing) {
            desk.ui().say("nothing in the last hour");
        }
    }

    private void invoke(Arguments arguments) {
        // Quotes of bare JSON are its own.
        Matcher bare = JSON.matcher(arguments.text());
        boolean isBare = bare.find();
        List<String> words = new ArrayList<>(
                isBare
                        ? Arguments.of(arguments.text().substring(0, bare.start()))
                                .names()
                        : arguments.names());
        String event = isBare ? bare.group().strip() : "{}";
        if (!isBare && words.size() > 1 && words.get(words.size() - 1).startsWith("{")) {
            event = words.remove(words.size() - 1);
        }
        desk.requireUnlocked();
        Invocation answer = new InvokeAction(desk.context(), desk.constructNames())
                .invoke(desk.app().identity(), function(words), event);
        List<String> lines = new ArrayList<>(answer.log().lines().toList());
        lines.forEach(desk.ui()::say);
        desk.show(List.of(answer.payload()));
        if (answer.error() != null) {
            throw Problems.cloud(Problems.of(Code.CLOUD, "the function failed (" + answer.error() + ")"));
        }
    }

    /** A function's name as the runner finds it: a construct's path, or whatever was typed. */
    private String function(List<String> words) {
        if (words.isEmpty()) {
            throw Problems.of(Code.USAGE, "no function is named")
                    .hint("give one, such as Api/GET /notes or api.create")
                    .asError();
        }
        String text = String.join(" ", words);
        String first = text.split("[./]", 2)[0];
        boolean isPath = names.hasVariable(first) && !text.equals(first);
        if (isPath && new Things(names).find(text) instanceof Callable function) {
            return function.functionId().id();
        }
        return text;
    }
}
