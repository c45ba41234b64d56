package sst.runner.action.function;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sst.runner.aws.LogPort;
import sst.runner.aws.LogPort.LogLine;
import sst.runner.aws.Page;

/** The end of one function's log. Lines of one millisecond may come in two reads, so the newest instant is read again. */
final class LogTail {
    private final LogPort logs;
    private final DeployedFunction function;
    private final boolean isOne;
    private final Set<String> told = new HashSet<>();
    private Instant from;

    /** @param from the first instant to read */
    LogTail(LogPort logs, DeployedFunction function, boolean isOne, Instant from) {
        this.logs = logs;
        this.function = function;
        this.isOne = isOne;
        this.from = from;
    }

    /** What came since the last read. */
    List<LogsAction.Line> read() {
        Instant since = from;
        List<LogLine> found = Page.all(token -> logs.lines("/aws/lambda/" + function.name(), since, token));
        for (LogLine line : found) {
            from = line.at().isAfter(from) ? line.at() : from;
        }
        return found.stream()
                .filter(line -> told.add(line.id()))
                .map(line -> new LogsAction.Line(
                        line.at(), function.construct(), isOne, line.text().stripTrailing()))
                .toList();
    }
}
