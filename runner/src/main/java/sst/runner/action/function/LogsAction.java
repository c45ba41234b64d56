package sst.runner.action.function;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.LogPort;
import sst.runner.aws.LogPort.LogLine;
import sst.runner.aws.Page;

/** Reads the log of a deployed function. */
public final class LogsAction {
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
    public void logs(AppIdentity app, Request request, Consumer<LogLine> lines) throws InterruptedException {
        try (Session session = Session.open(context, app)) {
            String function = new FunctionFinder(session.aws().cloudFormation(), session.deployed(), names)
                    .find(request.function());
            Tail tail = new Tail(session.aws().logs(), "/aws/lambda/" + function, lines);
            Instant from = context.clock().instant().minus(request.since());
            do {
                from = tail.deliver(from);
                if (request.follow()) {
                    context.pace().pause(LOOK);
                }
            } while (request.follow() && !context.stop().isRequested());
        }
    }

    /** Lines of one millisecond may come in two reads, so the newest instant is read again and told lines are left out. */
    private record Tail(LogPort logs, String group, Consumer<LogLine> lines, Set<String> seen) {
        Tail(LogPort logs, String group, Consumer<LogLine> lines) {
            this(logs, group, lines, new HashSet<>());
        }

        /** The instant from which to read next. */
        Instant deliver(Instant from) {
            List<LogLine> found = Page.all(token -> logs.lines(group, from, token));
            Instant newest = from;
            for (LogLine line : found) {
                if (seen.add(line.id())) {
                    lines.accept(line);
                }
                newest = line.at().isAfter(newest) ? line.at() : newest;
            }
            return newest;
        }
    }

    /**
     * Whose log is wanted.
     *
     * @param since how far back
     * @param follow whether to stay for new lines
     */
    public record Request(String function, Duration since, boolean follow) {}
}
