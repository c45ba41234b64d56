package sst.repl.command.set;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.lang.LiveNames;
import sst.repl.show.AppTree;
import sst.repl.show.PropText;
import sst.runner.action.OutputsAction;
import sst.runner.action.ResourcesAction;
import sst.runner.action.StagesAction;
import sst.runner.view.StageViews;

/** Commands that look and change nothing. */
public final class InspectCommands implements Command.Group {
    private final Desk desk;
    private final LiveNames names;

    public InspectCommands(Desk desk, LiveNames names) {
        this.desk = desk;
        this.names = names;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "d",
                        "[NAME]",
                        "show the app as a tree, or one stack, construct or function",
                        Takes.THINGS,
                        this::describe),
                Command.of("outputs", "show the outputs of what is deployed", this::outputs),
                Command.of("resources", "list what the stage is made of", this::resources),
                Command.of("stages", "list the deployed stages of the app", this::stages),
                Command.of("vars", "list your own variables", this::variables),
                Command.of("trace", "show where the last error came from", this::trace));
    }

    private void describe(Arguments arguments) throws Exception {
        if (arguments.names().isEmpty()) {
            desk.show(new AppTree(desk.app(), desk.views(), desk.style()).lines(desk.width()));
            return;
        }
        desk.ui()
                .result(desk.values()
                        .result(new Things(names).find(arguments.names().get(0))));
    }

    private void outputs(Arguments arguments) {
        Map<String, Map<String, String>> outputs =
                new OutputsAction(desk.context()).outputs(desk.app().identity());
        desk.ui().result(StageViews.outputs(outputs));
    }

    private void resources(Arguments arguments) {
        var resources = new ResourcesAction(desk.context()).resources(desk.app().identity());
        desk.ui().result(StageViews.resources(resources, desk.constructNames()));
    }

    private void stages(Arguments arguments) {
        desk.ui()
                .result(StageViews.stages(
                        new StagesAction(desk.context()).stages(desk.app().identity())));
    }

    private void variables(Arguments arguments) {
        List<String> lines = new ArrayList<>();
        names.own().forEach((name, value) -> lines.add(name + " = " + PropText.of(value)));
        desk.show(lines.isEmpty() ? List.of("no variables yet: x = 1 makes one") : lines);
    }

    private void trace(Arguments arguments) {
        Throwable trouble = desk.trouble();
        if (trouble == null) {
            desk.show(List.of("nothing went wrong so far"));
            return;
        }
        StringWriter trace = new StringWriter();
        trouble.printStackTrace(new PrintWriter(trace));
        List<String> lines = trace.toString()
                .lines()
                .filter(line -> !line.matches(
                        "\\s+at (org\\.codehaus\\.groovy|groovy\\.|jdk\\.internal|java\\.lang\\.reflect).*"))
                .toList();
        desk.show(lines.subList(0, end(lines)));
    }

    /** What called the user's line is of no use; where no line is in the trace, all is. */
    private static int end(List<String> trace) {
        for (int i = trace.size() - 1; i >= 0; i--) {
            if (trace.get(i).contains("at prompt_")) {
                return i + 1;
            }
        }
        return trace.size();
    }
}
