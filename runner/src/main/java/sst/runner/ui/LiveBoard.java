package sst.runner.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.Expected;
import sst.runner.deploy.event.DeployEvent.ResourceMoved;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.DeployEvent.StackMoved;
import sst.runner.deploy.event.DeployEvent.StackStarted;

/** What goes on right now: a line a stack, with the resources that are being worked on. */
final class LiveBoard {
    private static final int MOST_STACKS = 12;

    private final int width;
    private final Style style;
    private final Clock clock;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    LiveBoard(int width, Style style, Clock clock) {
        this.width = width;
        this.style = style;
        this.clock = clock;
    }

    void take(DeployEvent event) {
        if (event instanceof StackStarted stack) {
            rows.put(stack.stack(), new Row(EventText.verb(stack.operation()), clock.instant()));
        } else if (event instanceof StackFinished stack) {
            rows.remove(stack.outcome().stack());
        } else if (event instanceof StackMoved stack) {
            moved(stack);
        } else if (event instanceof Expected expected && expected.logicalId().isEmpty()) {
            Row row = rows.get(expected.stack());
            if (row != null) {
                row.usual = " of ~" + Durations.shown(expected.usual());
            }
        } else if (event instanceof ResourceMoved resource) {
            moved(resource);
        }
    }

    private void moved(StackMoved stack) {
        Row row = rows.get(stack.stack());
        if (row != null && stack.status().isRollback()) {
            row.doing = "is rolled back";
        }
    }

    private void moved(ResourceMoved resource) {
        Row row = rows.get(resource.stack());
        if (row == null) {
            return;
        }
        if (resource.status().isInProgress()) {
            row.busy.put(resource.logicalId(), resource.origin().construct());
        } else {
            row.busy.remove(resource.logicalId());
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Row> entry : rows.entrySet()) {
            if (lines.size() == MOST_STACKS) {
                lines.add(clipped("  … and " + (rows.size() - MOST_STACKS) + " more"));
                break;
            }
            Row row = entry.getValue();
            String busy = row.busy.isEmpty() ? "" : ": " + String.join(", ", row.busy.values());
            String took = Durations.shown(Duration.between(row.since, clock.instant()));
            lines.add(style.faint(clipped("  ⠿ " + entry.getKey() + " " + row.doing + "  " + took + row.usual + busy)));
        }
        return lines;
    }

    /** A line that wraps cannot be erased again by its count. */
    private String clipped(String line) {
        return line.length() < width ? line : line.substring(0, Math.max(1, width - 2)) + "…";
    }

    private static final class Row {
        private final Instant since;
        private final Map<String, String> busy = new LinkedHashMap<>();
        private String doing;
        private String usual = "";

        Row(String doing, Instant since) {
            this.doing = doing;
            this.since = since;
        }
    }
}
