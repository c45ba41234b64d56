package sst.runner.action.function;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;

/** Reads the logs of deployed functions. */
public final class LogsAction {
    /** CloudWatch Logs answers few reads a second, so the more functions, the longer the pause. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Context context;
    private final ConstructNames names;

    public LogsAction(Context context, ConstructNames names) {
        this.context = context;
        this.names = names;
    }

    /**
     * Lines of the asked span, oldest first; when following, until the user stops.
     *
     * @param lines gets each line once
     */
    public void logs(AppIdentity app, Request request, Consumer<Line> lines) throws InterruptedException {
        try (Session session = Session.open(context, app)) {
            Instant from = context.clock().instant().minus(request.since());
            List<DeployedFunction> functions = new FunctionFinder(
                            session.aws().cloudFormation(), session.deployed(), names)
                    .within(request.function());
            boolean isOne = functions.size() == 1;
            List<LogTail> tails = functions.stream()
                    .map(function -> new LogTail(session.aws().logs(), function, isOne, from))
                    .toList();
            do {
                tails.stream()
                        .flatMap(tail -> tail.read().stream())
                        .sorted(Comparator.comparing(Line::at))
                        .forEach(lines);
                if (request.follow()) {
                    context.pace().pause(LOOK.multipliedBy(tails.size()));
                }
            } while (request.follow() && !context.stop().isRequested());
        }
    }

    /**
     * Whose log is wanted.
     *
     * @param function a function, a construct that has functions, or empty for all of the stage
     * @param since how far back
     * @param follow whether to stay for new lines
     */
    public record Request(String function, Duration since, boolean follow) {}

    /**
     * One logged line.
     *
     * @param function the construct of the function that wrote it
     * @param isOne whether no other function's lines are asked for
     */
    public record Line(Instant at, String function, boolean isOne, String text) {
        /** The line as a person reads it. */
        public String shown() {
            return at + "  " + (isOne ? "" : function + "  ") + text;
        }
    }
}
